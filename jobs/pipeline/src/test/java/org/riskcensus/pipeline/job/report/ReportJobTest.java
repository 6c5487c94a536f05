package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.report.ChartBlock;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.formats.report.render.ReportFormat;
import org.riskcensus.pipeline.yaml.Problems;

/** The report of a small lake, its numbers held against hand-made sums and against plain SQL. */
class ReportJobTest {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  @TempDir static Path directory;
  private static SparkSession spark;
  private static Report annual;

  @BeforeAll
  static void release() {
    spark = ReportedLake.fill(directory.resolve("lake"));
    annual = report("annual", "2025", "370321");
  }

  @Test
  void theSummaryTellsTheYearInSentences() {
    assertThat(summary(annual))
        .startsWith(
            "2025年，桓台县自然灾害灾情（年报核定口径）：报送灾害过程2次，受灾人口1,500人次，死亡人口1人，"
                + "失踪人口未报，紧急转移安置人口40人次，倒塌房屋间数未报，受灾面积未报，直接经济损失160.00万元。")
        // 160 of 125 is +28%; the mean of 60 and 125 is 92.5, of which 160 is 173%
        .contains("与上年同期（125.00万元）相比增加28.0%", "与前五年同期均值（92.50万元）相比增加73.0%")
        .contains("洪涝造成的直接经济损失最大，为160.00万元")
        .contains("综合风险等级为较高风险；重点防治区1.50平方公里");
  }

  @Test
  void eachNumberOfTheSummaryIsInTheMarts() {
    List<String> known = new ArrayList<>(List.of("2025"));
    String published =
        " FROM marts.loss_measure WHERE admin_code = '370321000000' AND year = 2025 AND hazard_kind = ";
    add(known, 0, "SELECT value" + published + "'all' AND measure <> 'direct_loss_wan'");
    add(known, 2, "SELECT value" + published + "'all' AND measure = 'direct_loss_wan'");
    add(known, 2, "SELECT previous_year" + published + "'all' AND measure = 'direct_loss_wan'");
    add(known, 2, "SELECT five_year_mean" + published + "'all' AND measure = 'direct_loss_wan'");
    add(known, 1, "SELECT abs(change_pct)" + published + "'all' AND measure = 'direct_loss_wan'");
    add(
        known,
        1,
        "SELECT abs(value / five_year_mean - 1) * 100"
            + published
            + "'all' AND measure = 'direct_loss_wan'");
    add(
        known,
        2,
        "SELECT max(value)"
            + published.replace("hazard_kind = ", "hazard_kind <> 'all' AND measure = ")
            + "'direct_loss_wan'");
    add(
        known,
        0,
        "SELECT sum(events) FROM marts.loss_by_kind_month WHERE admin_code = '370321000000' AND year = 2025 AND hazard_kind = 'all'");
    String risk = " / 1e6 FROM marts.unit_risk WHERE hazard = 'comprehensive'";
    for (String zone : List.of("key", "secondary", "general")) {
      add(known, 2, "SELECT area_" + zone + "_m2" + risk);
    }
    add(known, 0, "SELECT exposed_population FROM marts.unit_risk");
    String targets = "SELECT count(*) FROM marts.kpi_status WHERE county_code = '370321'";
    add(known, 0, targets);
    for (String status : List.of("met", "missed", "not_computable")) {
      add(known, 0, targets + " AND status = '" + status + "'");
    }
    add(known, 0, "SELECT count(*) FROM marts.responsibility_item");
    add(known, 0, "SELECT count(*) FROM ops.row_account WHERE scope = 'file'");
    List<String> told = numbers(withoutNamesOfTargets(summary(annual)));
    assertThat(told).hasSizeGreaterThan(20);
    assertThat(known).containsAll(told);
  }

  @Test
  void theReportAndTheMartCompareAlike() {
    Table table = table(annual, "主要灾情指标", 0);
    for (Row mart :
        spark
            .sql(
                "SELECT measure_name, value, previous_year, change_pct, five_year_mean, five_year_n"
                    + " FROM marts.loss_measure WHERE admin_code = '370321000000' AND year = 2025"
                    + " AND hazard_kind = 'all' AND value IS NOT NULL")
            .collectAsList()) {
      List<String> shown = row(table, mart.getString(0));
      int digits = mart.getString(0).equals("直接经济损失") ? 2 : 0;
      assertThat(shown.get(2)).isEqualTo(text(mart.getAs("value"), digits));
      assertThat(shown.get(3)).isEqualTo(text(mart.getAs("previous_year"), digits));
      assertThat(shown.get(5)).isEqualTo(text(mart.getAs("five_year_mean"), Math.max(1, digits)));
      assertThat(shown.get(7)).isEqualTo(mart.getAs("five_year_n").toString());
    }
  }

