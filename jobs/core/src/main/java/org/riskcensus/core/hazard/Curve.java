package org.riskcensus.core.hazard;

import java.io.Serializable;
import java.util.List;

/**
 * A piecewise linear, never falling curve from a measured value to an index; constant outside its
 * first and last node.
 *
 * @param values measured values of the nodes, strictly ascending
 * @param indices indices of the nodes, 0 to 1, never falling
 */
public record Curve(List<Double> values, List<Double> indices) implements Serializable {

  /** Copies the nodes and refuses a curve that falls or leaves 0 to 1. */
  public Curve {
    values = List.copyOf(values);
    indices = List.copyOf(indices);
    if (values.isEmpty() || values.size() != indices.size()) {
      throw new IllegalArgumentException("a curve needs one index a value");
    }
    Ascending.require("values of a curve", values);
    for (int i = 0; i < indices.size(); i++) {
      double before = i == 0 ? 0 : indices.get(i - 1);
      if (!(indices.get(i) >= before && indices.get(i) <= 1)) {
        throw new IllegalArgumentException("indices must not fall nor leave 0..1: " + indices);
      }
    }
  }

  /** The index at {@code value}. */
  public double at(double value) {
    int above = 0;
    while (above < values.size() && values.get(above) <= value) {
      above++;
    }
    if (above == 0) {
      return indices.get(0);
    }
    if (above == values.size()) {
      return indices.get(above - 1);
    }
    double from = values.get(above - 1);
    double share = (value - from) / (values.get(above) - from);
    double low = indices.get(above - 1);
    return low + share * (indices.get(above) - low);
  }
}
