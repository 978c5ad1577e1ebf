/** The promise, and the words every answer is given in. */
@SuppressWarnings("module") // the friend below is built after this module
module dev.avow.policy {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires java.xml;
  requires org.slf4j;
  requires org.yaml.snakeyaml;

  exports dev.avow.policy;
  exports dev.avow.policy.baseline;
  exports dev.avow.policy.commitment;
  exports dev.avow.policy.document;
  exports dev.avow.policy.document.form to
      dev.avow.disclosure;
  exports dev.avow.policy.finding;
  exports dev.avow.policy.hardening;
  exports dev.avow.policy.image;
  exports dev.avow.policy.report;
  exports dev.avow.policy.repository;
  exports dev.avow.policy.rule;
  exports dev.avow.policy.scan;
  exports dev.avow.policy.version;
  exports dev.avow.policy.version.ask;
  exports dev.avow.policy.version.inventory;
  exports dev.avow.policy.version.lifecycle;
  exports dev.avow.policy.version.range;
  exports dev.avow.policy.version.scheme;
}
