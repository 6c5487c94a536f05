package org.riskcensus.pipeline.job.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The figures of one loss report, exact in decimals. A figure that is not there was not reported,
 * which is not zero.
 */
record LossFigures(Map<String, BigDecimal> values) {

  static final List<String> PARTS =
      List.of(
          "loss_housing_wan",
          "loss_agriculture_wan",
          "loss_industry_wan",
          "loss_infrastructure_wan",
          "loss_public_service_wan",
          "loss_other_wan");
  static final String TOTAL = "direct_loss_wan";

  /** All loss fields in the order of the forms, with labels and types. */
  static final String COLUMNS =
      "affected_population 受灾人口 long, deaths 死亡人口 long, missing 失踪人口 long,"
          + " injured 受伤人口 long, injured_seriously 重伤人口 long,"
          + " emergency_avoidance 紧急避险人口 long, relocated 紧急转移安置人口 long,"
          + " relocated_concentrated 集中安置 long, relocated_dispersed 分散安置 long,"
          + " collapsed_rooms 倒塌房屋间数 long, collapsed_dwelling_rooms 倒塌住房间数 long,"
          + " seriously_damaged_rooms 严重损坏间数 long, slightly_damaged_rooms 一般损坏间数 long,"
          + " crop_affected_ha 受灾面积 double, crop_damaged_ha 成灾面积 double,"
          + " crop_lost_ha 绝收面积 double,"
          + " loss_housing_wan 房屋及家庭财产损失 double, loss_agriculture_wan 农业损失 double,"
          + " loss_industry_wan 工矿商贸损失 double, loss_infrastructure_wan 基础设施损失 double,"
          + " loss_public_service_wan 公共服务损失 double, loss_other_wan 其他损失 double,"
          + " direct_loss_wan 直接经济损失 double";

  private static final Set<String> SUMS = Set.of("relocated", "livestock_dead", TOTAL);

  static LossFigures none() {
    return new LossFigures(new LinkedHashMap<>());
  }

  LossFigures count(String field, double value) {
    return put(field, value, 0);
  }

  LossFigures hectares(String field, double value) {
    return put(field, value, 1);
  }

  LossFigures kilometres(String field, double value) {
    return put(field, value, 1);
  }

  LossFigures wan(String field, double value) {
    return put(field, value, 2);
  }

  /** Rounds down, so that what was in order stays in order. */
  private LossFigures put(String field, double value, int decimals) {
    values.put(field, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN));
    return this;
  }

  /** Fills in the sums: relocated, dead livestock, and the direct loss of the six parts. */
  LossFigures summed() {
    sum("relocated", "relocated_concentrated", "relocated_dispersed");
    sum("livestock_dead", "livestock_large_dead", "livestock_small_dead");
    BigDecimal total = BigDecimal.ZERO;
    for (String part : PARTS) {
      total = total.add(values.getOrDefault(part, BigDecimal.ZERO));
    }
    values.put(TOTAL, total);
    return this;
  }

  private void sum(String whole, String one, String other) {
    BigDecimal first = values.get(one);
    BigDecimal second = values.get(other);
    if (first != null && second != null) {
      values.put(whole, first.add(second));
    }
  }

  /** All figures times {@code factor}, rounded as they were, the sums anew. */
  LossFigures times(double factor) {
    LossFigures scaled = none();
    values.forEach(
        (field, value) -> {
          if (!SUMS.contains(field)) {
            boolean person = field.equals("deaths") || field.equals("missing");
            double product = person ? value.doubleValue() : value.doubleValue() * factor;
            scaled.put(field, product, value.scale());
          }
        });
    return scaled.summed();
  }

  /** The sum with {@code other}; a figure either reported is reported. */
  LossFigures plus(LossFigures other) {
    LossFigures sum = new LossFigures(new LinkedHashMap<>(values));
    other.values.forEach((field, value) -> sum.values.merge(field, value, BigDecimal::add));
    return sum;
  }

  /** A figure; zero where it was not reported. */
  BigDecimal get(String field) {
    return values.getOrDefault(field, BigDecimal.ZERO);
  }

  /** The figures as cells of a row. */
  FiledRow into(FiledRow row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    values.forEach(
        (field, value) ->
            cells.put(
                field, value.scale() == 0 ? (Object) value.longValueExact() : value.doubleValue()));
    return row.withAll(cells);
  }
}