  @Test
  void eachCauseOfAMissingFigureIsShownAsWhatItIs() {
    Table figures = table(annual, "主要灾情指标", 0);
    assertThat(row(figures, "失踪人口").get(2)).isEqualTo("未报");
    assertThat(row(figures, "死亡人口").subList(2, 5)).containsExactly("1", "0", "不适用");
    Table months = table(annual, "分月直接经济损失（灾害过程合计）", 0);
    assertThat(row(months, "7月").subList(1, 4)).containsExactly("1", "150.00", "120.00");
    assertThat(row(months, "6月").subList(1, 7))
        .as("in a year with reports a month without one had no event, which counts as zero")
        .containsExactly("无", "无", "无", "不适用", "30.00", "-100.0");
    assertThat(row(table(annual, "灾害保险", 0), "保险赔付率").get(2)).isEqualTo("无法计算");
    assertThat(row(table(annual, "灾害保险", 0), "保险赔付率"))
        .as("worded from the code of the reason")
        .last()
        .isEqualTo("灾害民生保险赔付未报");
  }

  @Test
  void noRegisterIsNotARegisterWithoutDangers() {
    Section dangers =
        annual.sections().stream()
            .filter(section -> section.title().endsWith("灾害隐患台账"))
            .findFirst()
            .orElseThrow();
    assertThat(dangers.all(Paragraph.class))
        .extracting(Paragraph::text)
        .containsExactly("桓台县未报灾害隐患台账。未报不等于没有隐患。");
  }

  @Test
  void unitsAddUpToTheirCounty() {
    Table units = table(annual, "分地区灾情", 0);
    assertThat(row(units, "起凤镇")).last().isEqualTo("100.00");
    assertThat(row(units, "马桥镇")).last().isEqualTo("80.00");
    assertThat(row(units, "桓台县")).last().isEqualTo("180.00");
  }

  @Test
  void stagesOfAnEventShowWhatWasRevised() {
    Table events = table(annual, "灾害过程报送与订正", 0);
    List<List<String>> rows = rows(events);
    assertThat(rows.get(0).subList(3, 9)).containsExactly("初报", "1", "900", "2", "80.00", "不适用");
    assertThat(rows.get(1).subList(3, 9))
        .containsExactly("核报", "3", "1,500", "1", "150.00", "+70.00");
  }

  @Test
  void susceptibilityIsToldWhereItWasComputedOfAHazardOfTheEdition() {
    assertThat(rows(table(annual, "地质灾害易发性分区面积与灾害点", 0)))
        .containsExactly(
            List.of("高易发区", "40.00", "40.0", "8", "72.7", "20.0"),
            List.of("低易发区", "60.00", "60.0", "2", "18.2", "3.3"),
            List.of("因子缺失，未评价", "0.00", "0.0", "1", "9.1", "不适用"),
            List.of("桓台县", "100.00", "100.0", "11", "100.0", "11.0"));
    assertThat(rows(table(annual, "地质灾害易发性因子信息量", 0)))
        .as("ln 2 and ln (1/3), the greatest first")
        .containsExactly(
            List.of("坡度", "≥25", "40.00", "8", "2.000", "0.693"),
            List.of("坡度", "<25", "60.00", "2", "0.333", "-1.099"));
    assertThat(text(annual)).contains("共40.00平方公里，占面积的40.0%；11个灾害点中有8个（72.7%）位于其中");
    for (Report without :
        List.of(report("annual", "2025", "370321101"), report("fire-season", "2025", "370321"))) {
      assertThat(without.tables()).noneMatch(t -> t.caption().contains("易发性"));
      assertThat(text(without)).doesNotContain("易发区");
    }
  }

