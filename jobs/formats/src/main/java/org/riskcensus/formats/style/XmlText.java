package org.riskcensus.formats.style;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Builds an XML document as text; names and values are escaped. */
final class XmlText {

  /** Writes the inside of an element. */
  interface Content {
    void write() throws XMLStreamException;
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  private XmlText() throws XMLStreamException {
    out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** Writes a document. */
  interface Document {
    void write(XmlText xml) throws XMLStreamException;
  }

  /** A document with its declaration, in UTF-8 when stored so. */
  static String of(Document document) {
    try {
      XmlText xml = new XmlText();
      document.write(xml);
      xml.out.flush();
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a style is not well-formed", e);
    }
  }

  /** A DOCTYPE, which QGIS expects. */
  void doctype(String declaration) throws XMLStreamException {
    out.writeDTD(declaration);
  }

  /** An element; attributes are names followed by their values. */
  void element(String name, Content content, String... attributes) throws XMLStreamException {
    out.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
    content.write();
    out.writeEndElement();
  }

  void empty(String name, String... attributes) throws XMLStreamException {
    element(name, () -> {}, attributes);
  }

  void text(String name, String value, String... attributes) throws XMLStreamException {
    element(name, () -> out.writeCharacters(value), attributes);
  }
}
