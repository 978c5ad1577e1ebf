package dev.avow.policy.document.form;

/**
 * A field of a mapping.
 *
 * @param name its key
 * @param form how its value is written
 * @param required whether it must be there
 * @param meaning what it says, as a sentence for editors
 * @param <V> the kind of its value
 */
public record Entry<V>(String name, Form<V> form, boolean required, String meaning) {}
