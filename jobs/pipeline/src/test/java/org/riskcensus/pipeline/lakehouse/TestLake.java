package org.riskcensus.pipeline.lakehouse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.pipeline.LocalSpark;
import org.riskcensus.pipeline.contract.Contracts;

/** A real lake in a directory of a test: Iceberg tables on an SQLite catalog. */
public final class TestLake {

  private TestLake() {}

  /** A session of its own over the lake in {@code directory}, made the active one. */
  public static SparkSession session(Path directory) {
    SparkSession session = LocalSpark.session().newSession();
    session.conf().set("spark.sql.defaultCatalog", SparkSessions.CATALOG);
    String catalog = "spark.sql.catalog." + SparkSessions.CATALOG;
    session.conf().set(catalog, "org.apache.iceberg.spark.SparkCatalog");
    LakeConfig config = LakeConfig.of(directory);
    config.properties().forEach((key, value) -> session.conf().set(catalog + "." + key, value));
    if (!directory.toFile().isDirectory() && !directory.toFile().mkdirs()) {
      throw new IllegalStateException("cannot make " + directory);
    }
    SparkSession.setActiveSession(session);
    return session;
  }

  /** The lake of a session as a run of 2025 sees it. */
  public static Lake open(SparkSession session, String runId, String... counties) {
    return Lake.open(session, Contracts.load(), run(runId, counties));
  }

  /** A run of 2025. */
  public static Run run(String id, String... counties) {
    return new Run(id, "test", 2025, LocalDate.of(2025, 12, 31), List.of(counties), "methods-1");
  }
}
