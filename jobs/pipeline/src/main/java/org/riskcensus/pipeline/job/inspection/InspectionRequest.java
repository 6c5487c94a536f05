package org.riskcensus.pipeline.job.inspection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.riskcensus.core.inspection.SampleSize;
import org.riskcensus.pipeline.method.InspectionMethod;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Which sample is drawn.
 *
 * @param year census year
 * @param unit 12-digit code of the unit whose objects are drawn
 * @param seed of the draw
 * @param size objects of a table and county
 * @param datasets tables that are inspected
 */
public record InspectionRequest(
    int year, String unit, long seed, SampleSize size, List<String> datasets) {

  /**
   * What a user asks for.
   *
   * @param seed instead of that of the method
   * @param share instead of that of the method
   * @param datasets none for all that the method inspects
   */
  public record Asked(
      int year, String unit, OptionalLong seed, OptionalDouble share, List<String> datasets) {}

  /** Holds what is asked against the method; empty, with every problem noted, where it is wrong. */
  public static Optional<InspectionRequest> of(
      Asked asked, InspectionMethod method, Problems problems) {
    boolean sound = true;
    if (!asked.unit().matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
      problems.add(
          "--unit",
          0,
          asked.unit() + " is no administrative code: 6 digits of a county, or all 12");
      sound = false;
    }
    double share = asked.share().orElse(method.size().share());
    if (!(share > 0 && share <= 1)) {
      problems.add("--share", 0, share + " is no share: above 0, up to 1, such as 0.1");
      sound = false;
    }
    for (String dataset : asked.datasets()) {
      if (!method.indicators().containsKey(dataset)) {
        problems.add(
            "--table",
            0,
            dataset
                + " is not inspected; tables: "
                + String.join(", ", method.indicators().keySet()));
        sound = false;
      }
    }
    return sound ? Optional.of(sound(asked, share, method)) : Optional.empty();
  }

  private static InspectionRequest sound(Asked asked, double share, InspectionMethod method) {
    List<String> datasets =
        asked.datasets().isEmpty()
            ? List.copyOf(method.indicators().keySet())
            : asked.datasets().stream().distinct().toList();
    SampleSize size = new SampleSize(share, method.size().least(), method.size().most());
    String unit = asked.unit() + "0".repeat(12 - asked.unit().length());
    return new InspectionRequest(
        asked.year(), unit, asked.seed().orElse(method.seed()), size, datasets);
  }

  /** The digits that the codes of all units within begin with. */
  String prefix() {
    return unit.replaceAll("(0{8}|0{6}|0{3})$", "").replaceAll("^(\\d{4})00$", "$1");
  }
}
