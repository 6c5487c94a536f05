package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * How far around a surveyed object a hazard acts, in metres of the equal-area plane: what makes an
 * area of a point or a line, and widens a polygon.
 */
public sealed interface Influence extends Serializable
    permits Influence.Constant, Influence.Measured, Influence.Coded {

  /** The hazard acts on the object itself. */
  static Influence none() {
    return new Constant(0);
  }

  /**
   * Sides of a quarter of a circle: with 128 sides in all, a circle lacks 0.04% of its area and no
   * more than 0.03% of its radius.
   */
  int QUADRANT_SEGMENTS = 32;

  /** The distance around {@code object}. */
  double metres(SurveyedObject object);

  /** Where the hazard of {@code object} acts. */
  default Geometry around(SurveyedObject object) {
    double metres = metres(object);
    return metres > 0 ? object.geometry().buffer(metres, QUADRANT_SEGMENTS) : object.geometry();
  }

  /** The same distance for every object. */
  record Constant(double metres) implements Influence {

    @Override
    public double metres(SurveyedObject object) {
      return metres;
    }
  }

  /** The distance that was surveyed. */
  record Measured(String column) implements Influence {

    @Override
    public double metres(SurveyedObject object) {
      return Named.get("influence", object.numbers(), column);
    }
  }

  /** A distance for each code of a column. */
  record Coded(String column, Map<String, Double> metresByCode) implements Influence {

    @Override
    public double metres(SurveyedObject object) {
      String code = Named.get("influence", object.codes(), column);
      return Named.get("influence of " + column, metresByCode, code);
    }
  }
}
