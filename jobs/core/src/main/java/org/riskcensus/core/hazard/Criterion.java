package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One criterion of a hazard: a surveyed column and the index its values have.
 *
 * @param column the column
 * @param scale from values to indices
 * @param weight weight in a weighted mean, not negative
 * @param missing index of an object of which the column was not reported; null where the criterion
 *     is then left out, with its weight
 */
public record Criterion(String column, Scale scale, double weight, @Nullable Double missing)
    implements Serializable {

  /** From the values of a column to indices from 0 to 1. */
  public sealed interface Scale extends Serializable permits Measured, Coded {

    /** The index of what the object has in {@code column}; empty where that was not reported. */
    Optional<Double> index(SurveyedObject object, String column);
  }

  /**
   * A measured column.
   *
   * @param curve from value to index; from its negative to the index where {@code falling}
   * @param falling whether less is worse, as with the moisture of the soil
   */
  public record Measured(Curve curve, boolean falling) implements Scale {

    @Override
    public Optional<Double> index(SurveyedObject object, String column) {
      return object.findNumber(column).map(value -> curve.at(falling ? -value : value));
    }
  }

  /**
   * A column of codes.
   *
   * @param indices index of each code, 0 to 1
   */
  public record Coded(Map<String, Double> indices) implements Scale {

    /** Copies the indices and refuses those outside 0 to 1. */
    public Coded {
      indices = Map.copyOf(indices);
      indices.forEach(Criterion::requireShare);
    }

    @Override
    public Optional<Double> index(SurveyedObject object, String column) {
      return object.findCode(column).map(code -> Named.get("index of " + column, indices, code));
    }
  }

  /** Refuses a negative weight and an index outside 0 to 1. */
  public Criterion {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException("a weight is not negative, got " + weight);
    }
    if (missing != null) {
      requireShare("missing", missing);
    }
  }

  private static void requireShare(String what, double index) {
    if (!(index >= 0 && index <= 1)) {
      throw new IllegalArgumentException(what + " must have an index in 0..1, got " + index);
    }
  }

  /** The index of an object by this criterion; empty where it is left out. */
  Optional<Double> index(SurveyedObject object) {
    return scale.index(object, column).or(() -> Optional.ofNullable(missing));
  }
}
