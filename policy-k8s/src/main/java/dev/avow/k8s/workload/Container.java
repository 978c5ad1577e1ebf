package dev.avow.k8s.workload;

import dev.avow.policy.document.Check;
import dev.avow.policy.document.Field;
import dev.avow.policy.finding.Subject;
import dev.avow.policy.rule.Target;

/** A container of a pod, of whatever sort. */
public final class Container implements Target {

  /** The name of the innermost part of a container's subject. */
  public static final String PART = "container";

  /** What a container is for. */
  public enum Sort {
    /** Runs as long as the pod does. */
    MAIN,
    /** Runs to its end before the main containers start. */
    INIT,
    /** An init container that keeps running beside the main ones: {@code restartPolicy: Always}. */
    SIDECAR,
    /** Added to a running pod to look into it; it can have no resources. */
    EPHEMERAL
  }

  private final PodSpec pod;
  private final Field place;
  private final Sort sort;
  private final Subject subject;

  Container(PodSpec pod, Field place, Sort list) {
    this.pod = pod;
    this.place = place;
    boolean staysOn = list == Sort.INIT && place.field("restartPolicy").is("Always").holds();
    this.sort = staysOn ? Sort.SIDECAR : list;
    this.subject = pod.subject().with(PART, name());
  }

  /** Returns the pod that it is a container of. */
  public PodSpec pod() {
    return pod;
  }

  /** Returns what it is for. */
  public Sort sort() {
    return sort;
  }

  /** Returns its name; where it has none, its place in the pod: {@code initContainers[0]}. */
  public String name() {
    return place
        .field("name")
        .text()
        .filter(name -> !name.isBlank())
        .orElseGet(() -> place.path().substring(pod.place().path().length() + 1));
  }

  /** Returns the field at the end of {@code path}, from the container: {@code image}. */
  public Field at(String path) {
    return place.at(path);
  }

  /** Returns the settings that the container runs with, the pod's where it has none of its own. */
  public SecurityContext securityContext() {
    return new SecurityContext(
        pod.place().field("securityContext"), place.field("securityContext"));
  }

  /** Returns whether its pod says that it runs on Windows; unknown while that is an expression. */
  public Check runsOnWindows() {
    return pod.runsOnWindows();
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Field place() {
    return place;
  }

  @Override
  public String toString() {
    return subject.toString();
  }
}
