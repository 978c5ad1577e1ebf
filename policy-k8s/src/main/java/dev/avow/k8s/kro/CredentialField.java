package dev.avow.k8s.kro;

import dev.avow.policy.document.Field;
import java.util.List;
import java.util.Set;

/** Tells fields of templates whose value is a credential. */
final class CredentialField {

  /** What keys of a Secret are called, beyond what is a credential by its name everywhere. */
  private static final Set<String> IN_A_SECRET =
      Set.of("auth", "dockerconfigjson", "key", "pass", "privatekey", "pw", "secret", "secretkey");

  private CredentialField() {}

  static boolean is(Field field, GraphResource owner) {
    String holder = field.parent().map(Field::name).orElse("");
    boolean isData = holder.equals("data") || holder.equals("stringData");
    if (owner.isSecret() && isData) {
      return isCredentialInSecret(field.name());
    }
    boolean isConfigMap = owner.kind().filter(kind -> kind.isCore("ConfigMap")).isPresent();
    return (isConfigMap && isData && CredentialName.is(field.name())) || isVariable(field);
  }

  private static boolean isCredentialInSecret(String key) {
    List<String> words = CredentialName.words(key);
    return CredentialName.is(key)
        || (!words.isEmpty() && IN_A_SECRET.contains(words.get(words.size() - 1)));
  }

  private static boolean isVariable(Field field) {
    Field variable = field.parent().orElse(field);
    boolean inList = variable.parent().filter(list -> list.name().equals("env")).isPresent();
    return inList
        && field.name().equals("value")
        && variable.field("name").text().filter(CredentialName::is).isPresent();
  }
}
