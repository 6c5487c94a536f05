package org.riskcensus.pipeline.job.expectedloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.riskcensus.core.damage.BelowFirst;
import org.riskcensus.core.damage.DepthRule;
import org.riskcensus.core.damage.Integration;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.write.GridWriter;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

class ExpectedLossPlanTest {

  private static final LossMethod METHOD =
      new LossMethod(DepthRule.CENTROID, null, Integration.TRAPEZOID, BelowFirst.ZERO);

  @TempDir Path folder;
  private Path assets;
  private Path grid;

  @BeforeEach
  void files() throws IOException {
    assets = text("assets.csv", "ID,X,Y,value\n1,1,1,1\n");
    grid = grid("grid.tif", "EPSG:4548");
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path grid(String name, String crs) throws IOException {
    Path file = folder.resolve(name);
    GridWriter.write(file, new double[][] {{1}}, 0, 1, 1, crs, -1);
    return file;
  }

  private ExpectedLossPlan plan(AssetFields fields, String curves, String out, Object... hazards)
      throws IOException {
    List<HazardSource> sources = new ArrayList<>();
    for (int i = 0; i < hazards.length; i += 2) {
      String label = hazards[i].toString();
      SourceSpec spec = SourceSpec.of(hazards[i + 1].toString());
      sources.add(new HazardSource(label, Double.parseDouble(label), spec));
    }
    return ExpectedLossPlan.of(
        new ExpectedLossConfig(
            SourceSpec.of(assets.toString()),
            fields,
            sources,
            SourceSpec.of(text("curves.csv", curves).toString()),
            null,
            METHOD,
            folder.resolve(out)),
        new Problems());
  }

  private static final String CURVE = "curve,depth_m,damage_ratio\na,0,0\na,2,1\n";
  private static final AssetFields VALUE = new AssetFields(null, "VALUE", null);

  @Test
  void fieldsAreFoundInAnyCapitals() throws IOException {
    ExpectedLossPlan plan = plan(VALUE, CURVE, "o.csv", 10, grid);
    assertThat(plan.task().fields()).isEqualTo(new AssetFields("ID", "value", null));
    assertThat(plan.task().curve()).isEqualTo("a");
  }

  @Test
  void everyProblemIsListedAtOnce() throws IOException {
    Path other = grid("other.tif", "EPSG:4549");
    AssetFields fields = new AssetFields("key", "cost", "kind");
    String curves = "curve,depth_m,damage_ratio\na,0,0\na,0,0.5\nb,x,7\n";
    assertThatThrownBy(
            () ->
                plan(
                    fields,
                    curves,
                    "o.doc",
                    10,
                    grid,
                    20,
                    other,
                    10,
                    grid,
                    50,
                    folder.resolve("no.tif")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("o.doc: use one of .gpkg")
        .hasMessageContaining("return period 10 is given twice")
        .hasMessageContaining("no.tif: it is missing")
        .hasMessageContaining("different reference systems")
        .hasMessageContaining("has no field 'key' (--id)")
        .hasMessageContaining("has no field 'cost' (--value)")
        .hasMessageContaining("has no field 'kind' (--class)")
        .hasMessageContaining("row 2: curve 'a': depth_m 0.0 does not ascend after row 1")
        .hasMessageContaining("row 3: depth_m 'x' is not a number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve,depth_m\\na,0 | has no column damage_ratio",
        "curve,depth_m,damage_ratio\\na,0,50 | damage_ratio 50.0 is outside 0..1",
        "curve,depth_m,damage_ratio\\na,0,0.5\\na,1,0.4 | row 2: curve 'a': damage_ratio 0.4 falls",
        "curve,depth_m,damage_ratio\\na,1,0.5\\na,0,0.4 | row 2: curve 'a': depth_m 0.0 does not",
        "curve,depth_m,damage_ratio\\n,1,0.5 | row 1: curve is empty",
        "curve,depth_m,damage_ratio\\na,,0.5 | row 1: depth_m is empty",
        "curve,depth_m,damage_ratio\\n | holds no curve",
        "curve,depth_m,damage_ratio\\na,1,0\\nb,1,0 | name the field that chooses with --class"
      })
  void curvesAreChecked(String csv, String problem) {
    assertThatThrownBy(() -> plan(VALUE, csv.replace("\\n", "\n"), "o.csv", 10, grid))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void assetsWithoutGeometryAreRefusedWithWhatToDo() throws IOException {
    assets = text("assets.csv", "id,east,north,value\n1,1,1,1\n");
    assertThatThrownBy(() -> plan(VALUE, CURVE, "o.csv", 10, grid))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("--option x=FIELD");
  }
}
