package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.file.Path;

/** A layer that a file format cannot hold: which file, why, and what to do. */
public final class UnwritableLayerException extends IOException {

  private static final long serialVersionUID = 1L;

  UnwritableLayerException(Path file, String reason, String advice) {
    super(file + ": " + reason + "; " + advice);
  }
}
