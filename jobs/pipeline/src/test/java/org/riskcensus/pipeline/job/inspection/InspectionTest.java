package org.riskcensus.pipeline.job.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.inspection.Acceptance;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.Languages;
import org.riskcensus.pipeline.lakehouse.SideBySide;

class InspectionTest {

  @TempDir static Path directory;
  private static InspectedLake lake;
  private static Path sheet;

  @BeforeAll
  static void drawASample() throws IOException {
    lake = new InspectedLake(directory);
    sheet = lake.draw(2025, "3703", 7, ReportFormat.XLSX).get(0);
  }

  @Test
  void aTenthOfEachStratumIsDrawnButNoFewerThanThree() {
    assertThat(
            lake.spark()
                .sql(
                    "SELECT dataset, county_code, max(stratum_objects), max(stratum_drawn),"
                        + " count(DISTINCT object_id) FROM ops.inspection_item WHERE seed = 7"
                        + " GROUP BY ALL ORDER BY 1, 2")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "building 370321 60 6 6", "building 370322 20 3 3", "shelter 370321 5 3 3");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndIsRecordedOnce() throws IOException {
    List<Path> first = lake.draw(2025, "370321", 11, ReportFormat.XLSX, ReportFormat.HTML);
    byte[] workbook = Files.readAllBytes(first.get(0));
    byte[] page = Files.readAllBytes(first.get(1));
    long rows = lake.spark().table("ops.inspection_item").count();
    List<Path> again = lake.draw(2025, "370321000000", 11, ReportFormat.XLSX, ReportFormat.HTML);
    assertThat(again).isEqualTo(first);
    assertThat(again.get(0)).hasBinaryContent(workbook);
    assertThat(again.get(1)).hasBinaryContent(page);
    assertThat(new String(page, StandardCharsets.UTF_8))
        .contains("质量抽检通知单", "随机种子", "检查人", "复核人", "房屋建筑", "房屋.shp 第 ", "outlier");
    assertThat(lake.spark().table("ops.inspection_item").count()).isEqualTo(rows);
    assertThat(objects(11)).as("another seed draws others").isNotEqualTo(objects(7));
  }

  private static Set<String> objects(long seed) {
    return lake
        .spark()
        .table("ops.inspection_item")
        .where("dataset = 'building' AND county_code = '370321' AND seed = " + seed)
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs("object_id"))
        .collect(Collectors.toSet());
  }

