package org.riskcensus.formats.read;

import java.io.IOException;

/** A file that cannot be read as what it claims to be: which file, why, and what to do. */
public final class UnreadableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Tells what is wrong and what to do.
   *
   * @param path the file
   * @param reason what is wrong, in a sentence without the path
   * @param advice what the user can do
   */
  public UnreadableFileException(String path, String reason, String advice) {
    super(path + ": " + reason + "; " + advice);
  }
}
