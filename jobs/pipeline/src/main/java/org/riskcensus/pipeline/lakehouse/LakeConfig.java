package org.riskcensus.pipeline.lakehouse;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the lake is: by default an SQLite catalog and a warehouse of files under one directory. Any
 * Iceberg catalog can take its place through catalog properties ({@code --set catalog.type=rest}
 * and the like); secrets among them belong into the environment of the catalog client, not here.
 *
 * @param directory the lake's own directory
 * @param catalogProperties Iceberg catalog properties that replace the defaults
 */
public record LakeConfig(Path directory, Map<String, String> catalogProperties) {

  private static final int BUSY_TIMEOUT_MILLIS = 60_000;

  /** The embedded lake under {@code directory}. */
  public static LakeConfig of(Path directory) {
    return new LakeConfig(directory, Map.of());
  }

  /** All Iceberg catalog properties, defaults filled in. */
  Map<String, String> properties() {
    Path base = directory.toAbsolutePath().normalize();
    Map<String, String> properties = new TreeMap<>();
    if (!catalogProperties.containsKey("type")) {
      properties.put("type", "jdbc");
      properties.put(
          "uri",
          "jdbc:sqlite:" + base.resolve("catalog.db") + "?busy_timeout=" + BUSY_TIMEOUT_MILLIS);
      properties.put("jdbc.schema-version", "V1");
    }
    properties.put("warehouse", "file:" + base.resolve("warehouse"));
    properties.putAll(catalogProperties);
    return properties;
  }
}
