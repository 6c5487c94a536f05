package org.riskcensus.pipeline.job.assess;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.riskcensus.core.susceptibility.SusceptibilityMethod;

/**
 * The breaks of susceptibility and what its classes give to the hazard, as a release keeps them.
 */
final class SusceptibilityValues implements Serializable {

  /** Indicator of these rows. They follow from a county's data, and are no part of the method. */
  static final String INDICATOR = "susceptibility";

  private static final long serialVersionUID = 1L;

  private final SusceptibilityMethod method;
  private final String hazard;

  SusceptibilityValues(SusceptibilityMethod method, String hazard) {
    this.method = method;
    this.hazard = hazard;
  }

  /** Rows of {@link MethodValues#SCHEMA}; {@code breaks} of {@link ClassedCells#breaks}. */
  Dataset<Row> of(Dataset<Row> breaks) {
    FlatMapFunction<Row, Row> values = this::of;
    return breaks
        .where(col("breaks").isNotNull())
        .flatMap(values, Encoders.row(MethodValues.SCHEMA));
  }

  private Iterator<Row> of(Row county) {
    List<Row> rows = new ArrayList<>();
    String rule = method.breaks().code();
    List<Double> breaks = county.getList(1);
    for (int i = 0; i < breaks.size(); i++) {
      rows.add(row(county, "from_" + method.classes().get(i + 1), breaks.get(i), rule));
    }
    if (!county.isNullAt(2)) {
      rows.add(row(county, "goodness_of_fit", county.getDouble(2), rule));
    }
    for (String code : method.classes()) {
      rows.add(row(county, "background_" + code, method.background(code), "method"));
    }
    return rows.iterator();
  }

  private Row row(Row county, String parameter, double value, String origin) {
    return RowFactory.create(county.get(0), hazard, "hazard", INDICATOR, parameter, value, origin);
  }
}
