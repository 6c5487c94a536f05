package org.riskcensus.pipeline.job.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.job.explain.Explanation.Chain;
import org.riskcensus.pipeline.job.explain.Explanation.ClassArea;
import org.riskcensus.pipeline.job.explain.Explanation.Combination;
import org.riskcensus.pipeline.job.explain.Explanation.Exposed;
import org.riskcensus.pipeline.job.explain.Explanation.Factors;
import org.riskcensus.pipeline.job.explain.Explanation.FloodZone;
import org.riskcensus.pipeline.job.explain.Explanation.HazardLevelArea;
import org.riskcensus.pipeline.job.explain.Explanation.HazardObject;
import org.riskcensus.pipeline.job.explain.Explanation.Index;
import org.riskcensus.pipeline.job.explain.Explanation.Indicator;
import org.riskcensus.pipeline.job.explain.Explanation.Member;
import org.riskcensus.pipeline.job.explain.Explanation.Missing;
import org.riskcensus.pipeline.job.explain.Explanation.Rest;
import org.riskcensus.pipeline.job.explain.Explanation.Risk;
import org.riskcensus.pipeline.job.explain.Explanation.Source;
import org.riskcensus.pipeline.job.explain.Explanation.Stability;
import org.riskcensus.pipeline.job.explain.Explanation.WeightChange;

/**
 * A village of 10 km² worked out by hand: half of it floods, 0.5 · 0.6 · 0.5 · 0.4 · (1 − 0.5) =
 * 0.03; subsidence does not reach it; floods weigh 0.8, so the comprehensive risk is 0.024.
 */
final class Explained {

  private static final List<Double> BREAKS = List.of(0.02, 0.045, 0.07);

  private Explained() {}

  static Explanation village() {
    return new Explanation(
        new Explanation.Unit("370321101201", "西南村", "village", 1e7),
        new Explanation.ReleaseOf(
            "census-2025",
            3,
            "r-1",
            "2025-12-31",
            "甲县普查",
            true,
            "flood@1",
            Map.of("marts.unit_risk", 7L)),
        new Explanation.Rules(0.05, 0.5, 3, 200.0),
        List.of(comprehensive(), flood(), subsidence()),
        new Combination(
            "weighted_sum",
            0.5,
            List.of(
                new Member("flood", 0.03, 0.03, 0.8, 0.7, 0.9, 0.024),
                new Member("subsidence", 0.0, 0.0, 0.2, 0.2, null, 0.0)),
            List.of(new Chain("subsidence", "flood", 0.2))),
        List.of(
            new Index(
                "exposure",
                "370321101201",
                0.25,
                List.of(
                    new Indicator(
                        "population", 500.0, "人/km2", 10.0, 5000.0, true, 0.5, 0.5, 0.25, null))),
            new Index(
                "capacity",
                "370321101000",
                0.5,
                List.of(
                    new Indicator(
                        "team_members",
                        0.0,
                        "人/万人",
                        0.0,
                        10.0,
                        false,
                        0.0,
                        0.2,
                        0.0,
                        "none_filed")))),
        List.of(
            new Missing("hazard", "geohazard", "not_filed", null),
            new Missing("input", "flood.return_period_a", "not_reported", 2L),
            new Missing("rows", "淹没.gpkg", "quarantined", 4L)),
        List.of(new Source("flood_extent", "淹没.gpkg", "0123456789abcdef", 40, 36, 4, 0, 0)),
        Map.of("flood", "flood_extent", "subsidence", "subsidence_zone"),
        susceptibility());
  }

  /** 0.4 · 0.5 + 0.6 · (−0.1) = 0.14 of slope, and 0.16 of rock: 0.3. */
  private static Explanation.Susceptibility susceptibility() {
    return new Explanation.Susceptibility(
        "geohazard",
        null,
        0.3,
        List.of(
            new Explanation.SusceptibleArea("high", 6e6, 9),
            new Explanation.SusceptibleArea("low", 4e6, 1)),
        List.of(
            new Explanation.FactorPart("slope", "25–35", 4e6, 0.5, 0.2),
            new Explanation.FactorPart("lithology", "泥岩", 1e7, 0.16, 0.16),
            new Explanation.FactorPart("slope", "8–15", 6e6, -0.1, -0.06)));
  }

  private static Risk comprehensive() {
    return new Risk(
        "comprehensive",
        2,
        0.024,
        0.06,
        1234.0,
        null,
        List.of(0.01, 0.03, 0.05),
        List.of(
            new ClassArea(3, "key", "rather_high_low_capacity", 4e5),
            new ClassArea(2, "secondary", "medium_low_capacity", 5e6),
            new ClassArea(1, "general", "low", 4.6e6)),
        List.of(),
        List.of(),
        new Rest(0, 0),
        List.of(),
        new Stability(
            0.2, 200, 0.91, 0.09, 0, List.of(new WeightChange("exposure", "population", false, 1))),
        List.of());
  }

  private static Risk flood() {
    Map<String, @Nullable String> inputs = new LinkedHashMap<>();
    inputs.put("depth_m", "1.2");
    inputs.put("return_period_a", null);
    Map<String, Double> factors = new LinkedHashMap<>();
    factors.put("depth", 3.0);
    factors.put("depth_velocity", 4.0);
    return new Risk(
        "flood",
        2,
        0.03,
        0.08,
        600.0,
        new Factors(0.5, 0.6, 0.5, 0.4, 0.5),
        BREAKS,
        List.of(
            new ClassArea(2, "general", "medium", 5e6), new ClassArea(0, "general", "low", 5e6)),
        List.of(new HazardLevelArea(3, 5e6, 1e5)),
        List.of(new HazardObject("F-1", null, 3, 0.6, 3e6, inputs, "淹没.gpkg", 17L, factors)),
        new Rest(2, 2.1e6),
        List.of(new Exposed("population", "人", 600, 400)),
        new Stability(0.2, 200, 1, 0, 0, List.of()),
        List.of(new FloodZone("3", 0.62, 1e6), new FloodZone("1", 0.04, 4e6)));
  }

  private static Risk subsidence() {
    return new Risk(
        "subsidence",
        1,
        0,
        0,
        0,
        new Factors(0, null, null, null, null),
        BREAKS,
        List.of(new ClassArea(0, "general", "low", 1e7)),
        List.of(),
        List.of(),
        new Rest(0, 0),
        List.of(),
        null,
        List.of());
  }
}