  private static String text(Report report) {
    return report.sections().stream()
        .flatMap(section -> section.all(Paragraph.class).stream())
        .map(Paragraph::text)
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Test
  void aQuarterHoldsTheEventsThatBeganInIt() {
    Report quarter = report("quarterly", "2025-Q3", "370321");
    assertThat(summary(quarter))
        .startsWith("2025年第三季度，桓台县自然灾害灾情（灾害过程合计口径）：报送灾害过程2次，受灾人口1,500人次")
        // 2024: 120; 2023: reports, but none of the quarter, which is zero: mean 60
        .contains("与上年同期（120.00万元）相比增加50.0%", "与前五年同期均值（60.00万元）相比增加200.0%");
    assertThat(summary(report("quarterly", "2025-Q2", "370321")))
        .startsWith("2025年第二季度，桓台县报送的灾情中没有这一时期的灾害过程。");
    assertThat(summary(report("monthly", "2019-07", "370321")))
        .startsWith("桓台县没有报送2019年7月的灾害损失。没有报送不等于没有损失。");
  }

  @Test
  void aSeasonCountsItsOwnKindsOfDisaster() {
    assertThat(summary(report("flood-season", "2025", "370321")))
        .contains("2025年汛期（6月—9月）", "直接经济损失180.00万元");
  }

  @Test
  void aCityIsTheSumOfItsCountiesAndNamesThem() {
    Report city = report("annual", "2025", "370300");
    assertThat(city.cover().title()).startsWith("淄博市");
    assertThat(row(table(city, "分地区灾情", 0), "桓台县")).last().isEqualTo("180.00");
    assertThat(summary(city)).contains("直接经济损失160.00万元", "1个县级单位之和：桓台县");
  }

  @Test
  void equalReleasesGiveEqualBytesInEveryFormat() throws Exception {
    Path other = Files.createDirectories(directory.resolve("first"));
    List<Path> files = job("annual", "2025", "370321", directory.resolve("second")).run();
    assertThat(files).hasSize(ReportFormat.values().length);
    for (Path file : files) {
      String name = file.getFileName().toString();
      Path again = other.resolve(name);
      ReportFormat format =
          ReportFormat.find(name.substring(name.lastIndexOf('.') + 1)).orElseThrow();
      format.write(annual, again);
      assertThat(Files.size(again)).isGreaterThan(10_000);
      assertThat(Files.mismatch(again, file)).as(name).isEqualTo(-1);
    }
  }

  @Test
  void aPeriodWithoutAnyLossHasNoEmptyTableOrChartAndIsWritten() throws Exception {
    List<String[]> periods =
        List.of(
            new String[] {"annual", "2019"},
            new String[] {"quarterly", "2025-Q1"},
            new String[] {"monthly", "2019-07"},
            new String[] {"flood-season", "2019"},
            new String[] {"fire-season", "2025"});
    for (String[] period : periods) {
      Report report = report(period[0], period[1], "370321");
      assertThat(report.tables()).as(period[0]).isNotEmpty();
      for (Table table : report.tables()) {
        assertThat(table.rows()).as(period[0] + ": " + table.caption()).isNotEmpty();
      }
      for (Section section : report.sections()) {
        for (ChartBlock chart : section.all(ChartBlock.class)) {
          assertThat(chart.chart().series())
              .as(period[0] + ": " + chart.caption())
              .anySatisfy(one -> assertThat(one.values()).anyMatch(Objects::nonNull));
        }
      }
      Path file = directory.resolve(period[0] + ".html");
      ReportFormat.find("html").orElseThrow().write(report, file);
      assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void aUnitThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> job("annual", "2025", "370999", directory).check())
        .hasMessageContaining("370999000000 is no unit of census-2025")
        .hasMessageContaining("370321000000 桓台县");
  }

  private static ReportJob job(String edition, String period, String unit, Path out)
      throws java.io.IOException {
    Files.createDirectories(out);
    Problems problems = new Problems();
    ReportRequest request =
        new ReportRequest(
            2025, unit, edition, period, List.of("html", "pdf", "docx", "xlsx"), "zh", out);
    ReportConfig config = ReportConfig.of(request, ReportedLake.contracts(), problems);
    problems.refuse();
    return new ReportJob(spark, ReportedLake.contracts(), config, out.resolve("maps"));
  }

  private static Report report(String edition, String period, String unit) {
    try {
      return job(edition, period, unit, directory.resolve("none")).report();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String summary(Report report) {
    Section summary = report.sections().get(0);
    return String.join("\n", summary.all(Paragraph.class).stream().map(Paragraph::text).toList());
  }

  private static Table table(Report report, String caption, int n) {
    return report.tables().stream().filter(t -> t.caption().contains(caption)).toList().get(n);
  }

  private static List<List<String>> rows(Table table) {
    return table.rows().stream()
        .map(row -> row.cells().stream().map(cell -> cell.shown(annual.wording())).toList())
        .toList();
  }

  private static List<String> row(Table table, String name) {
    return rows(table).stream()
        .filter(row -> row.get(0).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(table.caption() + " has no row " + name));
  }

  private static String withoutNamesOfTargets(String text) {
    return text.replaceAll("未达标的是：[^。]*。", "");
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  /** The first column of a query as a reader writes it. */
  private static void add(List<String> numbers, int digits, String sql) {
    for (Row row : spark.sql(sql).collectAsList()) {
      numbers.add(text(row.isNullAt(0) ? null : (Number) row.get(0), digits));
    }
  }

  private static String text(@Nullable Number value, int digits) {
    return value == null
        ? "未报"
        : String.format(Locale.ROOT, "%,." + digits + "f", value.doubleValue());
  }
}
