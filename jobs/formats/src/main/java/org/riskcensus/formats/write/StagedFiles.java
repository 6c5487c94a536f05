package org.riskcensus.formats.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.riskcensus.formats.staged.StagedName;

/**
 * A directory beside the target in which a file, or the parts of one, are written under their final
 * names. Publishing moves each part in one step, the target itself last, so that whoever finds the
 * target finds it whole.
 */
final class StagedFiles implements Closeable {

  private final Path target;
  private final Path directory;

  private StagedFiles(Path target, Path directory) {
    this.target = target;
    this.directory = directory;
  }

  static StagedFiles beside(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path parent = target.getParent();
    if (parent == null || target.getFileName() == null) {
      throw new UnwritableLayerException(file, "is not a file name", "name a file to write");
    }
    Files.createDirectories(parent);
    return new StagedFiles(
        target, Files.createTempDirectory(parent, StagedName.beside(target).getFileName() + "."));
  }

  Path path() {
    return directory.resolve(target.getFileName());
  }

  void publish() throws IOException {
    for (Path part : list()) {
      if (!part.equals(path())) {
        move(part);
      }
    }
    move(path());
  }

  private void move(Path part) throws IOException {
    Files.move(
        part,
        target.resolveSibling(part.getFileName()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> parts = Files.list(directory)) {
      return parts.sorted(Comparator.naturalOrder()).toList();
    }
  }

  @Override
  public void close() throws IOException {
    for (Path part : list()) {
      Files.delete(part);
    }
    Files.delete(directory);
  }
}
