package org.riskcensus.formats.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source whose file is there and not empty: its parts by name, its options, and the errors that
 * name it.
 */
record SourceFile(SourceSpec spec, Path path) {

  static SourceFile of(SourceSpec spec) throws UnreadableFileException {
    try {
      SourceFile file = new SourceFile(spec, Path.of(spec.path()));
      file.check(file.path);
      return file;
    } catch (InvalidPathException e) {
      throw new UnreadableFileException(spec.path(), "this is no file name", "correct the name");
    }
  }

  /** Refuses a file, or a side file of it, that is missing, not a file, unreadable or empty. */
  void check(Path part) throws UnreadableFileException {
    if (!Files.exists(part)) {
      throw unreadable(named(part, "is missing"), "check the path, or send the file");
    }
    if (!Files.isRegularFile(part)) {
      throw unreadable(named(part, "is not a file"), "name the file itself");
    }
    if (!Files.isReadable(part)) {
      throw unreadable(named(part, "may not be read"), "give the account that runs this the right");
    }
    try {
      if (Files.size(part) == 0) {
        throw unreadable(named(part, "is empty (0 bytes)"), "send it again");
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private String named(Path part, String what) {
    return part.equals(path) ? "it " + what : part.getFileName() + " " + what;
  }

  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Lower-case extension without the dot. */
  String extension() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** The file beside this one with the same base name and another extension, in any case. */
  Optional<Path> findSide(String extension) throws IOException {
    String base = name().substring(0, name().lastIndexOf('.') + 1);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    Path usual = folder.resolve(base + extension);
    if (Files.exists(usual)) {
      return Optional.of(usual);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).equalsIgnoreCase(base + extension))
          .findFirst();
    } catch (UncheckedIOException e) {
      throw broken(e);
    }
  }

  Options options() {
    return new Options(this, spec.options());
  }

  UnreadableFileException unreadable(String reason, String advice) {
    return new UnreadableFileException(spec.path(), reason, advice);
  }

  /** The error for what a library or the disk throws. */
  UnreadableFileException broken(Throwable cause) {
    return broken("", cause);
  }

  /** As {@link #broken(Throwable)}, telling where, such as {@code " after row 7"}. */
  UnreadableFileException broken(String where, Throwable cause) {
    UnreadableFileException error =
        unreadable(
            "it cannot be read" + where + " (" + brief(cause) + ")",
            "it is damaged or of another kind than ." + extension() + ": open and save it again");
    error.initCause(cause);
    return error;
  }

  private static String brief(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  /** Options of the source, checked as they are asked for. */
  record Options(SourceFile file, Map<String, String> values) {

    @Nullable String text(String name) {
      String value = values.get(name);
      return value == null || value.isBlank() ? null : value;
    }

    /** A whole number from 1. */
    int count(String name, int otherwise) throws UnreadableFileException {
      String value = text(name);
      if (value == null) {
        return otherwise;
      }
      if (value.strip().matches("[0-9]{1,6}") && Integer.parseInt(value.strip()) > 0) {
        return Integer.parseInt(value.strip());
      }
      throw file.unreadable("option " + name + " is '" + value + "'", "give a whole number from 1");
    }
  }
}
