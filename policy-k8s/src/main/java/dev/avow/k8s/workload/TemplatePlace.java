package dev.avow.k8s.workload;

import dev.avow.k8s.manifest.ResourceId;
import dev.avow.policy.document.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a kind keeps its pod template: the thing that holds the pod's metadata and spec.
 *
 * @param template the steps from the object's root to the template
 */
record TemplatePlace(List<String> template) {

  private static final Map<String, TemplatePlace> BY_KIND = new HashMap<>();

  static {
    for (String group : List.of("", "apps", "batch", "extensions")) {
      in(group, "Pod");
      in(group, "PodTemplate", "template");
      in(group, "ReplicationController", "spec", "template");
      in(group, "ReplicaSet", "spec", "template");
      in(group, "Deployment", "spec", "template");
      in(group, "DaemonSet", "spec", "template");
      in(group, "StatefulSet", "spec", "template");
      in(group, "Job", "spec", "template");
      in(group, "CronJob", "spec", "jobTemplate", "spec", "template");
    }
    in("argoproj.io", "Rollout", "spec", "template");
    in("serving.knative.dev", "Service", "spec", "template");
    in("serving.knative.dev", "Configuration", "spec", "template");
    in("serving.knative.dev", "Revision");
  }

  TemplatePlace {
    template = List.copyOf(template);
  }

  /** Returns where objects of the group and kind of {@code id} keep it, if they have one. */
  static Optional<TemplatePlace> of(ResourceId id) {
    return Optional.ofNullable(BY_KIND.get(key(id.group(), id.kind())));
  }

  /** Returns the template of the object that stands at {@code root}. */
  Field in(Field root) {
    Field here = root;
    for (String step : template) {
      here = here.field(step);
    }
    return here;
  }

  /** Returns the templates on the way from {@code root}, the pod template last. */
  List<Field> templates(Field root) {
    List<Field> templates = new ArrayList<>();
    Field here = root;
    for (String step : template) {
      here = here.field(step);
      if (step.toLowerCase(Locale.ROOT).endsWith("template")) {
        templates.add(here);
      }
    }
    return templates;
  }

  private static void in(String group, String kind, String... template) {
    BY_KIND.put(key(group, kind), new TemplatePlace(List.of(template)));
  }

  private static String key(String group, String kind) {
    return group + "/" + kind;
  }
}
