package org.riskcensus.pipeline.job.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.CountyRisk;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.core.risk.RiskMethod;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The area of a unit by level in every run of the weights, for each hazard and all together. Areas
 * are counted in whole steps of 10⁻⁶ m², so that their order does not matter. One object a unit.
 */
final class VariedUnit {

  private static final double STEPS = 1e6;

  private final AssessmentMethods methods;
  private final VariedWeights varied;
  private final RiskLevels levels;
  private final Map<String, Sums> sums = new TreeMap<>();
  private final Map<String, Township> townships = new HashMap<>();
  private final Map<Map<String, Double>, County> counties = new HashMap<>();

  VariedUnit(AssessmentMethods methods, VariedWeights varied, RiskLevels levels) {
    this.methods = methods;
    this.varied = varied;
    this.levels = levels;
  }

  /** Vulnerability and capacity of a township in every run. */
  private static final class Township {
    private final double[] vulnerability;
    private final double[] capacity;

    Township(double[] vulnerability, double[] capacity) {
      this.vulnerability = vulnerability;
      this.capacity = capacity;
    }
  }

  /** Steps of area by run and level, and steps of area times risk by run, of one hazard. */
  private static final class Sums {
    private final int levels;
    private final long[] areas;
    private final long[] risks;

    /** Areas of places whose level is the same in every run, by level. */
    private final long[] always;

    Sums(int runs, int levels) {
      this.levels = levels;
      this.areas = new long[runs * levels];
      this.risks = new long[runs];
      this.always = new long[levels];
    }

    void add(int run, double area, int level, double risk) {
      areas[run * levels + level] += Math.round(area * STEPS);
      risks[run] += Math.round(area * risk * STEPS);
    }

    /** A place without risk. */
    void addAlways(double area, int level) {
      always[level] += Math.round(area * STEPS);
    }

    long[] areas() {
      long[] all = areas.clone();
      for (int i = 0; i < all.length; i++) {
        all[i] += always[i % levels];
      }
      return all;
    }
  }

  /** The hazards of the unit's county: their weights and sums by number. */
  private final class County {
    private final CountyRisk risk;
    private final double[][] weights;
    private final Sums[] ofHazards;
    private final Sums ofAll = sums(RiskKind.COMPREHENSIVE);

    County(Map<String, Double> counted) {
      risk = new CountyRisk(methods.risk().comprehensive(), counted.keySet());
      weights = varied.hazards(counted).stream().map(risk::byNumber).toArray(double[][]::new);
      ofHazards = risk.hazards().stream().map(VariedUnit.this::sums).toArray(Sums[]::new);
    }
  }

  /** Adds the unit's parts of cells: rows of {@link Sensitivity#cells}. */
  VariedUnit add(Iterator<Row> cells) {
    cells.forEachRemaining(this::add);
    return this;
  }

  private void add(Row cell) {
    double area = cell.<Double>getAs("part_area");
    County county =
        counties.computeIfAbsent(cell.getJavaMap(cell.fieldIndex("weights")), County::new);
    double[] indices = indices(cell, county.risk.hazards());
    if (Arrays.stream(indices).allMatch(Double::isNaN)) {
      Arrays.stream(county.ofHazards).forEach(sums -> sums.addAlways(area, 0));
      county.ofAll.addAlways(area, levels.ofAll(0));
      return;
    }
    vary(cell, area, county, indices);
  }

  private void vary(Row cell, double area, County county, double[] indices) {
    double[] densities = densities(cell);
    Township township = townships.computeIfAbsent(cell.getAs("unit"), code -> township(cell));
    double[] risks = new double[indices.length];
    for (int run = 0; run < varied.runs().size(); run++) {
      double exposure = varied.exposure(run, densities);
      double vulnerability = township.vulnerability[run];
      double capacity = township.capacity[run];
      for (int i = 0; i < indices.length; i++) {
        boolean reached = !Double.isNaN(indices[i]);
        risks[i] = reached ? RiskMethod.risk(indices[i], exposure, vulnerability, capacity) : 0;
        county.ofHazards[i].add(run, area, reached ? levels.ofHazard(risks[i]) : 0, risks[i]);
      }
      double all = county.risk.comprehensive(risks, county.weights[run]);
      county.ofAll.add(run, area, levels.ofAll(all), all);
    }
  }

  private Sums sums(String hazard) {
    return sums.computeIfAbsent(hazard, name -> new Sums(varied.runs().size(), levels.size() + 1));
  }

  private double[] densities(Row cell) {
    ExposureMethod method = methods.exposure();
    double[] quantities =
        method.components().stream()
            .mapToDouble(component -> cell.<Double>getAs(component.exposure().code()))
            .toArray();
    return method.normalised(quantities, cell.getAs("area_m2"));
  }

  /** Index of each hazard of the county; not a number where it does not reach the cell. */
  private static double[] indices(Row cell, List<String> hazards) {
    double[] indices = new double[hazards.size()];
    Arrays.fill(indices, Double.NaN);
    int field = cell.fieldIndex("hazards");
    List<Row> rows = cell.isNullAt(field) ? List.of() : cell.getList(field);
    for (Row row : rows) {
      int number = hazards.indexOf(row.getString(0));
      if (number >= 0) {
        indices[number] = row.getDouble(1);
      }
    }
    return indices;
  }

  private Township township(Row cell) {
    Map<String, Row> indicators = new HashMap<>();
    cell.<Row>getList(cell.fieldIndex("indicators"))
        .forEach(row -> indicators.put(row.getAs("component") + " " + row.getAs("indicator"), row));
    List<String> names = VulnerabilityMethod.INDICATORS;
    @Nullable Double[] scores = new @Nullable Double[names.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = number(indicators, Component.VULNERABILITY, names.get(i), "normalised");
    }
    List<CapacityMethod.Component> resources = methods.capacity().components();
    double[] ratios = new double[resources.size()];
    for (int i = 0; i < ratios.length; i++) {
      Double ratio =
          number(indicators, Component.CAPACITY, resources.get(i).resource().code(), "raw_value");
      ratios[i] = ratio == null ? 0 : ratio;
    }
    return new Township(varied.vulnerability(scores), varied.capacity(ratios));
  }

  private static @Nullable Double number(
      Map<String, Row> indicators, Component component, String name, String field) {
    Row row = indicators.get(component.code() + " " + name);
    return row == null ? null : row.<@Nullable Double>getAs(field);
  }

  /** A row for each hazard: {@link Sensitivity#SUMS}. */
  Iterator<Row> rows(String unit) {
    List<Row> rows = new ArrayList<>();
    sums.forEach(
        (hazard, own) -> rows.add(RowFactory.create(unit, hazard, own.areas(), own.risks)));
    return rows.iterator();
  }
}
