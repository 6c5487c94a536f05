package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  @TempDir Path folder;

  private Path file(String name, String text, String charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private Path file(String text) throws IOException {
    return file("t.csv", text, "UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
  void aCharsetIsFoundWithoutBeingDeclared(String charset) throws IOException {
    String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
    List<SourceRow> rows = Reading.rows(file("t.csv", mark + "编号,名称\n1,桓台县\n", charset));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).attributes()).containsExactly(entry("编号", "1"), entry("名称", "桓台县"));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(Reading.header(file("\uFEFF编号,名称\n1,a\n")).fields()).containsExactly("编号", "名称");
  }

  @Test
  void gb2312HoldsTheCharactersOfGbkToo() throws IOException {
    Path file = file("t.csv", "姓名\n朱镕基\n", "GBK");
    assertThat(Reading.rows(file, "charset", "GB2312").get(0).attributes()).containsValue("朱镕基");
  }

  @Test
  void big5IsReadWhenDeclared() throws IOException {
    Path file = file("t.csv", "名稱\n繁體國語\n", "Big5");
    assertThat(Reading.rows(file, "charset", "Big5").get(0).attributes())
        .containsExactly(entry("名稱", "繁體國語"));
  }

  @Test
  void bytesThatAreNoTextAreReportedOnTheirRow() throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(file, "a,b\n1,x\n2,\u00ff\n3,z\n".getBytes(StandardCharsets.ISO_8859_1));
    List<SourceRow> rows = Reading.rows(file, "charset", "UTF-8");
    assertThat(rows).extracting(SourceRow::problem).element(1).asString().contains("b", "charset");
    assertThat(rows.get(0).problem()).isNull();
    assertThat(rows.get(2).problem()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"','", "';'", "'|'", "'\t'"})
  void theDelimiterIsFoundInTheHeader(String delimiter) throws IOException {
    Path file = file("a%1$sb%1$sc\n1%1$s2%1$s3\n".formatted(delimiter));
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(entry("a", "1"), entry("b", "2"), entry("c", "3"));
  }

  @Test
  void tabsAreDeclaredByTheExtension() throws IOException {
    Path file = file("t.tsv", "a,b\tc\n1\t2\n", "UTF-8");
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(entry("a,b", "1"), entry("c", "2"));
  }

  @Test
  void quotedCellsHoldDelimitersQuotesAndLineBreaks() throws IOException {
    Path file = file("a,b\r\n\"x, \"\"y\"\"\",\"line 1\r\nline 2\"\r\n1,2\r\n");
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows.get(0).attributes())
        .containsExactly(entry("a", "x, \"y\""), entry("b", "line 1\r\nline 2"));
    assertThat(rows.get(1).rowNumber()).isEqualTo(2);
  }

  @Test
  void numbersKeepTheirText() throws IOException {
    assertThat(Reading.rows(file("code,share\n01001,1.50\n")).get(0).attributes())
        .containsExactly(entry("code", "01001"), entry("share", "1.50"));
  }

  @Test
  void aRowWithTooFewOrTooManyCellsIsAProblemNotALoss() throws IOException {
    List<SourceRow> rows = Reading.rows(file("a,b,c\n1,2\n1,2,3,4\n1,2,3,\n1,2,3"));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).problem()).contains("2 cells", "3");
    assertThat(rows.get(1).problem()).contains("'4'", "column 4");
    assertThat(rows.get(2).problem()).isNull();
    assertThat(rows.get(3).problem()).isNull();
  }

  @Test
  void blankLinesKeepTheirNumber() throws IOException {
    assertThat(Reading.rows(file("a,b\n1,2\n\n,\n3,4\n")))
        .extracting(SourceRow::rowNumber)
        .containsExactly(1L, 4L);
  }

  @Test
  void theHeaderMayStandLower() throws IOException {
    Path file = file("灾害损失统计表\n2025年,,\n编号,年份,人数\n1,2025,3\n");
    List<SourceRow> rows = Reading.rows(file, "header_row", "3");
    assertThat(rows.get(0).attributes()).containsEntry("人数", "3");
    assertThat(rows.get(0).rowNumber()).isEqualTo(1);
  }

  @Test
  void aQuoteThatIsNeverClosedIsNotTakenForALongText() throws IOException {
    assertThat(Reading.refusal(file("a,b\n1,2\n3,\"4\n5,6\n7,8\n"))).contains("t.csv", "line 3");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() throws IOException {
    assertThat(Reading.refusal(file("a,b,a\n1,2,3\n"))).contains("called a");
  }

  @ParameterizedTest
  @CsvSource({
    "header_row, 9, fewer rows",
    "header_row, x, header_row",
    "delimiter, ab, delimiter",
    "charset, klingon, klingon",
    "wkt, shape, no column 'shape'",
    "x, a, both"
  })
  void anOptionThatDoesNotFitIsRefused(String option, String value, String reason)
      throws IOException {
    assertThat(Reading.refusal(file("a,b\n1,2\n"), option, value)).contains(reason);
  }
}
