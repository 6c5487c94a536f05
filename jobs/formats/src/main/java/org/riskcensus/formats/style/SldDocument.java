package org.riskcensus.formats.style;

import java.awt.Color;
import javax.xml.stream.XMLStreamException;
import org.riskcensus.formats.map.MapColour;

/**
 * A Styled Layer Descriptor, OGC 02-070 (SLD 1.0.0): a rule a class. SLD knows no switched-off
 * rules, so of several maps in a layer it draws only the one that is shown.
 */
final class SldDocument {

  private final String layer;
  private final LayerStyle style;

  private SldDocument(String layer, LayerStyle style) {
    this.layer = layer;
    this.style = style;
  }

  static String of(String layer, LayerStyle style) {
    return XmlText.of(new SldDocument(layer, style)::write);
  }

  private void write(XmlText xml) throws XMLStreamException {
    xml.element(
        "StyledLayerDescriptor",
        () ->
            xml.element(
                "NamedLayer",
                () -> {
                  xml.text("Name", layer);
                  xml.element("UserStyle", () -> userStyle(xml));
                }),
        "xmlns",
        "http://www.opengis.net/sld",
        "xmlns:ogc",
        "http://www.opengis.net/ogc",
        "xmlns:xlink",
        "http://www.w3.org/1999/xlink",
        "version",
        "1.0.0");
  }

  private void userStyle(XmlText xml) throws XMLStreamException {
    xml.text("Name", layer);
    xml.text("Title", style.title());
    xml.element(
        "FeatureTypeStyle",
        () -> {
          for (LayerStyle.Entry group : style.shown().toList()) {
            for (ClassStyle entry : style.classes()) {
              xml.element("Rule", () -> rule(xml, group, entry));
            }
          }
        });
  }

  private void rule(XmlText xml, LayerStyle.Entry group, ClassStyle entry)
      throws XMLStreamException {
    xml.text("Name", group.code() + "-" + entry.code());
    xml.text("Title", group.label() + " " + entry.label());
    xml.element(
        "ogc:Filter",
        () ->
            xml.element(
                "ogc:And",
                () -> {
                  equal(xml, style.groupField(), group.code());
                  equal(xml, style.classField(), entry.code());
                }));
    xml.element("PolygonSymbolizer", () -> symbol(xml, entry.colour()));
  }

  private static void equal(XmlText xml, String field, String value) throws XMLStreamException {
    xml.element(
        "ogc:PropertyIsEqualTo",
        () -> {
          xml.text("ogc:PropertyName", field);
          xml.text("ogc:Literal", value);
        });
  }

  private static void symbol(XmlText xml, MapColour colour) throws XMLStreamException {
    xml.element(
        "Fill",
        () -> {
          if (colour.hatched()) {
            xml.element("GraphicFill", () -> xml.element("Graphic", () -> hatch(xml)));
          } else {
            parameter(xml, "fill", hex(colour.fill()));
          }
        });
    xml.element(
        "Stroke",
        () -> {
          parameter(xml, "stroke", "#5a5a5a");
          parameter(xml, "stroke-width", "0.4");
        });
  }

  private static void hatch(XmlText xml) throws XMLStreamException {
    xml.element(
        "Mark",
        () -> {
          xml.text("WellKnownName", "shape://slash");
          xml.element("Stroke", () -> parameter(xml, "stroke", "#888888"));
        });
    xml.text("Size", "6");
  }

  private static void parameter(XmlText xml, String name, String value) throws XMLStreamException {
    xml.text("CssParameter", value, "name", name);
  }

  private static String hex(Color colour) {
    return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
