package org.riskcensus.pipeline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code census check}: everything that can be wrong before a run, found without running it. */
@Command(
    name = "check",
    description =
        "Checks contracts, methods and, when given, a census description and the headers of its"
            + " files. Lists every problem.")
final class CheckCommand implements Callable<Integer> {

  @Mixin private LakeOptions options = new LakeOptions();

  @Parameters(paramLabel = "CENSUS.yaml", arity = "0..1", description = "the census description")
  private java.util.Optional<Path> file = java.util.Optional.empty();

  @Override
  public Integer call() {
    Contracts contracts = Contracts.load();
    Problems problems = new Problems();
    MethodCheck.check(SchemaFiles.load(), contracts, problems);
    if (file.isEmpty()) {
      problems.refuse();
      options.out().println("contracts and methods: no problem found");
      return 0;
    }
    CensusRun run = CensusRun.check(file.get(), options.settings(), problems, options.progress());
    options
        .out()
        .println(file.get() + ": " + run.census().sources().size() + " sources, no problem found");
    return 0;
  }
}
