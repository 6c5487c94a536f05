package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private static final FindingWords ZH = FindingWords.of(RULES, CONTRACTS, true);
  private static final FindingWords EN = FindingWords.of(RULES, CONTRACTS, false);

  @Test
  void templatesAreWhollyOfTheirLanguage() {
    for (Rule rule : RULES.list()) {
      assertThat(Languages.latinIn(rule.messageZh().replaceAll("\\{.*?}", ""))).isEmpty();
      assertThat(Languages.chineseIn(rule.messageEn())).isEmpty();
    }
    Stream.concat(RULES.words().phrases().values().stream(), RULES.words().readings().stream())
        .forEach(
            said -> {
              assertThat(Languages.latinIn(said.zh().replaceAll("\\{.*?}", ""))).isEmpty();
              assertThat(Languages.chineseIn(said.en())).isEmpty();
            });
  }

  @Test
  void unitsAndWaysOfTellingAreKnown() {
    for (RuleWords.Said said : RULES.words().phrases().values()) {
      for (String how : Template.tellings(said.zh() + said.en())) {
        assertThat(CONTRACTS.codeLists().containsKey(how) || KNOWN.contains(how)).as(how).isTrue();
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

  private static final Set<String> KNOWN =
      Set.of("field", "fields", "table", "codes", "reading", "unit");

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
