package org.riskcensus.pipeline.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.config.QualityTerms;
import org.riskcensus.pipeline.config.Waiver;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Option;

/** Waivers of a file ingested alone 质检豁免: which findings, and who answers for all of them. */
final class WaiverOptions {

  @Option(
      names = "--waive",
      required = true,
      paramLabel = "RULE[:OBJECT,...]",
      description =
          "a rule whose findings keep no row out, of these objects or of all; may be given again")
  private List<String> waived = List.of();

  @Option(
      names = "--waive-by",
      required = true,
      paramLabel = "NAME",
      description = "who answers for it")
  private String author = "";

  @Option(
      names = "--waive-reason",
      required = true,
      paramLabel = "TEXT",
      description = "why the findings are right as they are")
  private String reason = "";

  @Option(
      names = "--waive-until",
      required = true,
      paramLabel = "DATE",
      description = "the last day it holds, by the logical date: 31 December of the census year")
  private @Nullable LocalDate expires;

  /** The terms of quality of the one source; what is wrong with them goes to the problems. */
  QualityTerms terms(String source, Problems problems) {
    List<Waiver> waivers = new ArrayList<>();
    if (author.isBlank() || reason.isBlank()) {
      problems.add("--waive", 0, "--waive-by and --waive-reason must say something");
    }
    LocalDate until = expires;
    for (String text : waived) {
      int colon = text.indexOf(':');
      String rule = colon < 0 ? text : text.substring(0, colon);
      List<String> objects = colon < 0 ? List.of() : objects(text.substring(colon + 1));
      if (rule.isBlank() || (colon >= 0 && objects.isEmpty())) {
        problems.add("--waive " + text, 0, "write RULE or RULE:OBJECT,OBJECT");
      } else if (until != null) {
        waivers.add(new Waiver(rule, source, objects, author, reason, until, false, 0));
      }
    }
    return new QualityTerms(null, Map.of(), List.of(), waivers);
  }

  private static List<String> objects(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(object -> !object.isEmpty())
        .toList();
  }
}
