/** What runs: Kubernetes resources against the hardening part of a policy. */
module dev.avow.k8s {
  requires static transitive org.jspecify;
  requires transitive dev.avow.policy;
  requires org.slf4j;

  exports dev.avow.k8s;
  exports dev.avow.k8s.kro;
  exports dev.avow.k8s.manifest;
  exports dev.avow.k8s.network;
  exports dev.avow.k8s.rbac;
  exports dev.avow.k8s.rule;
  exports dev.avow.k8s.secret;
  exports dev.avow.k8s.storage;
  exports dev.avow.k8s.workload;
}