  @Test
  void aFilledSheetGivesRatesAndVerdictAndIsRecordedOnce() throws IOException {
    Path filled =
        lake.fill(
            sheet,
            lines -> {
              write(lines, 2, "混凝土", "错误", "");
              write(lines, 3, "", "无法核实", "已拆除");
            });
    InspectionJob.Outcome outcome = lake.evaluate(filled);
    // 9 buildings with 7 indicators, 3 shelters with 3: 72, of which 71 verified, 1 wrong: 1.41 %.
    assertThat(outcome.acceptance()).isEqualTo(Acceptance.PASSED);
    assertThat(outcome.lines().get(0))
        .contains("12 objects", "72 indicators", "1 wrong", "1 unverifiable", "1.41%", "合格");
    // Weighted: 2 (structure) for 60/6 buildings; buildings weigh 10 each, 6·10·10 + 3·10·20/3,
    // less floors once for 10; shelters 5 each: 3·5·5/3. 20 / (800 − 10 + 25) = 2.45 %.
    assertThat(outcome.lines().get(0)).contains("weighted   2.45%");
    lake.evaluate(filled);
    assertThat(
            lake.spark()
                .sql(
                    "SELECT sequence, scope, wrong, acceptance, inspector, inspected_on FROM"
                        + " ops.inspection_result WHERE sample_id = (SELECT max(sample_id) FROM"
                        + " ops.inspection_item WHERE seed = 7 AND unit_code = '370300000000')"
                        + " AND scope = 'all'")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly("1 all 1 passed 王工 2026-01-10");
    assertThat(Files.readString(outcome.files().get(0))).contains("质量抽检报告", "混凝土", "已拆除");
  }

  private static void write(XSSFSheet lines, int row, String value, String verdict, String remark) {
    lines.getRow(row).getCell(InspectedLake.INSPECTED).setCellValue(value);
    lines.getRow(row).getCell(InspectedLake.VERDICT).setCellValue(verdict);
    lines.getRow(row).getCell(InspectedLake.REMARK).setCellValue(remark);
  }

  /** Of the page only what was filed is Chinese: names of files, and what inspectors wrote. */
  @Test
  void anEnglishSheetIsOfTheSameSampleAndIsReadBackAsAChineseOneIs() throws IOException {
    List<Path> english =
        lake.draw(Language.EN, 2025, "3703", 7, ReportFormat.XLSX, ReportFormat.HTML);
    assertThat(english.get(0)).isNotEqualTo(sheet);
    assertThat(english.get(0).toString()).isEqualTo(sheet.toString().replace(".xlsx", "_en.xlsx"));
    String notice = Files.readString(english.get(1));
    assertThat(notice).contains("Notice of an inspection", "Objects to inspect", "floor area m2");
    assertThat(Languages.chineseIn(notice)).containsOnly("房屋");
    Path filled =
        lake.fill(
            english.get(0),
            lines -> {
              write(lines, 2, "Concrete", "wrong", "");
              write(lines, 3, "", "Unverifiable", "已拆除");
            });
    InspectionJob.Outcome outcome = lake.evaluate(Language.EN, filled);
    assertThat(outcome.lines().get(0))
        .contains("1 wrong", "1 unverifiable", "1.41%", "2.45%", "passed");
    String report = Files.readString(outcome.files().get(0));
    assertThat(report)
        .contains("Report of an inspection", "Verdict: passed", "Concrete", "Unverifiable");
    assertThat(Languages.chineseIn(report)).containsOnly("房屋", "王工", "李工", "已拆除");
  }

  @Test
  void theReportOfAChineseSheetCanBeEnglishAndTheOtherWayRound() throws IOException {
    Path chinese = lake.fill(sheet, lines -> write(lines, 2, "混凝土", "错误", ""));
    assertThat(Files.readString(lake.evaluate(Language.EN, chinese).files().get(0)))
        .contains("Verdict: passed", "混凝土");
    Path sheetInEnglish = lake.draw(Language.EN, 2025, "3703", 7, ReportFormat.XLSX).get(0);
    Path english = lake.fill(sheetInEnglish, lines -> write(lines, 2, "", "wrong", ""));
    assertThatThrownBy(() -> lake.evaluate(english))
        .hasMessageContaining("“Verdict” is wrong: write what is right in “Inspected”");
  }

  @Test
  void everythingWrongWithASheetIsTold() throws IOException {
    Path filled =
        lake.fill(
            sheet,
            lines -> {
              lines.getRow(2).getCell(InspectedLake.OBJECT).setCellValue("B999");
              lines.getRow(3).getCell(InspectedLake.FILED).setCellValue("88");
              write(lines, 4, "", "对", "");
              write(lines, 5, "", "", "");
              write(lines, 6, "", "错误", "");
              write(lines, 7, "", "无法核实", "");
              lines.getRow(8).getCell(InspectedLake.NUMBER).setCellValue(6);
              lines.getRow(9).getCell(InspectedLake.NUMBER).setCellValue(900);
              lines.removeRow(lines.getRow(20));
            });
    assertThatThrownBy(() -> lake.evaluate(filled))
        .hasMessageContaining("“编号” was drawn as '")
        .hasMessageContaining("' and is 'B999' here: only the coloured cells are filled in")
        .hasMessageContaining("“填报值” was drawn as '")
        .hasMessageContaining("“判定” '对' is none of 正确, 错误, 无法核实")
        .hasMessageContaining("lines have no verdict, by their “序号”: choose 正确, 错误 or 无法核实: 4")
        .hasMessageContaining("“判定” is 错误: write what is right")
        .hasMessageContaining("“判定” is 无法核实: write why")
        .hasMessageContaining("“序号” 6 is there twice")
        .hasMessageContaining("“序号” '900' is no line of the sample, which has 1 to 72")
        .hasMessageContaining("lines of the sample are missing, by their “序号”: 7–8, 19");
  }

  @Test
  void aVerdictThatContradictsItsValueIsTold() throws IOException {
    assertTold(lines -> write(lines, 2, "砖木", "正确", ""), "“判定” is 正确, but “核查值” is another");
    assertTold(lines -> write(lines, 2, "砖混", "错误", ""), "“判定” is 错误, but “核查值” is the same");
  }

  private static void assertTold(Consumer<XSSFSheet> change, String message) throws IOException {
    Path filled = lake.fill(sheet, change);
    assertThatThrownBy(() -> lake.evaluate(filled)).hasMessageContaining(message);
  }

  @Test
  void aSheetNobodySignedIsRefused() {
    assertThatThrownBy(() -> lake.evaluate(sheet))
        .hasMessageContaining("“检查人” on the page “填表说明” is empty")
        .hasMessageContaining("“复核人”")
        .hasMessageContaining("“检查日期” is ''; write a day such as 2026-01-10");
  }

  @Test
  void whoDidNotSignAndWhatIsWrongInTheLinesIsToldAtOnce() {
    assertThatThrownBy(() -> lake.evaluate(sheet))
        .hasMessageContaining("“检查人” on the page “填表说明” is empty")
        .hasMessageContaining("lines have no verdict");
  }

  @Test
  void sheetsHandedInAtOnceGetNumbersThatFollow() throws Exception {
    Path own = lake.draw(2025, "3703", 9, ReportFormat.XLSX).get(0);
    List<Callable<Object>> handedIn = new ArrayList<>();
    for (String reason : List.of("门锁", "已拆", "无人")) {
      Path filled = lake.fill(own, lines -> write(lines, 2, "", "无法核实", reason));
      handedIn.add(() -> lake.evaluate(filled));
    }
    SideBySide.all(handedIn);
    assertThat(
            lake.spark()
                .sql(
                    "SELECT sequence FROM ops.inspection_result WHERE scope = 'all' AND sample_id"
                        + " IN (SELECT sample_id FROM ops.inspection_verdict WHERE remark = '门锁')"
                        + " ORDER BY sequence")
                .as(Encoders.INT())
                .collectAsList())
        .containsExactly(1, 2, 3);
  }

  @Test
  void aSheetOfAnotherLakeOrKindIsRefused() throws IOException {
    Path foreign = lake.fill(sheet, "0123456789abcdef", lines -> {});
    assertThatThrownBy(() -> lake.evaluate(foreign))
        .hasMessageContaining("no sample '0123456789abcdef' was drawn from this lake");
    Path workbook = directory.resolve("别的.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        var out = Files.newOutputStream(workbook)) {
      book.createSheet("数据").createRow(0).createCell(0).setCellValue("a");
      book.write(out);
    }
    assertThatThrownBy(() -> lake.evaluate(workbook))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("填表说明");
  }

  @Test
  void whatIsNotThereCannotBeDrawn() {
    assertThatThrownBy(() -> lake.draw(2019, "370321", 7, ReportFormat.HTML))
        .hasMessageContaining("no objects of 370321000000 are published for census year 2019");
  }
}
