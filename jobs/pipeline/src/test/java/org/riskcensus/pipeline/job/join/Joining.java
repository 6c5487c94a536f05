package org.riskcensus.pipeline.job.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.riskcensus.formats.read.RowReader;
import org.riskcensus.formats.read.RowReaders;
import org.riskcensus.formats.read.SourceRow;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.progress.Progress;

/** Joins of files in the session of the tests. */
final class Joining {

  private Joining() {}

  static LayerSource layer(String option, Path file) {
    return new LayerSource(
        option, file.toString(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static JoinSummary join(Path left, Path right, String predicate, String measures, Path out)
      throws IOException {
    List<String> measured = measures.isEmpty() ? List.of() : List.of(measures.split(","));
    return run(request(left, right, predicate, "inner", measured, Optional.empty(), out));
  }

  static JoinSummary byClass(Path left, Path right, ClassRequest classes, String how, Path out)
      throws IOException {
    return run(request(left, right, "intersects", how, List.of(), Optional.of(classes), out));
  }

  static JoinRequest request(
      Path left,
      Path right,
      String predicate,
      String how,
      List<String> measures,
      Optional<ClassRequest> classes,
      Path out) {
    return new JoinRequest(
        layer("--left", left),
        layer("--right", right),
        predicate,
        predicate.equals("dwithin") ? OptionalDouble.of(1) : OptionalDouble.empty(),
        predicate.equals("nearest") ? OptionalInt.of(1) : OptionalInt.empty(),
        how,
        measures,
        classes,
        true,
        Optional.of(out),
        Map.of());
  }

  static JoinSummary run(JoinRequest request) throws IOException {
    JoinConfig config = JoinConfig.check(request, Contracts.load());
    return new JoinJob(LocalSpark.session(), config, Progress.SILENT).run();
  }

  static List<SourceRow> rows(Path file) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(SourceSpec.of(file.toString()))) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }
}
