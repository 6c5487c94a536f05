package org.riskcensus.core.susceptibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The information values of one county, or why they cannot be computed. Each factor is held against
 * the points and the area where it is known; a factor that was filed but leaves too much of the
 * county out stops the fit, since a place would be graded by what happened to be mapped.
 *
 * @param factors each factor filed, or in use, by code
 * @param values of the factors in use, by factor and class; empty where there is a reason
 * @param reason why there are none; null where there are
 */
public record InformationFit(
    List<Factor> factors, List<InformationValue> values, @Nullable Reason reason) {

  /** Why a factor is not in the sum, or a county has no information values. */
  public enum Reason {
    /** The county has filed no layer of the factor; the others stand without it. */
    NOT_FILED,
    /** The method does not use the factor. */
    NOT_USED,
    /** The factor leaves more of the county out than the method allows. */
    NOT_COVERING,
    /** There are fewer factors than the method wants. */
    TOO_FEW_FACTORS,
    /** There are fewer hazard points than the method wants. */
    TOO_FEW_POINTS,
    /** The information values of the places differ too little to be classed. */
    TOO_FEW_VALUES
  }

  /**
   * A factor in a county.
   *
   * @param code of the factor
   * @param points hazard points where it is known
   * @param area m² where it is known
   * @param classes how many there are
   * @param reason why it is not in the sum; null where it is
   */
  public record Factor(
      String code, long points, double area, int classes, @Nullable Reason reason) {}

  /**
   * A county as a whole.
   *
   * @param area m²
   * @param points hazard points that count
   * @param filed codes of the factors that it has filed
   */
  public record County(double area, long points, Set<String> filed) {}

  /**
   * Fits.
   *
   * @param counts the classes, in any order
   */
  public static InformationFit of(
      SusceptibilityMethod method, County county, List<ClassCount> counts) {
    Map<String, List<ClassCount>> byFactor = new TreeMap<>();
    Set<String> all = new TreeSet<>(method.factors().keySet());
    all.addAll(county.filed());
    all.forEach(code -> byFactor.put(code, new ArrayList<>()));
    for (ClassCount count : counts) {
      byFactor.computeIfAbsent(count.factor(), code -> new ArrayList<>()).add(count);
    }
    List<Factor> factors = new ArrayList<>();
    byFactor.forEach((code, classes) -> factors.add(factor(method, county, code, classes)));
    Optional<Reason> reason = reason(method, county, factors);
    List<InformationValue> values = new ArrayList<>();
    if (reason.isEmpty()) {
      factors.stream()
          .filter(factor -> factor.reason() == null)
          .forEach(
              factor ->
                  values.addAll(
                      values(factor, byFactor.getOrDefault(factor.code(), List.of()), method)));
    }
    return new InformationFit(List.copyOf(factors), List.copyOf(values), reason.orElse(null));
  }

  private static Factor factor(
      SusceptibilityMethod method, County county, String code, List<ClassCount> classes) {
    long points = classes.stream().mapToLong(ClassCount::points).sum();
    double area = classes.stream().mapToDouble(ClassCount::area).sum();
    int known = (int) classes.stream().filter(count -> count.area() > 0).count();
    Reason reason = null;
    if (!method.factors().containsKey(code)) {
      reason = Reason.NOT_USED;
    } else if (!county.filed().contains(code)) {
      reason = Reason.NOT_FILED;
    } else if (!(area > 0) || area < method.needs().coverage() * county.area()) {
      reason = Reason.NOT_COVERING;
    }
    return new Factor(code, points, area, known, reason);
  }

  private static Optional<Reason> reason(
      SusceptibilityMethod method, County county, List<Factor> factors) {
    long used = factors.stream().filter(factor -> factor.reason() == null).count();
    if (factors.stream().anyMatch(factor -> factor.reason() == Reason.NOT_COVERING)) {
      return Optional.of(Reason.NOT_COVERING);
    }
    if (used < method.needs().factors()) {
      return Optional.of(Reason.TOO_FEW_FACTORS);
    }
    boolean few =
        county.points() < method.needs().points()
            || factors.stream()
                .anyMatch(
                    factor -> factor.reason() == null && factor.points() < method.needs().points());
    return few ? Optional.of(Reason.TOO_FEW_POINTS) : Optional.empty();
  }

  private static List<InformationValue> values(
      Factor factor, List<ClassCount> classes, SusceptibilityMethod method) {
    return classes.stream()
        .filter(count -> count.area() > 0)
        .sorted(Comparator.comparing(ClassCount::factorClass))
        .map(
            count ->
                InformationValue.of(count, factor.points(), factor.area(), method.emptyPoints()))
        .toList();
  }
}
