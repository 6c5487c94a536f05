package org.riskcensus.pipeline.job.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What to generate.
 *
 * @param counties six-digit codes; of {@link #COUNTIES}
 * @param scale multiplies the buildings, roads and fields; 1 is the committed sample
 * @param seed the same seed gives the same bytes
 * @param out directory to write to
 */
public record SampleConfig(List<String> counties, long scale, long seed, Path out) {

  /** Seed of the committed sample. */
  public static final long DEFAULT_SEED = 2020;

  /** The counties that can be generated. */
  public static final List<String> COUNTIES = List.of("370321", "500237");

  private static final long MAX_SCALE = 10_000;

  /** Refuses what cannot be generated, naming every problem. */
  public SampleConfig {
    counties = List.copyOf(counties);
    List<String> problems = new ArrayList<>();
    if (counties.isEmpty()) {
      problems.add("no county given; the sample knows " + COUNTIES);
    }
    for (String county : counties) {
      if (!COUNTIES.contains(county)) {
        problems.add("there is no sample of county " + county + "; choose from " + COUNTIES);
      }
    }
    if (counties.stream().distinct().count() < counties.size()) {
      problems.add("a county is given twice: " + counties);
    }
    if (scale < 1 || scale > MAX_SCALE) {
      problems.add("scale must be 1 to " + MAX_SCALE + ", got " + scale);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
