package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.publish.PublishJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;
import org.riskcensus.pipeline.lakehouse.TestLake;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/** A register of 207 overdue dangers, 2 of which closed without rectification, of two kinds. */
class DangerChapterTest {

  private static final Pattern MORE = Pattern.compile("另有(\\d+)处未列出.*--where \"(.*)\" --out.*");

  @TempDir static Path directory;
  private static SparkSession spark;
  private static Section flood;
  private static Section annual;

  @BeforeAll
  static void release() {
    spark = TestLake.session(directory.resolve("lake"));
    Lake lake = TestLake.open(spark, "r1", "370321");
    lake.replaceYear(
        "marts.danger_register",
        2025,
        spark.sql(
            "SELECT '370321' county_code, concat('X-', id) object_id, '370321101000' admin_code,"
                + " concat('隐患', id) name, if(id < 205, 'flood', 'wildfire') kind, 'large' grade,"
                + " '水利局' responsible_unit, '副镇长' administrative_post, '站长' technical_post,"
                + " '巡查员' patrol_post, DATE'2025-06-30' deadline, 'open' status, true overdue,"
                + " CAST(1000 - id AS INT) overdue_days,"
                + " if(id IN (3, 206), 'closed_unrectified', NULL) flaw,"
                + " unhex('00') geometry, 118D xmin, 37D ymin, 118D xmax, 37D ymax, 1L cell"
                + " FROM range(207)"));
    PublishJob.run(lake, "测试普查", true, Progress.SILENT);
    flood = chapter("flood-season");
    annual = chapter("annual");
  }

  @Test
  void whatAListLeavesOutIsCountedAndFoundByTheQueryItTells() {
    assertLeftOut(flood, 5, "kind IN ('flood', 'geohazard')");
    assertLeftOut(annual, 7, "admin_code LIKE '370321%'");
  }

  private static void assertLeftOut(Section chapter, long left, String condition) {
    Table overdue = table(chapter, "逾期");
    assertThat(overdue.rows()).hasSize(200);
    String told =
        chapter.all(Paragraph.class).stream()
            .map(Paragraph::text)
            .filter(text -> text.startsWith("另有"))
            .reduce((a, b) -> a + b)
            .orElseThrow();
    Matcher more = MORE.matcher(told);
    assertThat(more.matches()).as(told).isTrue();
    assertThat(more.group(1)).isEqualTo(Long.toString(left));
    assertThat(more.group(2)).contains(condition);
    assertThat(spark.table("marts.danger_register").where(more.group(2)).count())
        .as("listed and left out")
        .isEqualTo(200 + left);
  }

  @Test
  void aShortListLeavesNothingOut() {
    assertThat(table(flood, "闭环").rows()).hasSize(1);
    assertThat(table(annual, "闭环").rows()).hasSize(2);
  }

  private static Table table(Section chapter, String title) {
    return chapter.all(Table.class).stream()
        .filter(table -> table.caption().contains(title))
        .findFirst()
        .orElseThrow();
  }

  private static Section chapter(String edition) {
    Problems problems = new Problems();
    ReportConfig config =
        ReportConfig.of(
            new ReportRequest(2025, "370321", edition, "2025", List.of("html"), "zh", directory),
            Contracts.load(),
            problems);
    problems.refuse();
    ReportUnit unit = new ReportUnit("370321000000", "桓台县", "county");
    Words words = Words.in(config.language());
    ReportContext context =
        new ReportContext(
            new ReportScope(
                2025, config.edition(), config.period(), unit, Map.of(), Map.of("370321", "桓台县")),
            ReleasedTables.find(spark, 2025).orElseThrow(),
            Optional.empty(),
            Contracts.load(),
            words,
            new Captions(words));
    return new DangerChapter(context, config.layout().longestList()).write();
  }
}
