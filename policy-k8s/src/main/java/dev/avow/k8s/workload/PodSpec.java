package dev.avow.k8s.workload;

import dev.avow.k8s.manifest.Resource;
import dev.avow.k8s.workload.Container.Sort;
import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;
import java.util.ArrayList;
import java.util.List;

/** The spec of a pod, wherever a workload keeps it. */
public final class PodSpec implements Target {

  private final Resource resource;
  private final Subject subject;
  private final Field template;
  private final Field spec;
  private final List<Container> containers = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final List<Check> unreadable = new ArrayList<>();

  PodSpec(Resource resource, Subject subject, Field template, Field spec) {
    this.resource = resource;
    this.subject = subject;
    this.template = template;
    this.spec = spec;
    collect("initContainers", Sort.INIT);
    collect("containers", Sort.MAIN);
    collect("ephemeralContainers", Sort.EPHEMERAL);
    mappings("volumes").stream()
        .filter(volume -> volume.field("image").isPresent())
        .forEach(volume -> images.add(Image.of(this, volume)));
    if (containers.isEmpty() && unreadable.isEmpty()) {
      Field none = spec.field("containers");
      unreadable.add(Check.unknown("a container: " + none.path() + " " + none.found(), none));
    }
  }

  private void collect(String name, Sort sort) {
    for (Field item : mappings(name)) {
      Container container = new Container(this, item, sort);
      containers.add(container);
      images.add(Image.of(container));
    }
  }

  /** Returns the items of a list that are what they must be; the others are unreadable. */
  private List<Field> mappings(String name) {
    Field list = spec.field(name);
    if (list.isPresent() && !list.isList()) {
      unreadable.add(Check.unknown("a list: " + list.path() + " " + list.found(), list));
    }
    List<Field> mappings = new ArrayList<>();
    for (Field item : list.items()) {
      if (item.isMapping()) {
        mappings.add(item);
      } else {
        unreadable.add(Check.unknown("a mapping: " + item.path() + " " + item.found(), item));
      }
    }
    return mappings;
  }

  /** Returns the resource that brings the pod. */
  public Resource resource() {
    return resource;
  }

  /** Returns the metadata that the pod gets; that of the resource itself for a bare Pod. */
  public Field metadata() {
    return template.field("metadata");
  }

  /** Returns the field at the end of {@code path}, from the pod spec: {@code securityContext}. */
  public Field at(String path) {
    return spec.at(path);
  }

  /**
   * Returns the containers of every sort that can be read: init, main, ephemeral, in this order.
   */
  public List<Container> containers() {
    return List.copyOf(containers);
  }

  /** Returns the images that the pod takes: its containers' and its volumes'. */
  public List<Image> images() {
    return List.copyOf(images);
  }

  /**
   * Returns whether the pod says that it runs on Windows; one that does not say may still do so.
   * Unknown while that is an expression.
   */
  public Check runsOnWindows() {
    return spec.field("os").field("name").is("windows");
  }

  /** Returns what of the containers and volumes cannot be read. */
  List<Check> unreadable() {
    return unreadable;
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Field place() {
    return spec;
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
