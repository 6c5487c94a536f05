package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.riskcensus.pipeline.config.SourceDescription;

/** Identifies files by their content: with the companions that a reader takes in. */
final class SubmissionReader {

  private static final Map<String, List<String>> PARTS =
      Map.of("shp", List.of("shp", "shx", "dbf", "prj", "cpg"), "asc", List.of("asc", "prj"));
  private static final int BUFFER_BYTES = 1 << 16;

  private SubmissionReader() {}

  /** The submission of a source whose file is there. */
  static Submission read(SourceDescription source) {
    MessageDigest digest = sha256();
    long bytes = 0;
    for (Path part : parts(Path.of(source.spec().path()))) {
      digest.update(extension(part).getBytes(StandardCharsets.UTF_8));
      bytes += update(digest, part);
    }
    return new Submission(source, HexFormat.of().formatHex(digest.digest()), bytes);
  }

  private static long update(MessageDigest digest, Path file) {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return bytes;
  }

  private static List<Path> parts(Path file) {
    List<String> parts = PARTS.get(extension(file));
    if (parts == null) {
      return List.of(file);
    }
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
      return siblings
          .filter(p -> p.getFileName().toString().startsWith(stem + "."))
          .filter(p -> parts.contains(extension(p)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
