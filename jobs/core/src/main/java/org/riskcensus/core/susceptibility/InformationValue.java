package org.riskcensus.core.susceptibility;

/**
 * The information value 信息量 of a class: {@code I = ln[(Nᵢ/N)/(Sᵢ/S)]}. Above 0 hazard points are
 * denser there than where the factor is known at all, below 0 sparser. A class without a point is
 * counted with a part of one, since the logarithm of 0 is none.
 *
 * @param count the class
 * @param ratio {@code (Nᵢ/N)/(Sᵢ/S)}, with what an empty class was counted with
 * @param value its natural logarithm
 * @param empty whether there is no point in the class
 */
public record InformationValue(ClassCount count, double ratio, double value, boolean empty) {

  /**
   * The value of a class.
   *
   * @param count the class; its area above 0
   * @param allPoints hazard points where the factor is known, N; above 0
   * @param wholeArea m² where the factor is known, S
   * @param emptyPoints what is counted in a class without a point
   */
  static InformationValue of(
      ClassCount count, long allPoints, double wholeArea, double emptyPoints) {
    boolean empty = count.points() == 0;
    double points = empty ? emptyPoints : count.points();
    double ratio = (points / allPoints) / (count.area() / wholeArea);
    return new InformationValue(count, ratio, Math.log(ratio), empty);
  }
}
