/** The promise, and the words every answer is given in. */
module dev.avow.policy {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires org.yaml.snakeyaml;
}
