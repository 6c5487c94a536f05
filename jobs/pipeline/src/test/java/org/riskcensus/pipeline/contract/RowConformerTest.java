package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

class RowConformerTest {

  private static final Contracts CONTRACTS = Contracts.load();
  private static final TableContract BUILDING = CONTRACTS.get("staging.building");

  private static final Map<String, String> SOUND =
      Map.of(
          "编号", " B-1 ",
          "行政区划代码", "370321101201",
          "调查日期", "2025年4月1日",
          "结构", "砖混",
          "层数", "2.0",
          "建筑面积", "1,185.4",
          "用途", "dwelling",
          "价值万元", "22.3",
          "备注", "not a column");

  private static Map<String, String> with(String field, String text) {
    Map<String, String> row = new HashMap<>(SOUND);
    row.put(field, text);
    return row;
  }

  private static TypedRow conform(FiledMapping mapping, Map<String, String> row) {
    return RowConformer.of(BUILDING, CONTRACTS, mapping).conform(row);
  }

  private static TypedRow conform(Map<String, String> row) {
    return conform(FiledMapping.NONE, row);
  }

  @Test
  void aSoundRowBecomesTypedValuesInContractOrder() {
    TypedRow row = conform(SOUND);
    assertThat(row.findings()).isEmpty();
    assertThat(row.columns())
        .isEqualTo(BUILDING.filedColumns().stream().map(ColumnContract::name).toList());
    assertThat(row.byName())
        .containsExactly(
            entry("object_id", "B-1"),
            entry("admin_code", "370321101201"),
            entry("source_department", null),
            entry("survey_date", LocalDate.of(2025, 4, 1)),
            entry("structure", "brick_concrete"),
            entry("floors", 2),
            entry("floor_area_m2", 1185.4),
            entry("built_year", null),
            entry("use", "dwelling"),
            entry("fortification_degree", null),
            entry("value_wan", 22.3));
  }

  @Test
  void aMissingMandatoryValueIsFoundWhetherAbsentOrBlank() {
    Map<String, String> absent = new HashMap<>(SOUND);
    absent.remove("结构");
    Finding finding =
        new Finding(
            "required",
            Severity.ERROR,
            "structure",
            Wording.of(""),
            Wording.phrase("a_value"),
            null);
    assertThat(conform(absent).findings()).containsExactly(finding);
    assertThat(conform(with("结构", "\u3000 ")).findings()).containsExactly(finding);
  }

  @Test
  void everyWrongColumnHasItsFindingAndNoValue() {
    Map<String, String> row = with("结构", "砖混结构");
    row.put("层数", "两层");
    row.put("建筑面积", "-5");
    row.put("行政区划代码", "3.70321E+11");
    TypedRow typed = conform(row);
    assertThat(
            typed.findings().stream()
                .map(f -> f.rule() + " " + f.field() + " " + f.observed().values().get(0)))
        .containsExactly(
            "pattern admin_code 3.70321E+11",
            "code structure 砖混结构",
            "type floors 两层",
            "range floor_area_m2 -5");
    assertThat(typed.byName())
        .containsEntry("admin_code", null)
        .containsEntry("structure", null)
        .containsEntry("floors", null)
        .containsEntry("floor_area_m2", null)
        .containsEntry("value_wan", 22.3);
  }

  @Test
  void aFindingTellsWhatWouldBeRight() {
    assertThat(conform(with("用途", "仓库")).findings().get(0).expected())
        .isEqualTo(Wording.phrase("one_of_codes", "building_use"));
    assertThat(conform(with("建成年份", "19988")).findings().get(0).expected())
        .isEqualTo(Wording.phrase("range_in_unit", "1000 … 2100", "a"));
  }

  @Test
  void aNumberTooLargeToBeSummedExactlyIsFound() {
    for (String filed : List.of("1e30", "10,000,000,000,000", "-1e13")) {
      assertThat(wrongLosses(FiledMapping.NONE, filed))
          .as(filed)
          .extracting(Finding::field, Finding::rule, Finding::expected)
          .containsExactlyInAnyOrder(
              tuple("deaths", "type", Wording.phrase("number_within")),
              tuple("direct_loss_wan", "type", Wording.phrase("number_within")));
    }
    assertThat(wrongLosses(FiledMapping.NONE, "9999999999999")).isEmpty();
    FiledMapping yuan = new FiledMapping(Map.of(), Map.of(), Map.of("direct_loss_wan", "yuan"));
    assertThat(wrongLosses(yuan, "1e14"))
        .as("10^10 万元")
        .extracting(Finding::field)
        .containsExactly("deaths");
  }

