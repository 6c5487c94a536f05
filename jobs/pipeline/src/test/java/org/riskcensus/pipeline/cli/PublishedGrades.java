package org.riskcensus.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.job.explain.ExplainConfig;
import org.riskcensus.pipeline.job.explain.ExplainFormat;
import org.riskcensus.pipeline.job.explain.ExplainJob;

/** Whether the parts that a lake keeps of its grades recombine to the grades it publishes. */
final class PublishedGrades {

  /** Mean comprehensive risk of each unit against the sum of its contributions. */
  private static final String SUMS =
      """
      SELECT r.census_year, r.admin_code, r.mean_risk_index, sum(i.contribution) AS again
      FROM marts.unit_risk r JOIN marts.unit_indicator i
        ON i.census_year = r.census_year AND i.admin_code = r.admin_code AND i.component = 'risk'
      WHERE r.hazard = 'comprehensive' GROUP BY ALL
      HAVING abs(r.mean_risk_index - sum(i.contribution)) > 1e-9
      """;

  /** Mean risk of each hazard and unit against the product of its factors. */
  private static final String PRODUCTS =
      """
      SELECT * FROM marts.unit_risk WHERE hazard <> 'comprehensive' AND
        abs(mean_risk_index - coalesce(factor_reach * factor_hazard * factor_exposure
          * factor_vulnerability * (1 - factor_capacity), 0)) > 1e-9
      """;

  /** Vulnerability and capacity of townships and counties against the sums of contributions. */
  private static final String INDICES =
      """
      SELECT r.census_year, r.admin_code, i.component
      FROM marts.unit_risk r JOIN marts.unit_indicator i
        ON i.census_year = r.census_year AND i.admin_code = r.admin_code
      WHERE r.hazard = 'comprehensive' AND i.component IN ('vulnerability', 'capacity')
        AND r.unit_level <> 'village'
      GROUP BY ALL
      HAVING abs(sum(i.contribution) - any_value(if(i.component = 'capacity',
        r.capacity_index, r.vulnerability_index))) > 1e-9
      """;

  /** The grade of each unit and hazard against the areas of its levels. */
  private static final String GRADES =
      """
      WITH area AS (
        SELECT census_year, admin_code, hazard, sum(area_m2) AS whole,
          sum(if(risk_level >= 2, area_m2, 0)) AS a2, sum(if(risk_level >= 3, area_m2, 0)) AS a3,
          sum(if(risk_level >= 4, area_m2, 0)) AS a4
        FROM marts.unit_class_area GROUP BY ALL),
      share AS (
        SELECT census_year, county_code, value AS least FROM marts.method_value
        WHERE parameter = 'min_unit_share')
      SELECT r.census_year, r.admin_code, r.hazard, r.risk_level
      FROM marts.unit_risk r JOIN area a
        ON a.census_year = r.census_year AND a.admin_code = r.admin_code AND a.hazard = r.hazard
      JOIN share s ON s.census_year = r.census_year AND s.county_code = r.county_code
      WHERE r.risk_level <> CASE WHEN a4 > 0 AND a4 >= least * whole THEN 4
        WHEN a3 > 0 AND a3 >= least * whole THEN 3
        WHEN a2 > 0 AND a2 >= least * whole THEN 2 ELSE 1 END
      """;

  private final SparkSession spark;

  PublishedGrades(SparkSession spark) {
    this.spark = spark;
  }

  /** Holds every unit of every release against its parts. */
  void recombine() {
    for (String deviating : List.of(SUMS, PRODUCTS, INDICES, GRADES)) {
      assertThat(spark.sql(deviating).collectAsList()).as(deviating).isEmpty();
    }
  }

  /** Explains a unit and holds what is told against the tables. */
  void explain(int year, String unit) throws IOException {
    ExplainConfig config = new ExplainConfig(year, unit, Optional.empty());
    String json =
        new ExplainJob(spark, Contracts.load(), config).run(ExplainFormat.JSON, Language.ZH);
    JsonNode told = new ObjectMapper().readTree(json);
    List<Row> published =
        spark
            .sql(
                "SELECT hazard, risk_level, mean_risk_index FROM marts.unit_risk"
                    + " WHERE census_year = %d AND admin_code = '%s'".formatted(year, unit))
            .collectAsList();
    assertThat(told.at("/risks")).hasSameSizeAs(published);
    for (Row row : published) {
      assertThat(told.at("/risks"))
          .filteredOn(risk -> risk.get("hazard").asText().equals(row.getString(0)))
          .singleElement()
          .satisfies(
              risk -> {
                assertThat(risk.get("level").asInt()).isEqualTo(row.getInt(1));
                assertThat(risk.get("mean_risk_index").asDouble()).isEqualTo(row.getDouble(2));
              });
    }
    assertThat(told.at("/sources")).isNotEmpty();
    assertThat(told.at("/release/tag").asText()).isEqualTo("census-" + year);
  }
}
