package org.riskcensus.formats.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.riskcensus.formats.crs.CrsText;

/** The reference system in the {@code .prj} file beside a file; it may be missing or unknown. */
final class PrjFile {

  private static final int LONGEST = 1 << 16;

  private PrjFile() {}

  static Optional<String> findCrs(SourceFile file) throws IOException {
    Optional<Path> prj = file.findSide("prj");
    if (prj.isEmpty() || Files.size(prj.get()) > LONGEST) {
      return Optional.empty();
    }
    return CrsText.findCode(Files.readString(prj.get(), StandardCharsets.ISO_8859_1));
  }
}
