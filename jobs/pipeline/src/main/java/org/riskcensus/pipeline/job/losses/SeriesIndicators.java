package org.riskcensus.pipeline.job.losses;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.riskcensus.core.statistics.Exceedance;
import org.riskcensus.core.statistics.TheilSen;

/**
 * Average annual loss, its trend, and losses of given return periods, from the series of real
 * losses.
 */
record SeriesIndicators(LossStatisticsMethod method, int priceYear) implements Serializable {
  private static final String FEW_YEARS = "few_years";

  /** Rows of {@link IndicatorRow#SCHEMA}. */
  Dataset<Row> of(Dataset<Row> series) {
    FlatMapFunction<Row, Row> indicators = row -> rows(row).iterator();
    return series.flatMap(indicators, Encoders.row(IndicatorRow.SCHEMA));
  }

  private List<Row> rows(Row series) {
    TreeMap<Integer, Double> losses =
        new TreeMap<>(series.<Integer, Double>getJavaMap(series.fieldIndex("losses")));
    List<Row> rows = new ArrayList<>();
    if (series.getAs("curve").equals("aep")) {
      rows.add(average(series, losses));
      rows.add(trend(series, losses));
    }
    Exceedance curve = Exceedance.of(losses);
    for (double years : method.returnPeriods()) {
      rows.add(returnPeriod(series, losses, curve, years));
    }
    return rows;
  }

  private Row average(Row series, TreeMap<Integer, Double> losses) {
    double[] values = losses.values().stream().mapToDouble(Double::doubleValue).toArray();
    double mean = losses.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    IndicatorRow row =
        row(series, losses, "average_annual_loss_wan", "年均直接经济损失")
            .set("unit", "万元")
            .set("formula", "mean of the annual losses in prices of " + priceYear)
            .set("evidence", "[F] average annual loss; [D] percentile bootstrap")
            .computed(mean, interval(values.length));
    return (values.length < 2 ? row : row.interval(method.bootstrap().ofMean(values))).row();
  }

  private String interval(int years) {
    return years < 2
        ? "one year has no interval"
        : "%d years; percentile bootstrap of the mean, %d resamples, confidence %s"
            .formatted(years, method.bootstrap().resamples(), method.confidence());
  }

  private Row trend(Row series, TreeMap<Integer, Double> losses) {
    IndicatorRow row =
        row(series, losses, "loss_trend_wan_a", "直接经济损失变化趋势")
            .set("unit", "万元/a")
            .set(
                "formula",
                "median of the slopes between all pairs of years, in prices of " + priceYear)
            .set("evidence", "[F] Theil (1950), Sen (1968)");
    Optional<TheilSen> trend = TheilSen.of(losses, method.normalQuantile());
    if (trend.isEmpty()) {
      return row.notComputable("fewer than %d years".formatted(TheilSen.FEWEST_YEARS), FEW_YEARS)
          .row();
    }
    String told =
        trend.get().interval() == null
            ? "%d years; too few for an interval at confidence %s"
            : "%d years; Sen's interval at confidence %s";
    return row.computed(trend.get().perYear(), told.formatted(losses.size(), method.confidence()))
        .interval(trend.get().interval())
        .row();
  }

  private Row returnPeriod(
      Row series, TreeMap<Integer, Double> losses, Exceedance curve, double years) {
    String kind = series.getAs("curve");
    String name = kind.equals("aep") ? "年累计损失" : "年最大单次损失";
    IndicatorRow row =
        row(series, losses, "loss_%s_%d_a".formatted(kind, (int) years), (int) years + "年一遇" + name)
            .set("unit", "万元")
            .set(
                "formula",
                "linear in ln T between the ranks, T = (n+1)/m, in prices of " + priceYear)
            .set("evidence", "[F] Weibull plotting position");
    OptionalDouble loss = curve.findLoss(years);
    return loss.isPresent()
        ? row.computed(loss.getAsDouble(), losses.size() + " years").row()
        : row.notComputable(
                "%d years carry return periods of %.2f to %d a"
                    .formatted(
                        losses.size(), (losses.size() + 1.0) / losses.size(), losses.size() + 1),
                FEW_YEARS)
            .row();
  }

  private IndicatorRow row(Row series, Map<Integer, Double> losses, String indicator, String name) {
    return IndicatorRow.of(series)
        .set("topic", "trend")
        .set("indicator", indicator)
        .set("indicator_name", name)
        .set("hazard_kind", series.getAs("hazard_kind"))
        .set("basis", series.getAs("basis"))
        .set("n", losses.size())
        .set("inputs", "marts.loss_exceedance, curve " + series.getAs("curve"))
        .period(Collections.min(losses.keySet()), Collections.max(losses.keySet()));
  }
}
