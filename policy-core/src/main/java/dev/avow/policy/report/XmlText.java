package dev.avow.policy.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML by the JDK's own writer, in lines, without characters that XML forbids. */
final class XmlText {

  private final XMLStreamWriter xml;
  private int depth;

  /** Writes one document. */
  interface Body {
    void write(XmlText xml) throws XMLStreamException;
  }

  private XmlText(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes {@code body} to {@code out} as a document in UTF-8. */
  static void write(Writer out, Body body) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      XmlText text = new XmlText(xml);
      body.write(text);
      text.newLine();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new UncheckedIOException(cause(e));
    }
  }

  /** The writer packs what went wrong with the output into an exception of its own. */
  private static IOException cause(XMLStreamException e) {
    return e.getCause() instanceof IOException broken ? broken : new IOException(e);
  }

  XmlText start(String element) throws XMLStreamException {
    newLine();
    xml.writeStartElement(element);
    depth++;
    return this;
  }

  XmlText empty(String element) throws XMLStreamException {
    newLine();
    xml.writeEmptyElement(element);
    return this;
  }

  /** Adds an attribute, on whose value no line ends. */
  XmlText with(String attribute, String value) throws XMLStreamException {
    xml.writeAttribute(attribute, legal(value));
    return this;
  }

  XmlText with(String attribute, long value) throws XMLStreamException {
    return with(attribute, Long.toString(value));
  }

  /** Ends the element that was started last, on a line of its own. */
  void end() throws XMLStreamException {
    depth--;
    newLine();
    xml.writeEndElement();
  }

  /** Ends the element that was started last; it holds nothing but {@code lines}. */
  void lines(Iterable<String> lines) throws XMLStreamException {
    for (String line : lines) {
      xml.writeCharacters(legal(line) + "\n");
    }
    depth--;
    xml.writeEndElement();
  }

  /** These two are no characters to XML; the others that it forbids are written out. */
  private static String legal(String text) {
    return Lines.clean(text).replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd');
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
