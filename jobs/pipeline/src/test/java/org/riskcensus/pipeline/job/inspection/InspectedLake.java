package org.riskcensus.pipeline.job.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.yaml.Problems;

/** A lake of two counties: 60 and 20 buildings, 5 shelters, and one finding. */
final class InspectedLake {

  static final int NUMBER = 0;
  static final int OBJECT = 2;
  static final int FILED = 9;
  static final int INSPECTED = 11;
  static final int VERDICT = 12;
  static final int REMARK = 13;

  private static final String[] ROW = {
    "'sub' AS submission_id",
    "'房屋.shp' AS file",
    "id + 1 AS row_number",
    "'ok' AS qc_status",
    "'L2' AS sensitivity"
  };

  private final Path directory;
  private final SparkSession spark;

  InspectedLake(Path directory) {
    this.directory = directory;
    this.spark = TestLake.session(directory.resolve("lake"));
    Lake lake = TestLake.open(spark, "filed", "370321", "370322");
    String first = "concat(if(id < 60, '370321', '370322'), '101000')";
    lake.replaceYear(
        "staging.building",
        2025,
        spark
            .range(80)
            .select(
                columns(
                    "concat('B', id) AS object_id",
                    first + " AS admin_code",
                    "'brick_concrete' AS structure",
                    "cast(1 + id % 6 AS int) AS floors",
                    "100.5D + id AS floor_area_m2",
                    "cast(if(id % 7 = 0, null, 1990 + id % 30) AS int) AS built_year",
                    "'dwelling' AS use",
                    "1.5E7D + id AS value_wan",
                    "118D AS xmin",
                    "118.001D AS xmax",
                    "36.9D AS ymin",
                    "36.901D AS ymax",
                    "'s' AS source_id")));
    lake.replaceYear(
        "staging.shelter",
        2025,
        spark
            .range(5)
            .select(
                columns(
                    "concat('H', id) AS object_id",
                    "'370321101000' AS admin_code",
                    "'广场' AS name",
                    "1200D AS area_m2",
                    "cast(600 AS int) AS capacity_persons",
                    "'h' AS source_id")));
    lake.replaceYear(
        "ops.finding",
        2025,
        spark
            .range(80)
            .selectExpr(
                "'370321' AS county_code",
                "concat('f', id) AS finding_id",
                "'outlier' AS rule",
                "'warning' AS severity",
                "'building' AS dataset",
                "'s' AS source_id",
                "id + 1 AS row_number",
                "'异常' AS message_zh",
                "'outlier' AS message_en"));
    lake.publish();
  }

  private static Column[] columns(String... own) {
    return Stream.concat(Arrays.stream(own), Arrays.stream(ROW))
        .map(functions::expr)
        .toArray(Column[]::new);
  }

  SparkSession spark() {
    return spark;
  }

  InspectionJob job(Language language) {
    return InspectionJob.load(language, directory.resolve("out"));
  }

  List<Path> draw(int year, String unit, long seed, ReportFormat... formats) throws IOException {
    return draw(Language.ZH, year, unit, seed, formats);
  }

  List<Path> draw(Language language, int year, String unit, long seed, ReportFormat... formats)
      throws IOException {
    Problems problems = new Problems();
    InspectionRequest.Asked asked =
        new InspectionRequest.Asked(
            year, unit, OptionalLong.of(seed), OptionalDouble.empty(), List.of());
    InspectionJob job = job(language);
    InspectionRequest request = InspectionRequest.of(asked, job.method(), problems).orElseThrow();
    return job.draw(spark, request, List.of(formats));
  }

  InspectionJob.Outcome evaluate(Path filled) throws IOException {
    return evaluate(Language.ZH, filled);
  }

  InspectionJob.Outcome evaluate(Language language, Path filled) throws IOException {
    return job(language).evaluate(spark, filled, List.of(ReportFormat.HTML));
  }

  /** A copy of a sheet with every line judged right, signed, and then changed. */
  Path fill(Path sheet, Consumer<XSSFSheet> change) throws IOException {
    return fill(sheet, "", change);
  }

  /** The same for a sheet that says it is of another sample. */
  Path fill(Path sheet, String sample, Consumer<XSSFSheet> change) throws IOException {
    Path filled = Files.createTempFile(directory, "filled", ".xlsx");
    try (InputStream in = Files.newInputStream(sheet);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(filled)) {
      InspectionWords words = words(workbook);
      for (Row row : workbook.getSheet(words.say(InspectionForm.ABOUT))) {
        String fact = row.getCell(0).getStringCellValue();
        if (fact.equals(words.say(InspectionForm.SAMPLE))) {
          row.getCell(1).setCellValue(named(row, sample));
        } else if (fact.equals(words.say(InspectionForm.INSPECTOR))) {
          row.getCell(1).setCellValue("王工");
        } else if (fact.equals(words.say(InspectionForm.REVIEWER))) {
          row.getCell(1).setCellValue("李工");
        } else if (fact.equals(words.say(InspectionForm.DAY))) {
          row.getCell(1).setCellValue("2026年1月10日");
        }
      }
      XSSFSheet lines = workbook.getSheet(words.say(InspectionForm.LINES));
      for (int r = 2; r <= lines.getLastRowNum(); r++) {
        lines.getRow(r).getCell(VERDICT).setCellValue(words.verdict(ItemVerdict.RIGHT));
      }
      change.accept(lines);
      workbook.write(out);
    }
    return filled;
  }

  private static InspectionWords words(XSSFWorkbook workbook) {
    Language language = workbook.getSheet("About") == null ? Language.ZH : Language.EN;
    return InspectionWords.in(language, Contracts.load());
  }

  private static String named(Row row, String sample) {
    return sample.isEmpty() ? row.getCell(1).getStringCellValue() : sample;
  }
}
