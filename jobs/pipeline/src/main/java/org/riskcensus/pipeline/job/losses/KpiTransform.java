package org.riskcensus.pipeline.job.losses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.riskcensus.core.loss.CountyFigures;
import org.riskcensus.core.loss.KpiEvaluation;
import org.riskcensus.core.loss.KpiIndicator;
import org.riskcensus.core.loss.KpiResult;
import org.riskcensus.core.loss.KpiSeries;
import org.riskcensus.core.loss.KpiTarget;

/**
 * The targets of the counties' plans against the counties' figures: a row a target, with what it
 * was computed from and where its trend leads.
 */
final class KpiTransform {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "plan string, county_code string, indicator string, indicator_name string,"
              + " indicator_name_en string, comparator string, target double, as_filed string,"
              + " as_filed_en string, unit string, base double,"
              + " target_year int, nature string, period string, value double, status string,"
              + " reason string, formula string, evidence string, numerator double,"
              + " denominator double, inputs string, trace string, trend_per_year double,"
              + " projected double, projected_status string, trend_note string");

  private KpiTransform() {}

  /**
   * Rows of {@link #SCHEMA}, in the order of the counties and of the register.
   *
   * @param counties whose plans are listed, with figures or without
   */
  static List<Row> apply(
      Map<String, CountyFigures> figures, List<String> counties, LossesConfig config) {
    List<Row> rows = new ArrayList<>();
    for (String county : counties) {
      Optional<KpiPlan> plan = config.targets().find(county);
      CountyFigures known = figures.getOrDefault(county, new CountyFigures());
      KpiEvaluation evaluation =
          new KpiEvaluation(known, config.targets().firstYear(), config.year());
      for (KpiTarget target : plan.map(KpiPlan::targets).orElse(List.of())) {
        rows.add(row(county, evaluation, evaluation.evaluate(target)));
      }
    }
    return rows;
  }

  private static Row row(String county, KpiEvaluation evaluation, KpiResult result) {
    KpiTarget target = result.target();
    KpiSeries series = KpiSeries.of(target, evaluation);
    KpiSeries.Trend trend = series.trend(evaluation.firstYear());
    KpiTrace trace = new KpiTrace(county, evaluation.firstYear(), evaluation.censusYear());
    KpiIndicator indicator = target.indicator();
    String evidence =
        target.note().isEmpty() ? target.evidence() : target.evidence() + "; " + target.note();
    return RowFactory.create(
        target.plan(),
        county,
        indicator.id(),
        indicator.name(),
        indicator.nameEn(),
        target.comparator().symbol(),
        target.target(),
        target.asFiled(),
        target.asFiledEn(),
        indicator.unit(),
        indicator.base(),
        target.targetYear(),
        target.nature(),
        result.period(),
        result.value(),
        result.status().code(),
        result.reason(),
        indicator.formula(),
        evidence,
        series.numerator(),
        series.denominator(),
        series.inputs(),
        trace.of(series),
        trend.perYear(),
        trend.projected(),
        trend.status() == null ? null : trend.status().code(),
        trend.note());
  }
}
