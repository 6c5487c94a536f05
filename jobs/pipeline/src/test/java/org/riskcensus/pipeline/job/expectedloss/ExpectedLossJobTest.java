package org.riskcensus.pipeline.job.expectedloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.riskcensus.core.damage.BelowFirst;
import org.riskcensus.core.damage.DepthRule;
import org.riskcensus.core.damage.Integration;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.GridWriter;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.progress.Progress;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

class ExpectedLossJobTest {

  private static final LossMethod CENTROID =
      new LossMethod(DepthRule.CENTROID, null, Integration.TRAPEZOID, BelowFirst.ZERO);
  private static final LossMethod FIAT =
      new LossMethod(DepthRule.MEAN, null, Integration.LOG_LINEAR, BelowFirst.ZERO);
  private static final String CURVE =
      "curve,depth_m,damage_ratio\nbrick,0,0\nbrick,2,0.5\nbrick,4,1\n";

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void session() {
    spark = LocalSpark.session();
  }

  /** A request; hazards as {@code RP=FILE}. */
  private ExpectedLossConfig config(
      Path assets,
      String curveField,
      Path curves,
      LossMethod method,
      String out,
      String... hazards) {
    List<HazardSource> sources = new ArrayList<>();
    for (String hazard : hazards) {
      String[] parts = hazard.split("=", 2);
      sources.add(
          new HazardSource(parts[0], Double.parseDouble(parts[0]), SourceSpec.of(parts[1])));
    }
    return new ExpectedLossConfig(
        SourceSpec.of(assets.toString()),
        new AssetFields(null, "max_damage", curveField),
        sources,
        SourceSpec.of(curves.toString()),
        null,
        method,
        folder.resolve(out));
  }

  private String run(ExpectedLossConfig config) throws IOException {
    ExpectedLossPlan plan = ExpectedLossPlan.of(config, new Problems());
    LossTotals totals = new ExpectedLossJob(spark, plan, Progress.SILENT).run();
    StringWriter text = new StringWriter();
    LossSummary.print(plan, totals, new PrintWriter(text));
    return text.toString();
  }

