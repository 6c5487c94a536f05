package org.riskcensus.pipeline.job.expectedloss;

import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;

/** What is wrong with a file, without its name, which a list of problems puts before it. */
final class FileProblem {

  private FileProblem() {}

  static String reason(SourceSpec source, UnreadableFileException error) {
    String message = String.valueOf(error.getMessage());
    String name = source.path() + ": ";
    return message.startsWith(name) ? message.substring(name.length()) : message;
  }
}
