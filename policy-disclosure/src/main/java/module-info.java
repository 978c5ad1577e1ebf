/** Time and papers: reports, embargoes, deadlines, advisories and published documents. */
module dev.avow.disclosure {
  requires static transitive org.jspecify;
  requires transitive dev.avow.policy;
  requires org.commonmark;
  requires org.commonmark.ext.gfm.tables;

  exports dev.avow.disclosure;
  exports dev.avow.disclosure.embargo;
  exports dev.avow.disclosure.intake;
  exports dev.avow.disclosure.publish;
  exports dev.avow.disclosure.regime;
  exports dev.avow.disclosure.state;
}
