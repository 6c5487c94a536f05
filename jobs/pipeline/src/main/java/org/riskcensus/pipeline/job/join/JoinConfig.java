package org.riskcensus.pipeline.job.join;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.riskcensus.core.join.JoinCondition;
import org.riskcensus.core.join.Measure;
import org.riskcensus.core.join.SpatialPredicate;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.CommonCrs;
import org.riskcensus.pipeline.layer.LayerInput;
import org.riskcensus.pipeline.spatial.JoinKind;
import org.riskcensus.pipeline.spatial.JoinOptions;
import org.riskcensus.pipeline.spatial.JoinOptions.Strategy;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A join that can be carried out: both sides are there, and everything fits together.
 *
 * @param left the left side
 * @param right the right side
 * @param crs the reference system of the join and of the output
 * @param condition when rows belong together
 * @param classes by which right rows are taken together; empty: a row a pair
 * @param options how and what comes out
 * @param summary whether the counts are wanted
 * @param out the file to write
 */
public record JoinConfig(
    LayerInput left,
    LayerInput right,
    CommonCrs crs,
    JoinCondition condition,
    Optional<JoinClasses> classes,
    JoinOptions options,
    boolean summary,
    Optional<Path> out) {

  private static final String STRATEGY = "join.strategy";
  private static final String BROADCAST = "join.broadcast_bytes";
  private static final Set<String> NEEDS_NO_CRS = Set.of("csv", "xlsx");

  /**
   * Checks a request, files and all.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with everything that is wrong in it
   */
  public static JoinConfig check(JoinRequest request, Contracts contracts) {
    Problems problems = new Problems();
    Optional<SpatialPredicate> predicate = SpatialPredicate.find(request.predicate());
    if (predicate.isEmpty()) {
      problems.add(
          "--predicate",
          0,
          "'" + request.predicate() + "' is none; choose among " + SpatialPredicate.words());
    }
    predicate.ifPresent(p -> checkMeasures(request, p, problems));
    JoinOptions options = options(request, problems);
    Optional<LayerInput> left = LayerInput.open(request.left(), contracts, problems);
    Optional<LayerInput> right = LayerInput.open(request.right(), contracts, problems);
    Optional<JoinClasses> classes = JoinClasses.check(request, right, contracts, problems);
    checkOut(request, problems);
    if (left.isEmpty() || right.isEmpty() || predicate.isEmpty()) {
      problems.refuse();
    }
    CommonCrs crs = CommonCrs.of(left.orElseThrow(), right.orElseThrow());
    if (crs.crs() == null
        && request.out().isPresent()
        && !NEEDS_NO_CRS.contains(extension(request.out().get()))) {
      problems.add(
          "--out",
          0,
          request.out().get()
              + " has to name a reference system (坐标系), and no side tells one;"
              + " give --left-crs EPSG:N, or write .csv");
    }
    problems.refuse();
    JoinCondition condition =
        new JoinCondition(
            predicate.orElseThrow(),
            request.distance().orElse(0),
            request.k().orElse(1),
            crs.surface());
    return new JoinConfig(
        left.get(),
        right.get(),
        crs,
        condition,
        classes,
        options,
        request.summary(),
        request.out());
  }

  private static void checkMeasures(
      JoinRequest request, SpatialPredicate predicate, Problems problems) {
    boolean within = predicate == SpatialPredicate.DWITHIN;
    if (within && request.distance().isEmpty()) {
      problems.add("--distance", 0, "dwithin needs it, in metres");
    }
    if (!within && request.distance().isPresent()) {
      problems.add("--distance", 0, "only dwithin has one, not " + predicate.word());
    }
    double metres = request.distance().orElse(0);
    if (!(metres >= 0 && metres < Double.POSITIVE_INFINITY)) {
      problems.add("--distance", 0, metres + " is no distance in metres");
    }
    if (predicate != SpatialPredicate.NEAREST && request.k().isPresent()) {
      problems.add("--k", 0, "only nearest has one, not " + predicate.word());
    }
    if (request.k().orElse(1) < 1) {
      problems.add("--k", 0, "take 1 or more nearest");
    }
  }

  private static void checkOut(JoinRequest request, Problems problems) {
    if (request.out().isEmpty() && !request.summary()) {
      problems.add("--out", 0, "name a file to write, or ask for --summary");
    }
    request
        .out()
        .filter(out -> !LayerWriters.writes(out))
        .ifPresent(
            out -> problems.add("--out", 0, out + ": use one of " + LayerWriters.extensions()));
  }

  /** Whether a side is a table. */
  public boolean readsLake() {
    return left.spec() == null || right.spec() == null;
  }

  private static JoinOptions options(JoinRequest request, Problems problems) {
    Optional<JoinKind> kind = JoinKind.find(request.how());
    if (kind.isEmpty()) {
      problems.add(
          "--how", 0, "'" + request.how() + "' is none; choose among inner, left, semi, anti");
    }
    Map<String, String> settings = request.settings();
    Set<String> unknown = new TreeSet<>(settings.keySet());
    unknown.remove(STRATEGY);
    unknown.remove(BROADCAST);
    unknown.forEach(
        key ->
            problems.add(
                "--set",
                0,
                key + " is no setting of join; " + STRATEGY + " and " + BROADCAST + " are"));
    Strategy strategy = strategy(settings.getOrDefault(STRATEGY, "auto"), problems);
    long bytes = JoinOptions.DEFAULT_BROADCAST_BYTES;
    String text = settings.getOrDefault(BROADCAST, Long.toString(bytes));
    if (text.matches("[0-9]{1,12}")) {
      bytes = Long.parseLong(text);
    } else {
      problems.add("--set", 0, BROADCAST + "=" + text + " is no number of bytes");
    }
    return new JoinOptions(
        kind.orElse(JoinKind.INNER), measures(request, problems), strategy, bytes);
  }

  private static Set<Measure> measures(JoinRequest request, Problems problems) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    for (String word : request.measures()) {
      Optional<Measure> measure = Measure.find(word);
      if (measure.isEmpty()) {
        problems.add("--measure", 0, "'" + word + "' is none; choose among " + Measure.words());
      }
      measure.ifPresent(measures::add);
    }
    return measures;
  }

  private static Strategy strategy(String word, Problems problems) {
    Optional<Strategy> strategy =
        Arrays.stream(Strategy.values())
            .filter(s -> s.name().equals(word.toUpperCase(Locale.ROOT)))
            .findFirst();
    if (strategy.isEmpty()) {
      problems.add("--set", 0, STRATEGY + "=" + word + "; choose among auto, broadcast, shuffle");
    }
    return strategy.orElse(Strategy.AUTO);
  }

  static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
