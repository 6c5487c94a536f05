package org.riskcensus.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.losses.LossesConfig;
import org.riskcensus.pipeline.job.losses.LossesJob;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.lakehouse.LakeConfig;
import org.riskcensus.pipeline.lakehouse.Run;
import org.riskcensus.pipeline.lakehouse.SparkSessions;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Loss statistics of a province, as {@code losses} computes them: {@code LossBench DIR [counties
 * townships years]}. By default 150 counties of 19 townships, which with them are 3,000 units, and
 * 30 years: about ten disasters a county and year, each with an initial and a final report of three
 * townships, annual figures of five kinds, and yearbooks. Figures are made from row numbers. Prints
 * seconds and rows, and compares the deaths of the province with their plain sum.
 */
public final class LossBench {

  private static final int LAST_YEAR = 2025;
  private static final double CELL_METRES = 200;
  private static final int EVENTS_A_YEAR = 10;
  private static final String KINDS = "array('flood', 'drought', 'typhoon', 'hail', 'wildfire')";
  private static final String LINEAGE =
      "'made' source_id, 'made' submission_id, 'made' file, n row_number, 'ok' qc_status,"
          + " 'L1' sensitivity";

  private static final String COUNTY =
      "format_string('37%02d%02d', int(1 + c div 10), int(21 + c % 10))";

  private static final String EVENT =
      "SELECT *, concat(county, format_string('%03d000', int(101 + township))) admin_code,"
          + " date_add(make_date(year, 1 + int((n * 7) % 12), 1), int(n % 20)) start_date,"
          + " date_add(make_date(year, 1 + int((n * 7) % 12), 1), int(n % 20 + n % 4)) end_date"
          + " FROM (SELECT n, concat('L', n) object_id, concat('E', n div 6) event_id, "
          + COUNTY
          + " county, year, (n * 5 + n % 3) % TOWNSHIPS township,"
          + " if(n % 6 < 3, 'initial', 'final') report_type, double(n % 9) relief_hours,"
          + " n % 11 * 100 affected_population, int(n % 1009 = 0) deaths, 0 missing,"
          + " double(n % 97) loss_agriculture_wan, double(n % 97) direct_loss_wan,"
          + " element_at(KINDS, int(1 + n div 6 % 5)) hazard_kind FROM (SELECT n,"
          + " n div 6 div 10 div YEARS c, FIRST + int(n div 60 % YEARS) year FROM rows))";

  private static final String ANNUAL =
      "SELECT n, concat('Y', n) object_id, concat("
          + COUNTY
          + ", '000000') admin_code, year, element_at(KINDS, int(1 + n % 5)) hazard_kind,"
          + " n % 13 * 1000 affected_population, int(n % 101 = 0) deaths, 0 missing,"
          + " double(n % 997) direct_loss_wan FROM (SELECT n, n div 5 div YEARS c,"
          + " FIRST + int(n div 5 % YEARS) year FROM rows)";

  private static final String YEARBOOK =
      "SELECT n, concat('B', n) object_id, concat("
          + COUNTY
          + ", '000000') admin_code, year, 400000 + n % 50000 population, 200000 urban_population,"
          + " 1000000.0 + n % 7777 gdp_wan, 102.5 cpi_prev_100 FROM (SELECT n, n div (YEARS + 1) c,"
          + " FIRST - 1 + int(n % (YEARS + 1)) year FROM rows)";

  private static final String UNIT =
      "SELECT n, concat("
          + COUNTY
          + ", if(t = 0, '000000', format_string('%03d000', int(100 + t)))) admin_code,"
          + " concat('单位', n) name, if(t = 0, 'county', 'township') level"
          + " FROM (SELECT n, n div (TOWNSHIPS + 1) c, n % (TOWNSHIPS + 1) t FROM rows)";

  /** Tables with their rows and seconds, on standard error. */
  private static final class Told implements Progress {
    @Override
    public void begin(String step, String what) {}

    @Override
    public void done(String step, String what, long rows, double seconds) {
      System.err.printf(Locale.ROOT, "%s: %,d rows, %.1f s%n", what, rows, seconds);
    }

    @Override
    public void note(String message) {}
  }

  private final Lake lake;
  private final int townships;
  private final int years;
  private final int counties;

  private LossBench(Lake lake, int counties, int townships, int years) {
    this.lake = lake;
    this.counties = counties;
    this.townships = townships;
    this.years = years;
  }

  /** Runs the bench. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    int counties = args.length > 1 ? Integer.parseInt(args[1]) : 150;
    int townships = args.length > 2 ? Integer.parseInt(args[2]) : 19;
    int years = args.length > 3 ? Integer.parseInt(args[3]) : 30;
    List<String> codes =
        IntStream.range(0, counties)
            .mapToObj(n -> String.format(Locale.ROOT, "37%02d%02d", 1 + n / 10, 21 + n % 10))
            .toList();
    LocalDate day = LocalDate.of(LAST_YEAR, 12, 31);
    Run run = new Run("loss-bench", "bench", LAST_YEAR, day, codes, "made");
    Problems problems = new Problems();
    LossesConfig config = LossesConfig.of(LAST_YEAR, day, codes, CELL_METRES, problems);
    problems.refuse();
    try (SparkSession spark = SparkSessions.open(LakeConfig.of(directory))) {
      Lake lake = Lake.open(spark, Contracts.load(), run);
      LossBench bench = new LossBench(lake, counties, townships, years);
      bench.file();
      long start = System.nanoTime();
      LossesJob.run(lake, config, new Told());
      lake.publish();
      bench.tell((System.nanoTime() - start) / 1e9);
    }
  }

  private void file() {
    put("staging.loss_event", (long) counties * years * EVENTS_A_YEAR * 6, EVENT);
    put("staging.loss_annual", (long) counties * years * 5, ANNUAL);
    put("staging.statistics_yearbook", (long) counties * (years + 1), YEARBOOK);
    put("staging.admin_unit", (long) counties * (townships + 1), UNIT);
  }

  /** Files rows made from the numbers below {@code rows}, named {@code n}. */
  private void put(String table, long rows, String query) {
    String sql =
        query
            .replace("TOWNSHIPS", Integer.toString(townships))
            .replace("YEARS", Integer.toString(years))
            .replace("FIRST", Integer.toString(LAST_YEAR - years + 1))
            .replace("KINDS", KINDS);
    lake.spark().range(rows).toDF("n").createOrReplaceTempView("rows");
    Dataset<Row> filed = lake.spark().sql("SELECT *, " + LINEAGE + " FROM (" + sql + ")");
    long written = lake.replaceYear(table, LAST_YEAR, filed.drop("county", "c", "t", "township"));
    System.err.printf(Locale.ROOT, "%s: %,d rows%n", table, written);
  }

  private void tell(double seconds) {
    SparkSession spark = lake.spark();
    long rows = spark.table("marts.loss_by_unit_year").count();
    Row deaths =
        spark
            .sql(
                "SELECT (SELECT sum(deaths) FROM marts.loss_by_unit_year WHERE admin_code ="
                    + " '370000000000' AND hazard_kind = 'all' AND basis = 'annual_final'),"
                    + " (SELECT sum(deaths) FROM staging.loss_annual)")
            .first();
    System.out.printf(
        Locale.ROOT,
        "RESULT %.1f s, %,d rows of loss_by_unit_year, deaths %s, plain sum %s%n",
        seconds,
        rows,
        deaths.get(0),
        deaths.get(1));
    if (!deaths.get(0).equals(deaths.get(1))) {
      throw new IllegalStateException("the statistics do not sum to what was filed");
    }
  }
}
