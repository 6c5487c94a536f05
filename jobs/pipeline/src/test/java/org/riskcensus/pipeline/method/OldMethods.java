package org.riskcensus.pipeline.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.riskcensus.pipeline.contract.SchemaFiles;

/** Method files as releases of former versions have kept them. */
public final class OldMethods {

  private OldMethods() {}

  /** The text of a method in a former version, such as {@code flood-1}. */
  public static String text(String nameAndVersion) {
    String file = "/old-methods/" + nameAndVersion + ".yaml";
    try (InputStream in = OldMethods.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The project's files with some methods in a former version. */
  public static SchemaFiles files(String... namesAndVersions) {
    SchemaFiles files = SchemaFiles.load();
    for (String one : namesAndVersions) {
      String name = one.substring(0, one.indexOf('-'));
      files = files.with(Map.of("methods/" + name + ".yaml", text(one)));
    }
    return files;
  }
}
