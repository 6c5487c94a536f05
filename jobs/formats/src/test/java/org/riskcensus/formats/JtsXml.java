package org.riskcensus.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the files of the JTS test suite. */
final class JtsXml {

  private JtsXml() {}

  /** The cases of a file. */
  static List<Element> cases(Path path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    Element run = factory.newDocumentBuilder().parse(path.toFile()).getDocumentElement();
    return children(run, "case");
  }

  static List<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static String name(Element one) {
    List<Element> found = children(one, "desc");
    return found.isEmpty() ? "" : found.get(0).getTextContent().strip();
  }

  static Geometry geometry(String text) throws ParseException {
    String plain = text.strip();
    return plain.matches("[0-9A-Fa-f\\s]+")
        ? new WKBReader().read(WKBReader.hexToBytes(plain.replaceAll("\\s", "")))
        : new WKTReader().read(plain);
  }
}
