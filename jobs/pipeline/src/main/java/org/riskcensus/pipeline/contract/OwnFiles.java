package org.riskcensus.pipeline.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Finds the schema files below a folder, through links too, as folders that are mounted consist of
 * them. What begins with a dot is passed over, as are notes that begin with README; every other
 * file is read or told of.
 */
final class OwnFiles extends SimpleFileVisitor<Path> {

  static final String SUFFIX = ".yaml";

  /** Some ten times what the project has; a home folder by mistake has more. */
  private static final int MOST_FILES = 1000;

  private static final int MOST_BYTES = 1 << 20;

  private final Path folder;
  private final Problems problems;
  private final SortedMap<Path, BasicFileAttributes> files = new TreeMap<>();
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final List<Path> unread = new ArrayList<>();

  private OwnFiles(Path folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads what lies below {@code folder}.
   *
   * @param problems takes every file that is not read
   */
  static OwnFiles read(Path folder, Problems problems) throws IOException {
    OwnFiles own = new OwnFiles(folder, problems);
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, own);
    if (own.files.size() > MOST_FILES) {
      own.unreadable(
          folder, "it holds more than %d files; schemas/ has fewer".formatted(MOST_FILES));
    } else {
      own.files.forEach(own::read);
    }
    return own;
  }

  /** The texts by path below the folder, with / on every system. */
  SortedMap<String, String> texts() {
    return texts;
  }

  /** Whether all there is of some files and folders was read, so that what they name is known. */
  boolean isWhole(Collection<String> paths) {
    return paths.stream()
        .map(folder::resolve)
        .allMatch(path -> unread.stream().noneMatch(u -> u.startsWith(path) || path.startsWith(u)));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return !directory.equals(folder) && name(directory).startsWith(".")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!name(file).startsWith(".") && !name(file).startsWith("README")) {
      files.put(file, attributes);
    }
    return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    if (file.equals(folder) || !name(file).startsWith(".")) {
      unreadable(file, reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  private void read(Path file, BasicFileAttributes attributes) {
    if (!name(file).endsWith(SUFFIX)) {
      problems.add(file.toString(), 0, "is not read: names of schema files end with " + SUFFIX);
    } else if (!attributes.isRegularFile()) {
      unreadable(file, "it is no file, or a link to none");
    } else {
      read(file);
    }
  }

  private void read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        unreadable(file, "a schema file has at most %d KiB".formatted(MOST_BYTES / 1024));
        return;
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      texts.put(folder.relativize(file).toString().replace('\\', '/'), text);
    } catch (CharacterCodingException e) {
      unreadable(file, "it is not UTF-8, perhaps GBK; save it as UTF-8");
    } catch (IOException e) {
      unreadable(file, reason(e));
    }
  }

  private void unreadable(Path file, String why) {
    unread.add(file);
    problems.add(file.toString(), 0, "cannot be read: " + why);
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "you may not read it";
    }
    return failure instanceof FileSystemLoopException
        ? "it is a link to a folder that it lies in"
        : String.valueOf(failure.getMessage());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
