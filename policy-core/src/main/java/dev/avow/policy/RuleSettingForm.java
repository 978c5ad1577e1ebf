package dev.avow.policy;

import dev.avow.policy.document.Field;
import dev.avow.policy.document.form.Form;
import dev.avow.policy.document.form.Forms;
import dev.avow.policy.document.form.Problems;
import dev.avow.policy.finding.RuleId;
import dev.avow.policy.hardening.RuleSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How it is written what a policy says of one rule: {@code off}, {@code on}, or a mapping of {@code
 * enabled}, {@code severity}, {@code waivable} and the rule's parameters.
 *
 * <p>Which parameters a rule has is not known here; they are checked when the rule binds.
 */
final class RuleSettingForm implements Form<RuleSetting> {

  private static final String ENABLED = "enabled";
  private static final String SEVERITY = "severity";
  private static final String WAIVABLE = "waivable";
  private static final String ON = "on";
  private static final String OFF = "off";

  @Override
  public Optional<RuleSetting> read(Field field, Problems problems) {
    RuleSetting nothing = RuleSetting.at(field.keyLocation());
    if (!field.isMapping()) {
      return onOrOff(field, "be on, off or a mapping of severity and parameters", problems)
          .map(nothing::on);
    }
    RuleSetting setting = nothing;
    for (Field child : field.fields()) {
      RuleSetting before = setting;
      setting = with(before, child, problems).orElse(before);
    }
    return Optional.of(setting);
  }

  private static Optional<RuleSetting> with(RuleSetting setting, Field field, Problems problems) {
    return switch (field.name()) {
      case ENABLED -> onOrOff(field, "be on or off", problems).map(setting::on);
      case WAIVABLE -> flag(field, problems).map(setting::waivable);
      case SEVERITY -> Terms.SEVERITY.read(field, problems).map(setting::severity);
      default ->
          parameter(field, problems)
              .map(value -> setting.with(field.name(), value, field.location()));
    };
  }

  private static Optional<Boolean> onOrOff(Field field, String must, Problems problems) {
    Optional<Boolean> word =
        field.text().filter(text -> text.equals(ON) || text.equals(OFF)).map(ON::equals);
    Optional<Boolean> flag = word.or(field::flag);
    if (flag.isEmpty()) {
      problems.mismatch(field, must);
    }
    return flag;
  }

  private static Optional<Boolean> flag(Field field, Problems problems) {
    return Forms.flag().read(field, problems);
  }

  private static Optional<Object> parameter(Field field, Problems problems) {
    if (!RuleId.isValid(field.name())) {
      problems.add(
          field.keyLocation(),
          "parameter must look like \"minimum-uid\"",
          "was \"" + field.name() + "\"");
      return Optional.empty();
    }
    if (field.integer().isPresent()) {
      return Optional.of(field.integer().getAsLong());
    }
    Optional<Object> value =
        field.flag().<Object>map(flag -> flag).or(field::text).or(() -> texts(field));
    if (value.isEmpty()) {
      problems.mismatch(field, "be a whole number, true, false, a text or a list of texts");
    }
    return value;
  }

  private static Optional<List<String>> texts(Field field) {
    List<String> texts = field.items().stream().flatMap(item -> item.text().stream()).toList();
    return field.isList() && texts.size() == field.items().size()
        ? Optional.of(texts)
        : Optional.empty();
  }

  @Override
  public Object write(RuleSetting setting) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Optional<String> word = setting.on().map(on -> on ? ON : OFF);
    word.ifPresent(on -> tree.put(ENABLED, on));
    setting.severity().ifPresent(severity -> tree.put(SEVERITY, Terms.SEVERITY.write(severity)));
    setting.waivable().ifPresent(waivable -> tree.put(WAIVABLE, waivable));
    tree.putAll(setting.values());
    return word.isPresent() && tree.size() == 1 ? word.get() : tree;
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> onOrOff = new LinkedHashMap<>();
    onOrOff.put("enum", List.of(ON, OFF, true, false));
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("type", List.of("integer", "boolean", "string", "array"));
    value.put("items", Map.of("type", "string"));
    Map<String, Object> mapping = new LinkedHashMap<>();
    mapping.put("type", "object");
    mapping.put("properties", properties(onOrOff));
    mapping.put("propertyNames", Map.of("pattern", Terms.KEBAB_CASE));
    mapping.put("additionalProperties", value);
    return Map.of("anyOf", List.of(onOrOff, mapping));
  }

  private static Map<String, Object> properties(Map<String, Object> onOrOff) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(ENABLED, onOrOff);
    properties.put(SEVERITY, Terms.SEVERITY.schema());
    properties.put(WAIVABLE, Forms.flag().schema());
    return properties;
  }
}
