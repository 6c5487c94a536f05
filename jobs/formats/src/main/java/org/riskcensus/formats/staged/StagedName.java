package org.riskcensus.formats.staged;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hidden name beside a target under which it is written until it is whole. It tells the process
 * that writes, by number and start, so that what a killed process left is removed when the target
 * is written the next time, and what another one is writing is not.
 */
public final class StagedName {

  private static final Pattern PROCESS = Pattern.compile("(\\d{1,10})-(\\d{1,16})(\\..*)?");

  private StagedName() {}

  /** The name for {@code target}; removes what killed processes left of it. */
  public static Path beside(Path target) throws IOException {
    String prefix = "." + target.getFileName() + ".";
    for (Path left : siblings(target, prefix)) {
      Matcher process = PROCESS.matcher(left.getFileName().toString().substring(prefix.length()));
      if (process.matches() && !lives(process.group(1), process.group(2))) {
        remove(left);
      }
    }
    return target.resolveSibling(prefix + name(ProcessHandle.current()));
  }

  private static List<Path> siblings(Path target, String prefix) throws IOException {
    DirectoryStream.Filter<Path> named = p -> p.getFileName().toString().startsWith(prefix);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(target.getParent(), named)) {
      List<Path> found = new ArrayList<>();
      all.forEach(found::add);
      return found;
    }
  }

  private static boolean lives(String pid, String start) {
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
    return process.map(StagedName::name).filter((pid + "-" + start)::equals).isPresent();
  }

  private static String name(ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    return process.pid() + "-" + start.toEpochMilli();
  }

  private static void remove(Path left) throws IOException {
    if (Files.isDirectory(left)) {
      try (Stream<Path> parts = Files.list(left)) {
        for (Path part : parts.toList()) {
          Files.deleteIfExists(part);
        }
      }
    }
    Files.deleteIfExists(left);
  }
}
