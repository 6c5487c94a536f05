package org.riskcensus.pipeline.job.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.ComprehensiveMethod;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.core.risk.VulnerabilityMethod;
import org.riskcensus.core.sensitivity.WeightRun;
import org.riskcensus.pipeline.job.assess.IndicatorRow.Component;
import org.riskcensus.pipeline.method.AssessmentMethods;

/**
 * The indices by every run of the weights: the weights of densities, of what makes objects
 * vulnerable, of resources, and, where the comprehensive risk is a weighted sum, those of a
 * county's hazards in it.
 */
final class VariedWeights implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<WeightRun> runs;
  private final List<ExposureMethod> exposure = new ArrayList<>();
  private final List<VulnerabilityMethod> vulnerability = new ArrayList<>();
  private final List<CapacityMethod> capacity = new ArrayList<>();

  /** Weights of methods in which nothing is left to the data. */
  VariedWeights(AssessmentMethods methods) {
    SortedMap<String, List<String>> names = new TreeMap<>();
    Map<String, Double> densities = methods.exposure().weighting().weights();
    Map<String, Double> scores = methods.vulnerability().weighting().weights();
    Map<String, Double> resources = methods.capacity().weighting().weights();
    names.put(Component.EXPOSURE.code(), List.copyOf(densities.keySet()));
    names.put(Component.VULNERABILITY.code(), List.copyOf(scores.keySet()));
    names.put(Component.CAPACITY.code(), List.copyOf(resources.keySet()));
    ComprehensiveMethod comprehensive = methods.risk().comprehensive();
    if (comprehensive.rule() == ComprehensiveMethod.Rule.WEIGHTED_SUM) {
      names.put(Component.RISK.code(), comprehensive.expert().keySet().stream().sorted().toList());
    }
    runs = methods.variation().runs(names);
    for (WeightRun run : runs) {
      exposure.add(methods.exposure().weighed(run.apply(Component.EXPOSURE.code(), densities)));
      vulnerability.add(
          methods.vulnerability().weighed(run.apply(Component.VULNERABILITY.code(), scores)));
      capacity.add(methods.capacity().weighed(run.apply(Component.CAPACITY.code(), resources)));
    }
  }

  List<WeightRun> runs() {
    return runs;
  }

  /** Exposure index in a run; {@code densities} as the method normalises them. */
  double exposure(int run, double[] densities) {
    return exposure.get(run).index(densities);
  }

  /** Vulnerability index in every run. */
  double[] vulnerability(@Nullable Double[] normalised) {
    return vulnerability.stream().mapToDouble(method -> method.index(normalised)).toArray();
  }

  /** Capacity index in every run. */
  double[] capacity(double[] ratios) {
    return capacity.stream().mapToDouble(method -> method.index(ratios)).toArray();
  }

  /** Weights of a county's hazards in every run. */
  List<Map<String, Double>> hazards(Map<String, Double> weights) {
    SortedMap<String, Double> sorted = new TreeMap<>(weights);
    return runs.stream().map(run -> run.apply(Component.RISK.code(), sorted)).toList();
  }
}