  private static List<Finding> wrongLosses(FiledMapping mapping, String filed) {
    return RowConformer.of(CONTRACTS.get("staging.loss_event"), CONTRACTS, mapping)
        .conform(Map.of("死亡人口", filed, "直接经济损失", filed))
        .findings()
        .stream()
        .filter(finding -> !finding.rule().equals("required"))
        .toList();
  }

  @Test
  void aPartOfAFloorIsNoCount() {
    assertThat(conform(with("层数", "1.5")).findings())
        .singleElement()
        .returns("type", Finding::rule);
  }

  @Test
  void fieldsAreMappedByHandWhereTheyHaveOtherNames() {
    Map<String, String> row = new HashMap<>(SOUND);
    row.put("房屋结构类型", row.remove("结构"));
    FiledMapping mapping = new FiledMapping(Map.of("房屋结构类型", "structure"), Map.of(), Map.of());
    assertThat(conform(mapping, row).findings()).isEmpty();
  }

  @Test
  void aMappingByHandWinsOverAName() {
    Map<String, String> row = with("建筑面积", "1");
    row.put("实测面积", "99");
    FiledMapping mapping = new FiledMapping(Map.of("实测面积", "floor_area_m2"), Map.of(), Map.of());
    assertThat(conform(mapping, row).byName()).containsEntry("floor_area_m2", 99.0);
  }

  @Test
  void twoFieldsForOneColumnAreAmbiguous() {
    FiledMapping mapping = new FiledMapping(Map.of("实测面积", "floor_area_m2"), Map.of(), Map.of());
    assertThat(mapping.ambiguous(BUILDING, List.of("编号", "实测面积", "建筑面积", "备注")))
        .containsExactly(entry("floor_area_m2", List.of("实测面积", "建筑面积")));
  }

  @Test
  void filedValuesAreMappedBeforeTheirCodesAreLookedUp() {
    FiledMapping mapping =
        new FiledMapping(
            Map.of(),
            Map.of(
                "structure", Map.of("砖混结构", "brick_concrete"),
                "built_year", Map.of("不详", "")),
            Map.of());
    Map<String, String> row = with("结构", "砖混结构");
    row.put("建成年份", "不详");
    TypedRow typed = conform(mapping, row);
    assertThat(typed.findings()).isEmpty();
    assertThat(typed.byName())
        .containsEntry("structure", "brick_concrete")
        .containsEntry("built_year", null);
  }

  @Test
  void unitsAreConvertedAndFindingsQuoteWhatWasFiled() {
    FiledMapping yuan = new FiledMapping(Map.of(), Map.of(), Map.of("value_wan", "yuan"));
    assertThat(conform(yuan, with("价值万元", "223,000")).byName()).containsEntry("value_wan", 22.3);
    assertThat(conform(yuan, with("价值万元", "-223,000")).findings())
        .containsExactly(
            new Finding(
                "range",
                Severity.ERROR,
                "value_wan",
                Wording.of("-223,000"),
                Wording.phrase("range_in_unit", "0 … 1000000", "万元"),
                null));
  }

  @Test
  void anUnknownUnitIsRefusedBeforeAnyRow() {
    FiledMapping mapping = new FiledMapping(Map.of(), Map.of(), Map.of("value_wan", "mu"));
    assertThatThrownBy(() -> conform(mapping, SOUND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("value_wan")
        .hasMessageContaining("'mu'");
  }

  @Test
  void theConformerTravelsToTasks() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(RowConformer.of(BUILDING, CONTRACTS, FiledMapping.NONE));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RowConformer copy = (RowConformer) in.readObject();
      assertThat(copy.conform(SOUND)).isEqualTo(conform(SOUND));
    }
  }
}
