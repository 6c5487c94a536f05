package org.riskcensus.pipeline.job.explain;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.job.explain.Explanation.FactorPart;
import org.riskcensus.pipeline.job.explain.Explanation.SusceptibleArea;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/** Susceptibility of a unit, or why its county has none. */
final class SusceptibilityReader {

  private static final String FIT = "marts.susceptibility_fit";
  private static final String LAYERS = "geo_factor";

  private final ReleasedTables tables;
  private final Explanation.Unit unit;
  private final List<String> classes;

  SusceptibilityReader(ReleasedTables tables, Explanation.Unit unit, Contracts contracts) {
    this.tables = tables;
    this.unit = unit;
    this.classes = contracts.codeList("susceptibility_class").codes();
  }

  /**
   * What is told with some hazards; nothing where none of them reads layers of factors, or the
   * release is from before there was any.
   */
  Optional<Explanation.Susceptibility> find(List<String> hazards, InputTables inputs) {
    if (!tables.has(FIT)) {
      return Optional.empty();
    }
    return hazards.stream()
        .filter(hazard -> inputs.behind(List.of(hazard)).contains(LAYERS))
        .findFirst()
        .flatMap(this::read);
  }

  private Optional<Explanation.Susceptibility> read(String hazard) {
    Column ofCounty = col("county_code").equalTo(unit.county());
    return tables.rows(FIT, ofCounty.and(col("factor").equalTo("all")), "factor").stream()
        .findFirst()
        .map(
            fit -> {
              List<FactorPart> factors = factors();
              Double mean =
                  factors.isEmpty()
                      ? null
                      : (Double) factors.stream().mapToDouble(FactorPart::contribution).sum();
              return new Explanation.Susceptibility(
                  hazard, fit.<@Nullable String>getAs("reason"), mean, areas(), factors);
            });
  }

  private Column ofUnit() {
    return col("admin_code").equalTo(unit.code());
  }

  private List<SusceptibleArea> areas() {
    List<SusceptibleArea> areas = new ArrayList<>();
    for (Row row : tables.rows("marts.unit_susceptibility", ofUnit(), "susceptibility_class")) {
      areas.add(
          new SusceptibleArea(
              row.getAs("susceptibility_class"),
              row.<Double>getAs("area_m2"),
              row.<Long>getAs("points")));
    }
    areas.sort(Comparator.comparingInt(area -> classes.indexOf(area.susceptibilityClass())));
    return areas;
  }

  private List<FactorPart> factors() {
    List<FactorPart> factors = new ArrayList<>();
    for (Row row : tables.rows("marts.unit_information", ofUnit(), "factor", "factor_class")) {
      factors.add(
          new FactorPart(
              row.getAs("factor"),
              row.getAs("factor_class"),
              row.<Double>getAs("area_m2"),
              row.<Double>getAs("information_value"),
              row.<Double>getAs("contribution")));
    }
    factors.sort(Comparator.comparingDouble(FactorPart::contribution).reversed());
    return factors;
  }
}
