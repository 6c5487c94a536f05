package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractExamplesTest {

  private static final Contracts CONTRACTS = Contracts.load();
  private static final Set<ColumnType> NOT_TEXT =
      EnumSet.of(ColumnType.BINARY, ColumnType.ATTRIBUTES);

  static Stream<String> tables() {
    return CONTRACTS.list().stream().map(TableContract::name);
  }

  /** Tables nobody files are checked as if they were: by every column that can be text. */
  private static RowConformer conformer(TableContract table) {
    if (table.namespace().equals("staging")) {
      return RowConformer.of(table, CONTRACTS, FiledMapping.NONE);
    }
    List<ColumnContract> columns =
        table.columns().stream()
            .filter(c -> !NOT_TEXT.contains(c.type()))
            .map(ContractExamplesTest::filed)
            .toList();
    TableContract asFiled =
        new TableContract(
            table.name(),
            table.title(),
            table.doc(),
            table.sensitivity(),
            columns,
            table.geometry(),
            table.key(),
            table.partition(),
            table.sort(),
            table.examples());
    return RowConformer.of(asFiled, CONTRACTS, FiledMapping.NONE);
  }

  private static ColumnContract filed(ColumnContract c) {
    return new ColumnContract(
        c.name(),
        c.label(),
        c.type(),
        c.unit(),
        c.required(),
        c.codes(),
        c.range(),
        c.pattern(),
        c.doc(),
        true);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void examplesAreJudgedAsTheContractSays(String name) {
    TableContract table = CONTRACTS.get(name);
    RowConformer conformer = conformer(table);
    for (Example example : table.examples()) {
      List<String> found =
          conformer.conform(example.row()).findings().stream()
              .map(f -> f.rule() + " " + f.field())
              .toList();
      List<String> expected =
          example.valid() ? List.of() : List.of(example.rule() + " " + example.field());
      assertThat(found).as("%s, example of line %d", name, example.line()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableShowsASoundRowAndARefusedOne(String name) {
    List<Example> examples = CONTRACTS.get(name).examples();
    assertThat(examples).as(name).anyMatch(Example::valid).anyMatch(e -> !e.valid());
  }

  @Test
  void labelsAreChineseAndUniqueInTheirTable() {
    for (TableContract table : CONTRACTS.list()) {
      List<String> labels = table.columns().stream().map(ColumnContract::label).toList();
      assertThat(labels).as(table.name()).doesNotHaveDuplicates().allMatch(l -> chinese(l));
      assertThat(chinese(table.title())).as(table.name()).isTrue();
    }
  }

  @Test
  void labelsAreNoOtherColumnsName() {
    for (TableContract table : CONTRACTS.list()) {
      assertThat(table.columns()).noneMatch(c -> table.find(c.label()).isPresent());
    }
  }

  @Test
  void codesOfNumericColumnsAreNumbers() {
    for (TableContract table : CONTRACTS.list()) {
      for (ColumnContract column : table.columns()) {
        if (column.codes() != null && column.type().numeric()) {
          assertThat(CONTRACTS.codeList(column.codes()).codes())
              .as(table.name() + "." + column.name())
              .allMatch(code -> NumberText.parse(code).isPresent());
        }
      }
    }
  }

  private static boolean chinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }
}
