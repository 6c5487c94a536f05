package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbfReaderTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("t.dbf");
  }

  private Path text(String charset, int language, String text) throws IOException {
    return new DbfFile(charset).language(language).column("名稱", 'C', 12).row(text).write(file());
  }

  @ParameterizedTest
  @CsvSource({"GBK, 0", "GBK, 87", "GBK, 77", "UTF-8, 0", "UTF-8, 87", "Big5, 120"})
  void theCharsetIsFoundFromTheMarkOrTheTexts(String charset, int language) throws IOException {
    Path file = text(charset, language, "中文");
    assertThat(Reading.rows(file).get(0).attributes()).containsExactly(entry("名稱", "中文"));
  }

  @ParameterizedTest
  @CsvSource({"GBK, GBK", "GBK, 936", "GBK, ANSI 936", "UTF-8, UTF-8", "Big5, BIG5", "Big5, 950"})
  void aCpgFileBesideItNamesTheCharset(String charset, String cpg) throws IOException {
    Path file = text(charset, 87, "中文");
    Files.writeString(folder.resolve("t.CPG"), cpg + "\r\n");
    assertThat(Reading.rows(file).get(0).attributes()).containsExactly(entry("名稱", "中文"));
  }

  @Test
  void theDeclaredCharsetGoesBeforeAll() throws IOException {
    Path file = text("Big5", 77, "繁體");
    Files.writeString(folder.resolve("t.cpg"), "UTF-8");
    assertThat(Reading.rows(file, "charset", "Big5").get(0).attributes()).containsValue("繁體");
  }

  @Test
  void aTextCutInTheMiddleOfACharacterLosesOnlyThat() throws IOException {
    Path file = new DbfFile("UTF-8").column("行政区划代码", 'C', 8).row("桓台县城").write(file());
    SourceRow row = Reading.rows(file).get(0);
    assertThat(row.attributes()).containsExactly(entry("行政区", "桓台"));
    assertThat(row.problem()).isNull();
  }

  @Test
  void aTextThatIsNotInTheCharsetIsAProblemOfItsRow() throws IOException {
    Path file = new DbfFile("GBK").column("N", 'C', 8).row("ok").row("桓台县").write(file());
    List<SourceRow> rows = Reading.rows(file, "charset", "UTF-8");
    assertThat(rows.get(0).problem()).isNull();
    assertThat(rows.get(1).problem()).contains("N", "charset");
  }

  @Test
  void valuesReadAsFiled() throws IOException {
    Path file =
        new DbfFile("GBK")
            .column("CODE", 'C', 8)
            .column("AREA", 'N', 10)
            .column("BIG", 'N', 6)
            .column("DAY", 'D', 8)
            .column("YES", 'L', 1)
            .column("NONE", 'D', 8)
            .row("0012", "   1.50", "******", "20250709", "T", "")
            .write(file());
    assertThat(Reading.rows(file).get(0).attributes())
        .containsExactly(
            entry("CODE", "0012"),
            entry("AREA", "1.50"),
            entry("DAY", "2025-07-09"),
            entry("YES", "true"));
  }

  @Test
  void deletedRowsKeepTheirNumber() throws IOException {
    Path file = new DbfFile("GBK").column("N", 'C', 2).row("a").deleted("b").row("c").write(file());
    assertThat(Reading.rows(file)).extracting(SourceRow::rowNumber).containsExactly(1L, 3L);
  }

  @Test
  void aMemoIsReportedNotDropped() throws IOException {
    Path file = new DbfFile("GBK").column("NOTE", 'M', 10).row("         7").row("").write(file());
    List<SourceRow> rows = Reading.rows(file);
    assertThat(rows.get(0).problem()).contains("NOTE", "memo");
    assertThat(rows.get(1).problem()).isNull();
  }

  @Test
  void aTableShorterThanItsHeaderSaysIsRefusedWhereItEnds() throws IOException {
    Path file =
        new DbfFile("GBK").missing(2_000_000_000).column("N", 'C', 200).row("a").write(file());
    assertThat(Reading.refusal(file)).contains("t.dbf", "after row 1", "2000000001");
  }

  @Test
  void twoColumnsOfOneNameAreRefused() throws IOException {
    Path file = new DbfFile("GBK").column("死亡人", 'C', 2).column("死亡人", 'C', 2).write(file());
    assertThat(Reading.refusal(file)).contains("死亡人");
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    assertThat(Reading.refusal(Files.writeString(file(), "编号,名称\n1,桓台县,这不是表格文件而是文本\n")))
        .contains("t.dbf");
    assertThat(Reading.refusal(Files.write(file(), new byte[40]))).contains("damaged");
  }
}
