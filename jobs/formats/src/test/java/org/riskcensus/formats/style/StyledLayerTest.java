package org.riskcensus.formats.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.riskcensus.formats.map.MapColour;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class StyledLayerTest {

  private static final LayerStyle STYLE =
      new LayerStyle(
          "防治区划 <\"&'>",
          "hazard",
          List.of(
              new LayerStyle.Entry("flood", "洪涝"),
              new LayerStyle.Entry("geohazard", "地质灾害"),
              new LayerStyle.Entry("comprehensive", "综合")),
          "class",
          List.of(
              new ClassStyle("key", "重点 & <首要>", MapColour.RED),
              new ClassStyle("o'ne", "一般", MapColour.BLUE),
              new ClassStyle("", "未普查", MapColour.MISSING)));

  private static StyledLayer layer(String... hazards) {
    StyledLayer layer =
        new StyledLayer(
            "zone",
            STYLE,
            Map.of("hazard", "haz\"ard", "class", "class"),
            Map.of("hazard", "灾种", "class", "类别<>"));
    for (String hazard : hazards) {
      layer.see(hazard);
    }
    return layer;
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void qgisGetsARuleForEachMapAndClassWithTheLastMapShown() throws Exception {
    Document qml = parse(layer("flood", "comprehensive").qml());

    List<Element> maps =
        elements(qml, "rule").stream().filter(rule -> rule.hasAttribute("checkstate")).toList();
    assertThat(maps).extracting(rule -> rule.getAttribute("label")).containsExactly("洪涝", "综合");
    assertThat(maps).extracting(rule -> rule.getAttribute("checkstate")).containsExactly("0", "1");
    assertThat(maps.get(0).getAttribute("filter")).isEqualTo("\"haz\"\"ard\" = 'flood'");
    assertThat(elements(qml, "rule"))
        .extracting(rule -> rule.getAttribute("filter"))
        .contains("\"class\" = 'o''ne'");
    assertThat(elements(qml, "symbol"))
        .extracting(symbol -> symbol.getAttribute("name"))
        .as("QGIS gives a symbol away once")
        .doesNotHaveDuplicates()
        .containsExactlyElementsOf(
            elements(qml, "rule").stream()
                .map(rule -> rule.getAttribute("symbol"))
                .filter(symbol -> !symbol.isEmpty())
                .toList());
    assertThat(elements(qml, "prop").get(0).getAttribute("v")).isEqualTo("183,28,38,255");
    assertThat(elements(qml, "alias"))
        .extracting(alias -> alias.getAttribute("name"))
        .containsExactlyInAnyOrder("灾种", "类别<>");
  }

  @Test
  void sldDrawsTheMapThatIsShownOnly() throws Exception {
    Document sld = parse(layer("flood", "comprehensive").sld());

    assertThat(elements(sld, "Rule")).hasSize(3);
    assertThat(elements(sld, "Title").get(1).getTextContent()).isEqualTo("综合 重点 & <首要>");
    assertThat(elements(sld, "ogc:Literal"))
        .extracting(Element::getTextContent)
        .startsWith("comprehensive", "key")
        .doesNotContain("flood");
    assertThat(elements(sld, "CssParameter").get(0).getTextContent()).isEqualTo("#b71c26");
  }

  @Test
  void aFileOfOneHazardShowsIt() throws Exception {
    Document qml = parse(layer("geohazard").qml());
    assertThat(elements(qml, "rule").get(0).getAttribute("label")).isEqualTo("地质灾害");
    assertThat(elements(qml, "rule").get(0).getAttribute("checkstate")).isEqualTo("1");
  }

  @Test
  void aLayerWithoutRowsHasAStyleWithoutRules() throws Exception {
    assertThat(elements(parse(layer().qml()), "rule")).isEmpty();
    assertThat(elements(parse(layer().sld()), "Rule")).isEmpty();
  }

  @Test
  void aFieldThatTheLayerLacksIsAnError() {
    StyledLayer layer = new StyledLayer("zone", STYLE, Map.of("hazard", "hazard"), Map.of());
    layer.see("flood");
    assertThatThrownBy(layer::qml).hasMessageContaining("needs the field class");
  }
}
