package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.formats.crs.CrsGuess;

class FindingWordsTest {

  private static final Rules RULES = Rules.load();
  private static final Contracts CONTRACTS = Contracts.load();
  private static final FindingWords ZH = FindingWords.of(RULES, CONTRACTS, Language.ZH);
  private static final FindingWords EN = FindingWords.of(RULES, CONTRACTS, Language.EN);

  @Test
  void templatesAreWhollyOfTheirLanguage() {
    for (Rule rule : RULES.list()) {
      assertThat(Languages.latinIn(rule.messageZh().replaceAll("\\{.*?}", ""))).isEmpty();
      assertThat(Languages.chineseIn(rule.messageEn())).isEmpty();
    }
    Stream.concat(
            RULES.words().phrases().values().stream(), RULES.words().readings().list().stream())
        .forEach(
            said -> {
              assertThat(Languages.latinIn(said.zh().replaceAll("\\{.*?}", ""))).isEmpty();
              assertThat(Languages.chineseIn(said.en())).isEmpty();
            });
  }

  @Test
  void unitsAndWaysOfTellingAreKnown() {
    for (RuleWords.Said said : RULES.words().phrases().values()) {
      for (String name : Template.names(said.zh() + said.en())) {
        assertThat(Template.tellings(said.zh() + said.en(), name))
            .allMatch(
                how ->
                    CONTRACTS.codeLists().containsKey(how) || FindingWords.TELLINGS.contains(how));
      }
    }
    Set<String> units = RULES.words().units().keySet();
    for (TableContract table : CONTRACTS.list("staging")) {
      for (ColumnContract column : table.columns()) {
        if (column.range() != null && !column.unit().equals("1")) {
          assertThat(units).as(table.name() + "." + column.name()).contains(column.unit());
        }
      }
    }
  }

