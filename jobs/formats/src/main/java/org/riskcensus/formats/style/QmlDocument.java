package org.riskcensus.formats.style;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A style of QGIS 3 (QML): rules a map and class, the map shown switched on, and Chinese names of
 * the fields. Properties are written twice, as QGIS before 3.18 and since read them.
 */
final class QmlDocument {

  private static final String OUTLINE = "90,90,90,160";
  private static final String HATCH = "136,136,136,255";

  private final LayerStyle style;
  private final Map<String, String> aliases;

  private QmlDocument(LayerStyle style, Map<String, String> aliases) {
    this.style = style;
    this.aliases = aliases;
  }

  /**
   * The document.
   *
   * @param aliases names for readers by field, in the order of the fields
   */
  static String of(LayerStyle style, Map<String, String> aliases) {
    return XmlText.of(new QmlDocument(style, new LinkedHashMap<>(aliases))::write);
  }

  private void write(XmlText xml) throws XMLStreamException {
    xml.doctype("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
    xml.element(
        "qgis",
        () -> {
          xml.element(
              "renderer-v2",
              () -> {
                xml.element("rules", () -> rules(xml), "key", "{rules}");
                xml.element("symbols", () -> symbols(xml));
              },
              "type",
              "RuleRenderer",
              "symbollevels",
              "0",
              "forceraster",
              "0",
              "enableorderby",
              "0");
          xml.element("aliases", () -> aliases(xml));
        },
        "version",
        "3.22.0",
        "styleCategories",
        "Symbology|Fields");
  }

  private void rules(XmlText xml) throws XMLStreamException {
    for (LayerStyle.Entry group : style.groups()) {
      xml.element(
          "rule",
          () -> classes(xml, group),
          "key",
          "{" + group.code() + "}",
          "filter",
          equal(style.groupField(), group.code()),
          "label",
          group.label(),
          "checkstate",
          style.shown(group) ? "1" : "0");
    }
  }

  private void classes(XmlText xml, LayerStyle.Entry group) throws XMLStreamException {
    for (ClassStyle entry : style.classes()) {
      String symbol = symbol(group, entry);
      xml.empty(
          "rule",
          "key",
          "{" + symbol + "}",
          "symbol",
          symbol,
          "filter",
          equal(style.classField(), entry.code()),
          "label",
          entry.label());
    }
  }

  /** A name of its own for each rule: QGIS gives a symbol to the first rule that asks for it. */
  private static String symbol(LayerStyle.Entry group, ClassStyle entry) {
    return group.code() + "-" + entry.code();
  }

  private static String equal(String field, String value) {
    return "\"%s\" = '%s'".formatted(field.replace("\"", "\"\""), value.replace("'", "''"));
  }

  private void symbols(XmlText xml) throws XMLStreamException {
    for (LayerStyle.Entry group : style.groups()) {
      for (ClassStyle entry : style.classes()) {
        xml.element(
            "symbol",
            () -> {
              fill(xml, entry.colour().fill());
              if (entry.colour().hatched()) {
                hatch(xml);
              }
            },
            "name",
            symbol(group, entry),
            "type",
            "fill",
            "alpha",
            "1",
            "clip_to_extent",
            "1",
            "force_rhr",
            "0");
      }
    }
  }

  private static void fill(XmlText xml, Color colour) throws XMLStreamException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(
        "color", "%d,%d,%d,255".formatted(colour.getRed(), colour.getGreen(), colour.getBlue()));
    properties.put("style", "solid");
    properties.put("outline_color", OUTLINE);
    properties.put("outline_style", "solid");
    properties.put("outline_width", "0.1");
    properties.put("outline_width_unit", "MM");
    layer(xml, "SimpleFill", properties);
  }

  private static void hatch(XmlText xml) throws XMLStreamException {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("color", HATCH);
    properties.put("style", "b_diagonal");
    properties.put("outline_style", "no");
    layer(xml, "SimpleFill", properties);
  }

  private static void layer(XmlText xml, String type, Map<String, String> properties)
      throws XMLStreamException {
    xml.element(
        "layer",
        () -> {
          xml.element(
              "Option",
              () -> {
                for (var property : properties.entrySet()) {
                  xml.empty(
                      "Option",
                      "name",
                      property.getKey(),
                      "type",
                      "QString",
                      "value",
                      property.getValue());
                }
              },
              "type",
              "Map");
          for (var property : properties.entrySet()) {
            xml.empty("prop", "k", property.getKey(), "v", property.getValue());
          }
        },
        "class",
        type,
        "enabled",
        "1",
        "locked",
        "0",
        "pass",
        "0");
  }

  private void aliases(XmlText xml) throws XMLStreamException {
    int index = 0;
    for (var alias : aliases.entrySet()) {
      String number = String.valueOf(index++);
      xml.empty("alias", "field", alias.getKey(), "index", number, "name", alias.getValue());
    }
  }
}
