package org.riskcensus.pipeline.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedTableTest {
  private static final StructType COLUMNS =
      StructType.fromDDL("unit string, year int, loss double, deaths bigint, note string");

  @TempDir Path folder;

  @Test
  void equalTablesHaveNoDifferences() throws IOException {
    assertThat(
            table().differences(List.of(row("a", 2021, 0.1 + 0.2, null), row("a", 2022, 5.0, 1L))))
        .isEmpty();
  }

  @Test
  void missingSuperfluousDoubleAndDifferingRowsAreTold() throws IOException {
    List<Row> actual =
        List.of(row("a", 2021, 0.31, 0L), row("b", 2021, 1.0, null), row("b", 2021, 1.0, null));
    assertThat(table().differences(actual))
        .containsExactlyInAnyOrder(
            "twice: b 2021",
            "a 2021 loss: 0.31, expected 0.3",
            "a 2021 deaths: 0, expected ",
            "missing: a 2022",
            "too many: b 2021",
            "too many: b 2021");
  }

  @Test
  void tableNarrowedToAYearHasItsRowsAlone() throws IOException {
    assertThat(table().where("year", 2022).size()).isEqualTo(1);
    assertThat(table().where("year", 2022).mismatches(List.of(row("a", 2022, 5.0, 1L)))).isEmpty();
  }

  @Test
  void commaBetweenQuotesIsPartOfItsCell() throws IOException {
    Path csv = folder.resolve("quoted.csv");
    Files.writeString(csv, "unit,year,note\na,2021,\"collapsed, nobody moved\"\n");
    ExpectedTable quoted = ExpectedTable.read(csv, "unit", "year");
    Row right = row("a", 2021, null, null, "collapsed, nobody moved");
    assertThat(quoted.differences(List.of(right))).isEmpty();
  }

  private ExpectedTable table() throws IOException {
    Path csv = folder.resolve("t.csv");
    Files.writeString(csv, "unit,year,loss,deaths\na,2021,0.3,\na,2022,5,1\n");
    return ExpectedTable.read(csv, "unit", "year");
  }

  private static Row row(Object... values) {
    Object[] cells = java.util.Arrays.copyOf(values, COLUMNS.size());
    return new GenericRowWithSchema(cells, COLUMNS);
  }
}