  @Test
  void everyPhraseThatIsToldIsDeclaredAndNoOther() throws IOException {
    Set<String> told = new TreeSet<>();
    Pattern phrase = Pattern.compile("phrase\\(\\s*\"(\\w+)\"");
    for (String sources : List.of("src/main/java", "../core/src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(sources))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          phrase
              .matcher(Files.readString(file, StandardCharsets.UTF_8))
              .results()
              .forEach(found -> told.add(found.group(1)));
        }
      }
    }
    told.addAll(List.of("longitude_first", "easting_first"));
    for (CrsGuess.Look look : CrsGuess.Look.values()) {
      told.add("declare_" + slug(look.name()));
    }
    for (GeometryKind kind : GeometryKind.values()) {
      if (kind.required() && kind != GeometryKind.ANY) {
        told.add("shape_" + slug(kind.name()));
      }
    }
    for (String type : TYPES) {
      told.add("shape_" + slug(type));
    }
    for (int error = 0; error <= TopologyValidationError.RING_NOT_CLOSED; error++) {
      told.add("invalid_" + slug(new TopologyValidationError(error).getMessage()));
    }
    assertThat(RULES.words().phrases().keySet()).containsExactlyInAnyOrderElementsOf(told);
  }

  private static final List<String> TYPES =
      List.of(
          Geometry.TYPENAME_POINT,
          Geometry.TYPENAME_MULTIPOINT,
          Geometry.TYPENAME_LINESTRING,
          Geometry.TYPENAME_LINEARRING,
          Geometry.TYPENAME_MULTILINESTRING,
          Geometry.TYPENAME_POLYGON,
          Geometry.TYPENAME_MULTIPOLYGON,
          Geometry.TYPENAME_GEOMETRYCOLLECTION);

  private static String slug(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "_");
  }

  @Test
  void whatAReaderSaysIsToldInChineseToo() {
    Wording reading =
        Wording.phrase(
            "reading",
            "3 cells where the header has 4; the text of 备注 is not valid in the file's charset");
    assertThat(ZH.say(reading, "building")).isEqualTo("有 3 个单元格，表头为 4 个；“备注”的文字不符合文件的字符编码");
    assertThat(EN.say(reading, "building")).startsWith("3 cells where the header has 4; the text");
    assertThat(ZH.say(Wording.phrase("reading", "geometry: found 2 - must be 0"), "building"))
        .isEqualTo("几何图形无法读取");
    assertThat(ZH.say(Wording.phrase("reading", "something new"), "building")).contains("见英文说明");
  }

  @Test
  void whatWasFiledIsNotTakenForWhatAReaderSays() {
    assertThat(reading("text 'a; b' in column 3, which has no name"))
        .isEqualTo("第 3 列没有列名，其中有文字“a; b”");
    assertThat(
            reading(
                "text 'a; b' in column 3, which has no name; text 'c' in column 4, which has no name; x is empty"))
        .isEqualTo("第 3 列没有列名，其中有文字“a; b”；第 4 列没有列名，其中有文字“c”；“x”为空");
    assertThat(reading("geometry: the ring is empty")).isEqualTo("几何图形无法读取");
    assertThat(reading("geometry: odd; type 3 is none")).isEqualTo("几何图形无法读取");
    assertThat(reading("x is empty; something new")).isEqualTo("“x”为空；该行内容有误（原因见英文说明）");
    assertThat(reading("text 'a; b' in column 3, which has no name; something; new"))
        .isEqualTo("第 3 列没有列名，其中有文字“a; b”；该行内容有误（原因见英文说明）");
    assertThat(reading("a; ".repeat(5000) + "b")).isEqualTo("该行内容有误（原因见英文说明）");
  }

  private static String reading(String english) {
    return ZH.say(Wording.phrase("reading", english), "building");
  }

  @Test
  void everythingAReaderSaysHasATemplateAndNoTemplateIsLeftOver() throws IOException {
    Pattern said =
        Pattern.compile(
            "(?:problems\\.add\\(|new SourceRow\\(\\w+, \\w+, \\w+,)\\s*([^;]*\"[^;]*?)\\);");
    Set<String> texts = new TreeSet<>();
    try (Stream<Path> files =
        Files.walk(Path.of("../formats/src/main/java/org/riskcensus/formats/read"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        said.matcher(Files.readString(file, StandardCharsets.UTF_8))
            .results()
            .forEach(found -> texts.add(sample(found.group(1))));
      }
    }
    assertThat(texts).contains("X cells where the header has X", "its values are cut off");
    Readings readings = RULES.words().readings();
    assertThat(texts).allMatch(text -> readings.find(text).isPresent());
    List<String> templates =
        readings.list().stream().map(template -> template.en().replaceAll("\\{.*?}", "X")).toList();
    assertThat(texts).containsAll(templates.subList(0, templates.size() - 1));
  }

  /** The text that an expression of literals and values makes, each value told as X. */
  private static String sample(String expression) {
    return Pattern.compile("\"([^\"]*)\"|[^\"]+")
        .matcher(expression)
        .replaceAll(
            piece ->
                piece.group(1) != null
                    ? piece.group(1)
                    : piece.group().matches(".*\\w.*") ? "X" : "");
  }

  @Test
  void aSpaceDoesNotPartChineseFromChinese() {
    String message = "应为 {0}，见 {1} 行";
    BinaryOperator<String> same = (name, how) -> name.equals("0") ? "以下之一" : "3";
    assertThat(Template.fillChinese(message, same)).isEqualTo("应为以下之一，见 3 行");
    assertThat(Template.fillChinese(message, (name, how) -> "≤ 5")).isEqualTo("应为 ≤ 5，见 ≤ 5 行");
  }

  @Test
  void whatWasNotFiledLeavesNoBrackets() {
    assertThat(EN.say(Wording.phrase("metres_from_row", "3.2", "s", 5, null), "shelter"))
        .isEqualTo("3.2 m, s row 5");
    assertThat(ZH.say(Wording.phrase("metres_from_row", "3.2", "s", 5, "S-1"), "shelter"))
        .isEqualTo("3.2 米，s 第 5 行（S-1）");
    Wording flood =
        Wording.phrase("flood_beyond_rarer", null, "river", 5, "", "9 m² (1.0%)", 100, "");
    assertThat(EN.say(flood, "flood_extent")).matches("[A-Za-z].* of 5 years, 9 m².*");
  }

  @Test
  void limitsAreToldAsTheyWereSet() {
    assertThat(Wording.limit(2.5)).isEqualTo("2.5");
    assertThat(Wording.limit(100 * 0.005)).isEqualTo("0.5");
    assertThat(Wording.limit(100 * 0.07)).isEqualTo("7");
    assertThat(Wording.limit(1000)).isEqualTo("1000");
  }

  @Test
  void codesAndColumnsAreToldByTheirNames() {
    Wording codes = Wording.phrase("one_of_codes", "danger_status");
    assertThat(ZH.say(codes, "hidden_danger")).isEqualTo("以下之一：待整改、已整改、已销号");
    assertThat(EN.say(codes, "hidden_danger")).isEqualTo("one of: open, rectified, closed");
    Wording sum = Wording.phrase("sum_of_fields", "relocated_concentrated relocated_dispersed", 9);
    assertThat(ZH.say(sum, "loss_event")).isEqualTo("集中安置 + 分散安置 = 9");
    assertThat(EN.say(sum, "loss_event"))
        .isEqualTo("relocated_concentrated + relocated_dispersed = 9");
  }

  @Test
  void aValueOfTheDataStaysAsItIs() {
    Wording value = Wording.of("{0} $1 \\ 约12");
    assertThat(EN.say(value, "building")).isEqualTo("{0} $1 \\ 约12");
    assertThat(ZH.say(Wording.phrase("year_of_field", "{1:field}$1", "start_date"), "loss_event"))
        .startsWith("{1:field}$1（");
  }
}
