package org.riskcensus.pipeline.yaml;

import java.io.Serializable;

/**
 * One thing wrong in a definition file: a contract, a method, a census description.
 *
 * @param file the file, as the user knows it
 * @param line 1-based line, 0 where the problem belongs to the file as a whole
 * @param message what is wrong and what would be right
 */
public record Problem(String file, int line, String message) implements Serializable {

  /** The form compilers use, which editors can jump to: {@code file:line: message}. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
  }
}
