package org.riskcensus.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.damage.BelowFirst;
import org.riskcensus.core.damage.DepthRule;
import org.riskcensus.core.damage.Integration;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.job.expectedloss.AssetFields;
import org.riskcensus.pipeline.job.expectedloss.ExpectedLossConfig;
import org.riskcensus.pipeline.job.expectedloss.ExpectedLossJob;
import org.riskcensus.pipeline.job.expectedloss.ExpectedLossPlan;
import org.riskcensus.pipeline.job.expectedloss.HazardSource;
import org.riskcensus.pipeline.job.expectedloss.LossMethod;
import org.riskcensus.pipeline.job.expectedloss.LossSummary;
import org.riskcensus.pipeline.job.expectedloss.LossTotals;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code census expected-loss}: assets × depth grids × damage curves to loss a year. */
@Command(
    name = "expected-loss",
    description = {
      "Damage of assets by return period, and expected annual loss (EAD), from depth grids and damage",
      "curves. Writes object_id, damage_<RP>..., ead in the order of the assets' file; other formats",
      "than CSV carry the geometry too. Totals are printed at the end.",
      "  census expected-loss --assets buildings.gpkg --value value_wan --class structure \\",
      "    --hazard 10=depth_10.tif --hazard 100=depth_100.tif --curves curves.csv --out loss.csv"
    })
final class ExpectedLossCommand implements Callable<Integer> {

  private static final Pattern HAZARD = Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*=\\s*(.+)");

  @Mixin private LakeOptions options = new LakeOptions();

  private final LayerOptions assets = new LayerOptions("--assets", "--");

  @Option(
      names = "--value",
      required = true,
      paramLabel = "FIELD",
      description = "value at stake, a number from 0 in any unit; damage comes in the same")
  private String value = "";

  @Option(
      names = "--class",
      paramLabel = "FIELD",
      description = "names the damage curve of each asset (default: one curve for all)")
  private @Nullable String curveField;

  @Option(
      names = "--curve",
      paramLabel = "NAME",
      description = "the curve for all assets, where the file has several and there is no --class")
  private @Nullable String curve;

  @Option(
      names = "--id",
      paramLabel = "FIELD",
      description = "identifier (default: object_id or id, else the row number)")
  private @Nullable String id;

  @Option(
      names = "--hazard",
      required = true,
      arity = "1..*",
      paramLabel = "RP=F",
      description =
          "return period in years and its depth grid in metres (GeoTIFF or ArcGrid), in any order;"
              + " cells without a value and depths up to 0 are dry")
  private List<String> hazards = new ArrayList<>();

  @Option(
      names = "--curves",
      required = true,
      paramLabel = "F",
      description =
          "table with the columns curve, depth_m (ascending) and damage_ratio (0 to 1); read"
              + " linearly, constant beyond its ends")
  private String curves = "";

  @Option(
      names = "--depth",
      paramLabel = "RULE",
      converter = DepthChoice.class,
      description =
          "centroid: the cell that holds the centroid; mean: wet cells touched, damage counts for"
              + " the share of cells touched that are wet; max: deepest cell touched"
              + " (default: centroid)")
  private DepthRule depth = DepthRule.CENTROID;

  @Option(
      names = "--depth-digits",
      paramLabel = "N",
      description =
          "decimals of a metre depths are rounded to before the curve is read (default: 2 with"
              + " mean, else as in the grid)")
  private @Nullable Integer depthDigits;

  @Option(
      names = "--integration",
      paramLabel = "RULE",
      converter = IntegrationChoice.class,
      description =
          "loss between return periods: trapezoid, linear in frequency; log-linear, linear in ln(RP)"
              + " (default: trapezoid). Beyond the rarest it is constant")
  private Integration integration = Integration.TRAPEZOID;

  @Option(
      names = "--below-first",
      paramLabel = "RULE",
      converter = BelowChoice.class,
      description =
          "loss of events more frequent than the first return period: zero, or constant up to one"
              + " a year (default: zero)")
  private BelowFirst belowFirst = BelowFirst.ZERO;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F",
      description = ".csv .gpkg .shp .geojson .parquet .fgb .xlsx")
  private Path out = Path.of("");

  @Option(names = "--hazard-crs", paramLabel = "EPSG:N", description = "that of the depth grids")
  private @Nullable String hazardCrs;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "reader option of the assets: x, y, wkt, delimiter, header_row")
  private Map<String, String> reader = new TreeMap<>();

  @Spec
  void layers(CommandSpec command) {
    assets.addTo(
        command, "objects with geometry: any vector file, or a table with coordinates or WKT");
  }

  @Override
  public Integer call() throws IOException {
    Problems problems = new Problems();
    ExpectedLossPlan plan = ExpectedLossPlan.of(config(problems), problems);
    options.onFiles(
        spark -> {
          LossTotals totals = new ExpectedLossJob(spark, plan, options.progress()).run();
          LossSummary.print(plan, totals, options.out());
        });
    return 0;
  }

  private ExpectedLossConfig config(Problems problems) {
    List<HazardSource> sources = new ArrayList<>();
    for (String text : hazards) {
      Matcher parts = HAZARD.matcher(text);
      if (parts.matches() && Double.parseDouble(parts.group(1)) > 0) {
        SourceSpec spec = new SourceSpec(absolute(parts.group(2)), null, null, hazardCrs, Map.of());
        sources.add(new HazardSource(parts.group(1), Double.parseDouble(parts.group(1)), spec));
      } else {
        problems.add(
            "--hazard", 0, "'" + text + "': write a return period above 0 and a file, 10=F");
      }
    }
    if (depthDigits != null && (depthDigits < 0 || depthDigits > 9)) {
      problems.add("--depth-digits", 0, depthDigits + ": write a number from 0 to 9");
    }
    LayerSource layer = assets.source();
    return new ExpectedLossConfig(
        new SourceSpec(
            absolute(layer.source()),
            layer.layer().orElse(null),
            layer.charset().orElse(null),
            layer.crs().orElse(null),
            reader),
        new AssetFields(id, value, curveField),
        sources,
        SourceSpec.of(absolute(curves)),
        curve,
        new LossMethod(depth, depthDigits, integration, belowFirst),
        out);
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    throw new TypeConversionException("'" + text + "' is none of " + String.join(", ", names));
  }

  /** Reads {@code --depth}. */
  static final class DepthChoice implements ITypeConverter<DepthRule> {
    @Override
    public DepthRule convert(String text) {
      return choice(DepthRule.class, text);
    }
  }

  /** Reads {@code --integration}. */
  static final class IntegrationChoice implements ITypeConverter<Integration> {
    @Override
    public Integration convert(String text) {
      return choice(Integration.class, text);
    }
  }

  /** Reads {@code --below-first}. */
  static final class BelowChoice implements ITypeConverter<BelowFirst> {
    @Override
    public BelowFirst convert(String text) {
      return choice(BelowFirst.class, text);
    }
  }
}
