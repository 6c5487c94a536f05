package org.riskcensus.pipeline.job.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.CapacityMethods;
import org.riskcensus.pipeline.method.CapacityMethodsReader;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Services of coverage that have a sheet: those of all facilities of a table. Those of single kinds
 * are in the layer alone. The methods that a county was made with say which these are, so that a
 * release is drawn the same when methods have changed since; the present ones where none are kept.
 */
final class DrawnServices {

  /** Below {@code schemas/}. */
  static final String FILE = "methods/coverage.yaml";

  private final Map<String, Set<String>> byCounty;
  private final Set<String> others;

  private DrawnServices(Map<String, Set<String>> byCounty, Set<String> others) {
    this.byCounty = byCounty;
    this.others = others;
  }

  /**
   * Those of a release.
   *
   * @param tag its name, for messages
   * @param kept text of {@link #FILE} that each county was made with
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when one names what is not known here
   */
  static DrawnServices of(String tag, Map<String, String> kept, Contracts contracts) {
    Map<String, Set<String>> byText = new HashMap<>();
    Map<String, Set<String>> byCounty = new HashMap<>();
    SchemaFiles project = SchemaFiles.ofProject();
    Function<String, Set<String>> read =
        text -> drawn(project.with(Map.of(FILE, text), tag), contracts);
    kept.forEach((county, text) -> byCounty.put(county, byText.computeIfAbsent(text, read)));
    return new DrawnServices(byCounty, drawn(SchemaFiles.load(), contracts));
  }

  private static Set<String> drawn(SchemaFiles files, Contracts contracts) {
    Problems problems = new Problems();
    Set<String> drawn =
        CapacityMethodsReader.services(files, contracts, problems).stream()
            .filter(service -> service.kinds().isEmpty())
            .map(CapacityMethods.Service::id)
            .collect(Collectors.toUnmodifiableSet());
    problems.refuse();
    return drawn;
  }

  /** Ids of the services with a sheet of this county (six digits). */
  Set<String> in(String county) {
    return byCounty.getOrDefault(county, others);
  }
}
