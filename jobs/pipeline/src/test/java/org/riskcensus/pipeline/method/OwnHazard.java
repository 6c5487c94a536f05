package org.riskcensus.pipeline.method;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.Problems;

/** The worked example of hazards of one's own: drought by polygon or raster, hail by point. */
public final class OwnHazard {

  /** Its folder. */
  public static final Path FOLDER = Path.of("..", "..", "docs", "own-hazard");

  private OwnHazard() {}

  /** The schema files of the project with those of the example over them. */
  public static SchemaFiles files() {
    try {
      SchemaFiles own = SchemaFiles.of(FOLDER.resolve("schemas"));
      Map<String, String> texts = new TreeMap<>();
      own.paths().forEach(path -> texts.put(path, own.text(path)));
      return SchemaFiles.ofProject().with(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contracts of these files. */
  public static Contracts contracts() {
    Problems problems = new Problems();
    Contracts contracts = Contracts.read(files(), problems);
    problems.refuse();
    return contracts;
  }
}
