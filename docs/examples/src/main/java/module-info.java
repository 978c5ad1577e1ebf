/** Programs that use the library as a stranger would. */
module dev.avow.examples {
  requires static org.jspecify;
  requires dev.avow.policy;
  requires dev.avow.k8s;
  requires dev.avow.disclosure;
  requires info.picocli;

  opens dev.avow.examples.command to
      info.picocli;
}