  private static List<SourceRow> rows(Path file) throws IOException {
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      List<SourceRow> rows = new ArrayList<>();
      reader.forEachRemaining(rows::add);
      return rows;
    }
  }

  private static double number(SourceRow row, String field) {
    return Double.parseDouble(row.attributes().get(field));
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Two by two cells of 100 m, the upper left corner at (500000, 4000200). */
  private Path grid(String name, double... depths) throws IOException {
    Path file = folder.resolve(name);
    double[][] rows = {{depths[0], depths[1]}, {depths[2], depths[3]}};
    GridWriter.write(file, rows, 500000, 4000200, 100, "EPSG:4548", -9999);
    return file;
  }

  @Test
  void theFiguresDelftFiatPublishes() throws IOException {
    Path assets = DelftFiat.assets(folder);
    Path curves = DelftFiat.curves(folder);
    Path event = DelftFiat.grid(folder, "event", 1);
    run(config(assets, "structure", curves, FIAT, "event.csv", "100=" + event));
    List<SourceRow> losses = rows(folder.resolve("event.csv"));
    assertThat(number(losses.get(1), "damage_100")).isCloseTo(740, within(1e-9));
    assertThat(number(losses.get(2), "damage_100")).isCloseTo(1038, within(1e-9));

    List<String> hazards = new ArrayList<>();
    for (Map.Entry<String, Double> rp : DelftFiat.RETURN_PERIODS.entrySet()) {
      hazards.add(rp.getKey() + "=" + DelftFiat.grid(folder, "rp" + rp.getKey(), rp.getValue()));
    }
    String summary =
        run(config(assets, "structure", curves, FIAT, "risk.csv", hazards.toArray(String[]::new)));
    Path risk = folder.resolve("risk.csv");
    assertThat(Files.readAllLines(risk).get(0))
        .isEqualTo("object_id,damage_2,damage_5,damage_10,damage_25,ead");
    losses = rows(risk);
    assertThat(number(losses.get(1), "damage_5")).isCloseTo(1804, within(1e-9));
    assertThat(number(losses.get(3), "damage_10")).isCloseTo(3840, within(1e-9));
    assertThat(number(losses.get(2), "ead")).isCloseTo(1022.47, within(0.005));
    assertThat(losses)
        .extracting(row -> row.attributes().get("object_id"))
        .containsExactly("1", "2", "3", "4");
    assertThat(summary)
        .containsPattern("assets +4\n")
        .containsPattern("total value +10000.00\n")
        .containsPattern("total EAD +4202.50\n")
        .contains("log-linear", "below the first zero", "struct_1");
  }

  /** Depths 1 and 3 m: ratios 0.25 and 0.75 of 800; 0.09 · (200 + 600)/2 + 600/100. */
  @Test
  void centroidAndTrapezoidWorkedByHand() throws IOException {
    Path assets =
        text("a.csv", "id,x,y,max_damage\nb,500150,4000050,\"1,600\"\na,500050,4000150,800\n");
    String ten = "10=" + grid("10.tif", 1, 0, 0, -9999);
    String hundred = "100=" + grid("100.tif", 3, 0, 0, 0.5);
    String summary =
        run(config(assets, null, text("c.csv", CURVE), CENTROID, "o.csv", hundred, ten));
    List<SourceRow> losses = rows(folder.resolve("o.csv"));
    assertThat(losses)
        .extracting(row -> row.attributes().get("object_id"))
        .containsExactly("b", "a");
    assertThat(number(losses.get(0), "ead")).isCloseTo(0.09 * 100 + 2, within(1e-9));
    assertThat(number(losses.get(1), "damage_10")).isEqualTo(200);
    assertThat(number(losses.get(1), "damage_100")).isEqualTo(600);
    assertThat(number(losses.get(1), "ead")).isCloseTo(0.09 * 400 + 6, within(1e-9));
    assertThat(summary)
        .containsPattern("with hazard +2\n")
        .containsPattern("100 +800.00 +3.00\n")
        .contains("a.csv names no reference system: taken for that of the grids, EPSG:4548");
  }

  @Test
  void belowTheFirstConstantAddsTheFrequentEvents() throws IOException {
    Path assets = text("a.csv", "x,y,max_damage\n500050,4000150,800\n");
    LossMethod method =
        new LossMethod(DepthRule.CENTROID, null, Integration.TRAPEZOID, BelowFirst.CONSTANT);
    run(
        config(
            assets,
            null,
            text("c.csv", CURVE),
            method,
            "o.csv",
            "10=" + grid("h.tif", 1, 0, 0, 0)));
    assertThat(Files.readAllLines(folder.resolve("o.csv")))
        .containsExactly("object_id,damage_10,ead", "1,200,200");
  }

  @Test
  void whatLiesOutsideIsDryAndTold() throws IOException {
    Path assets =
        text("a.csv", "object_id,x,y,max_damage\nin,500050,4000150,100\nout,400000,4000150,100\n");
    String summary =
        run(
            config(
                assets,
                null,
                text("c.csv", CURVE),
                CENTROID,
                "o.csv",
                "10=" + grid("h.tif", 4, 0, 0, 0)));
    assertThat(Files.readAllLines(folder.resolve("o.csv"))).contains("in,100,10", "out,0,0");
    assertThat(summary).containsPattern("outside the grids +1  damage 0: out\n");
  }

  @Test
  void meanAndMaxOfTheCellsTouched() throws IOException {
    Path assets =
        text(
            "a.csv",
            "id,wkt,max_damage\nall,\"POLYGON ((500010 4000010, 500190 4000010, 500190 4000190,"
                + " 500010 4000190, 500010 4000010))\",800\n"
                + "one,\"POLYGON ((500000 4000000, 500100 4000000, 500100 4000100, 500000 4000100,"
                + " 500000 4000000))\",800\nline,\"LINESTRING (500050 4000150, 500150 4000150)\",800\n");
    String hazard = "10=" + grid("h.tif", 1, 2, 0, 3);
    LossMethod mean = new LossMethod(DepthRule.MEAN, null, Integration.TRAPEZOID, BelowFirst.ZERO);
    run(config(assets, null, text("c.csv", CURVE), mean, "mean.csv", hazard));
    assertThat(Files.readAllLines(folder.resolve("mean.csv")))
        .containsExactly("object_id,damage_10,ead", "all,300,30", "one,0,0", "line,300,30");
    LossMethod max = new LossMethod(DepthRule.MAX, null, Integration.TRAPEZOID, BelowFirst.ZERO);
    run(config(assets, null, text("c.csv", CURVE), max, "max.csv", hazard));
    assertThat(Files.readAllLines(folder.resolve("max.csv")))
        .containsExactly("object_id,damage_10,ead", "all,600,60", "one,0,0", "line,400,40");
  }

  @Test
  void assetsAreMovedToTheSystemOfTheGridAndWrittenInTheirOwn() throws IOException {
    Path assets =
        text("点.csv", "编号,经度,纬度,max_damage\n甲,117.0005,36.1304,800\n乙,116.0,36.1304,800\n");
    Path curves = folder.resolve("曲线.csv");
    Files.write(curves, CURVE.replace("brick", "砖混").getBytes(Charset.forName("GBK")));
    String summary =
        run(config(assets, null, curves, CENTROID, "o.geojson", "10=" + grid("h.tif", 4, 4, 4, 4)));
    List<SourceRow> losses = rows(folder.resolve("o.geojson"));
    assertThat(losses.get(0).geometry().getCoordinate().x).isEqualTo(117.0005);
    assertThat(number(losses.get(0), "damage_10")).isEqualTo(800);
    assertThat(number(losses.get(1), "damage_10")).isEqualTo(0);
    assertThat(summary).contains("taken for EPSG:4326", "砖混");
  }

  @Test
  void aTextGridWithoutASystemTakesThatOfTheAssets() throws IOException {
    Path grid = text("h.asc", "ncols 2\nnrows 1\nxllcorner 4\nyllcorner 52\ncellsize 1\n2 4\n");
    String summary =
        run(
            config(
                DelftFiat.assets(folder),
                null,
                text("c.csv", CURVE),
                CENTROID,
                "o.gpkg",
                "0.5=" + grid));
    List<SourceRow> losses = rows(folder.resolve("o.gpkg"));
    assertThat(number(losses.get(0), "damage_0.5")).isEqualTo(500);
    assertThat(losses.get(0).geometry().getArea()).isCloseTo(1e-4, within(1e-12));
    assertThat(summary).contains("h.asc").contains("taken for EPSG:4326");
  }

  @Test
  void everyBadRowIsListed() throws IOException {
    Path assets =
        text(
            "a.csv",
            """
            object_id,x,y,max_damage,kind
            1,500050,4000150,100,brick
            2,500050,4000150,much,brick
            3,500050,4000150,-5,brick
            4,,,100,brick
            5,500050,4000150,100,straw
            1,500050,4000150,,brick
            7,500050,4000150,1,brick
            7,500050,4000150,1,brick
            """);
    ExpectedLossConfig config =
        config(
            assets,
            "kind",
            text("c.csv", CURVE),
            CENTROID,
            "o.csv",
            "10=" + grid("h.tif", 1, 1, 1, 1));
    assertThatThrownBy(() -> run(config))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("row 2: max_damage 'much' is not a number")
        .hasMessageContaining("row 3: max_damage '-5' is negative")
        .hasMessageContaining("row 4: geometry is missing")
        .hasMessageContaining("row 5: kind 'straw' is no damage curve; [brick]")
        .hasMessageContaining("row 6: max_damage is empty")
        .hasMessageContaining("object_id '7' stands in 2 rows, first in row 7");
    assertThat(folder.resolve("o.csv")).doesNotExist();
  }

  @Test
  void aDepthThatIsNoDepthIsRefusedWithItsPlace() throws IOException {
    Path assets = text("a.csv", "x,y,max_damage\n500150,4000150,800\n");
    ExpectedLossConfig config =
        config(
            assets,
            null,
            text("c.csv", CURVE),
            CENTROID,
            "o.csv",
            "10=" + grid("h.tif", 0, 9999, 0, 0));
    assertThatThrownBy(() -> run(config))
        .hasStackTraceContaining("a depth of 9999.0 m in row 1, column 2");
  }

  @Test
  void theOrderOfRowsAndOfReturnPeriodsChangesNothing() throws IOException {
    Random random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double x = 500000 + 200 * random.nextDouble();
      double y = 4000000 + 200 * random.nextDouble();
      lines.add("o" + i + "," + x + "," + y + "," + random.nextInt(1000));
    }
    String[] hazards = {
      "5=" + grid("5.tif", 0, 0.5, 1, 0.1),
      "20=" + grid("20.tif", 0.5, 1, 2, 1),
      "100=" + grid("100.tif", 1, 2, 3, 4)
    };
    Path curves = text("c.csv", CURVE);
    String header = "object_id,x,y,max_damage\n";
    Path assets = text("a.csv", header + String.join("\n", lines));
    run(config(assets, null, curves, CENTROID, "a-out.csv", hazards));
    List<String> first = Files.readAllLines(folder.resolve("a-out.csv"));
    java.util.Collections.shuffle(lines, random);
    Path shuffled = text("b.csv", header + String.join("\n", lines));
    run(config(shuffled, null, curves, CENTROID, "b-out.csv", hazards[2], hazards[0], hazards[1]));
    List<String> second = Files.readAllLines(folder.resolve("b-out.csv"));
    assertThat(second).containsExactlyInAnyOrderElementsOf(first);
    Map<String, String> byId = new TreeMap<>();
    lines.forEach(line -> byId.put(line.substring(0, line.indexOf(',')), line));
    assertThat(second.subList(1, 501))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactlyElementsOf(
            lines.stream().map(line -> line.substring(0, line.indexOf(','))).toList());
    for (SourceRow row : rows(folder.resolve("a-out.csv"))) {
      assertThat(number(row, "damage_5")).isLessThanOrEqualTo(number(row, "damage_20"));
      assertThat(number(row, "damage_20")).isLessThanOrEqualTo(number(row, "damage_100"));
    }
  }
}
