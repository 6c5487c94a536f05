package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * One indicator behind an index of a unit, the way {@code marts.unit_indicator} keeps it: within an
 * index the contributions add up to its value.
 *
 * @param hazard hazard the index belongs to, or comprehensive where it is the same for all
 * @param component which factor of the risk
 * @param indicator code of the indicator
 * @param raw value in its own unit; null where not known
 * @param unit unit of the raw value
 * @param normalised value on 0 to 1; null where not known
 * @param weight weight with which it counts here, after what is missing has left; null where there
 *     are no weights
 * @param missing why a value is missing or taken from elsewhere; null where it is the unit's own
 */
record IndicatorRow(
    String hazard,
    Component component,
    String indicator,
    @Nullable Double raw,
    String unit,
    @Nullable Double normalised,
    @Nullable Double weight,
    @Nullable String missing) {

  /** The factors of the risk, named as in the code list {@code risk_component}. */
  enum Component {
    HAZARD,
    EXPOSURE,
    VULNERABILITY,
    CAPACITY,
    RISK;

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static final String NOT_SURVEYED = "not_surveyed";
  static final String COUNTY_VALUE = "county_value";
  static final String NONE_FILED = "none_filed";

  static final StructType SCHEMA =
      new StructType()
          .add("hazard", StringType)
          .add("component", StringType)
          .add("indicator", StringType)
          .add("raw_value", DoubleType)
          .add("raw_unit", StringType)
          .add("normalised", DoubleType)
          .add("weight", DoubleType)
          .add("contribution", DoubleType)
          .add("missing_reason", StringType);

  Row toRow() {
    Double contribution =
        normalised == null || weight == null ? null : (Double) (weight * normalised);
    return RowFactory.create(
        hazard, component.code(), indicator, raw, unit, normalised, weight, contribution, missing);
  }
}
