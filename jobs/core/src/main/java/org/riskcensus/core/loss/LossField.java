package org.riskcensus.core.loss;

import static org.riskcensus.core.loss.LossMeasure.HEADS;
import static org.riskcensus.core.loss.LossMeasure.HECTARES;
import static org.riskcensus.core.loss.LossMeasure.HOUSEHOLDS;
import static org.riskcensus.core.loss.LossMeasure.KILOMETRES;
import static org.riskcensus.core.loss.LossMeasure.LISTED;
import static org.riskcensus.core.loss.LossMeasure.PERSONS;
import static org.riskcensus.core.loss.LossMeasure.ROOMS;
import static org.riskcensus.core.loss.LossMeasure.SITES;
import static org.riskcensus.core.loss.LossMeasure.WAN_CNY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The loss fields of 自然灾害情况统计调查制度, named as the columns are (lower case). A file may hold fewer of
 * them: a field it lacks is simply not reported.
 */
public enum LossField {
  AFFECTED_POPULATION(PERSONS),
  DEATHS(PERSONS),
  MISSING(PERSONS),
  /** Entries of the list of the dead, a check on the deaths and no loss of its own. */
  LISTED_DEAD(LISTED),
  /** Entries of the list of the missing. */
  LISTED_MISSING(LISTED),
  INJURED(PERSONS),
  INJURED_SERIOUSLY(PERSONS),
  EMERGENCY_AVOIDANCE(PERSONS),
  RELOCATED(PERSONS),
  RELOCATED_CONCENTRATED(PERSONS),
  RELOCATED_DISPERSED(PERSONS),
  RELOCATED_CURRENT(PERSONS),
  NEED_EMERGENCY_RELIEF(PERSONS),
  NEED_TRANSITIONAL_RELIEF(PERSONS),
  DROUGHT_NEED(PERSONS),
  DRINKING_WATER_NEED(PERSONS),
  COLLAPSED_ROOMS(ROOMS),
  COLLAPSED_DWELLING_ROOMS(ROOMS),
  COLLAPSED_DWELLING_HOUSEHOLDS(HOUSEHOLDS),
  SERIOUSLY_DAMAGED_ROOMS(ROOMS),
  SERIOUSLY_DAMAGED_DWELLING_ROOMS(ROOMS),
  SERIOUSLY_DAMAGED_DWELLING_HOUSEHOLDS(HOUSEHOLDS),
  SLIGHTLY_DAMAGED_ROOMS(ROOMS),
  SLIGHTLY_DAMAGED_DWELLING_ROOMS(ROOMS),
  SLIGHTLY_DAMAGED_DWELLING_HOUSEHOLDS(HOUSEHOLDS),
  CROP_AFFECTED_HA(HECTARES),
  CROP_DAMAGED_HA(HECTARES),
  CROP_LOST_HA(HECTARES),
  GRAIN_AFFECTED_HA(HECTARES),
  GRAIN_DAMAGED_HA(HECTARES),
  GRAIN_LOST_HA(HECTARES),
  LIVESTOCK_DEAD(HEADS),
  LIVESTOCK_LARGE_DEAD(HEADS),
  LIVESTOCK_SMALL_DEAD(HEADS),
  ROAD_DAMAGED_KM(KILOMETRES),
  COMMUNICATION_DAMAGED_KM(KILOMETRES),
  POWER_DAMAGED_KM(KILOMETRES),
  RESERVOIRS_DAMAGED(SITES),
  DYKES_DAMAGED_KM(KILOMETRES),
  SCHOOLS_DAMAGED(SITES),
  HOSPITALS_DAMAGED(SITES),
  LOSS_HOUSING_WAN(WAN_CNY),
  LOSS_AGRICULTURE_WAN(WAN_CNY),
  LOSS_INDUSTRY_WAN(WAN_CNY),
  LOSS_INFRASTRUCTURE_WAN(WAN_CNY),
  LOSS_PUBLIC_SERVICE_WAN(WAN_CNY),
  LOSS_OTHER_WAN(WAN_CNY),
  DIRECT_LOSS_WAN(WAN_CNY);

  /** The six parts of the direct economic loss 直接经济损失. */
  public static final List<LossField> LOSS_PARTS =
      List.of(
          LOSS_HOUSING_WAN,
          LOSS_AGRICULTURE_WAN,
          LOSS_INDUSTRY_WAN,
          LOSS_INFRASTRUCTURE_WAN,
          LOSS_PUBLIC_SERVICE_WAN,
          LOSS_OTHER_WAN);

  private static final Map<String, LossField> BY_COLUMN =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(LossField::column, Function.identity()));

  private final LossMeasure measure;

  LossField(LossMeasure measure) {
    this.measure = measure;
  }

  /** The name of the column that holds this field. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public LossMeasure measure() {
    return measure;
  }

  /** The field a column holds, if it is a loss field. */
  public static Optional<LossField> find(String column) {
    return Optional.ofNullable(BY_COLUMN.get(column));
  }
}
