package org.riskcensus.pipeline.method;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.riskcensus.core.inspection.InspectionLimits;
import org.riskcensus.core.inspection.SampleSize;

/**
 * How objects are drawn for inspection and judged: {@code schemas/methods/inspection.yaml} and
 * {@code inspection_indicators.yaml}.
 *
 * @param version versions of both files, such as {@code inspection@1+1}
 * @param seed used where a request gives none
 * @param size objects to draw of a table and county
 * @param mostItems indicators that fit one inspection sheet
 * @param limits when an inspection is passed
 * @param indicators checked columns by dataset, in the order of the file
 */
public record InspectionMethod(
    String version,
    long seed,
    SampleSize size,
    int mostItems,
    InspectionLimits limits,
    Map<String, List<Indicator>> indicators) {

  /** The field that stands for the place of an object. */
  public static final String PLACE = "geometry";

  /**
   * A checked column.
   *
   * @param field its name; {@value #PLACE} for the place
   * @param weight above zero
   * @param tolerance relative difference of a number that still counts as filed right
   */
  public record Indicator(String field, double weight, OptionalDouble tolerance) {}

  /**
   * The checked columns of a dataset.
   *
   * @throws NoSuchElementException when it is not inspected
   */
  public List<Indicator> get(String dataset) {
    List<Indicator> checked = indicators.get(dataset);
    if (checked == null) {
      throw new NoSuchElementException("dataset " + dataset + " is not inspected");
    }
    return checked;
  }
}
