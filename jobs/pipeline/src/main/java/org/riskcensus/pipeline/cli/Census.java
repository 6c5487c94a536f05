package org.riskcensus.pipeline.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line {@code census}: the only runnable class of the project. */
@Command(
    name = "census",
    description = {
      "Natural-disaster risk census 自然灾害综合风险普查: files in, zoning maps and loss statistics out.",
      "Results go to standard output, progress to standard error."
    },
    subcommands = {
      DemoCommand.class,
      CheckCommand.class,
      RunCommand.class,
      IngestCommand.class,
      AssessCommand.class,
      CapacityCommand.class,
      LossesCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      ExpectedLossCommand.class,
      JoinCommand.class,
      ZonalCommand.class,
      DissolveCommand.class,
      ExplainCommand.class,
      DiffCommand.class,
      SqlCommand.class,
      SubmissionCommand.class,
      TraceCommand.class,
      QcCommand.class,
      SampleCommand.class,
      MaintainCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "1:the run failed",
      "2:the command, configuration or inputs are wrong; all problems are listed",
      "3:data refused by a quality gate"
    },
    mixinStandardHelpOptions = true,
    version = "census 0.1.0")
public final class Census {

  private Census() {}

  /** Runs one command and exits with its status. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  /** Runs one command; the exit status. */
  static int execute(String... args) {
    return new CommandLine(new Census())
        .setExecutionExceptionHandler(new ErrorReport())
        .setUsageHelpAutoWidth(true)
        .execute(args);
  }
}
