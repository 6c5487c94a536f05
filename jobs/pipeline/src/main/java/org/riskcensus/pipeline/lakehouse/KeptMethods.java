package org.riskcensus.pipeline.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.AssessmentMethods;
import org.riskcensus.pipeline.yaml.Problems;
import org.riskcensus.pipeline.yaml.YamlNode;

/**
 * The files that decided the risk of counties of a release, the list of their hazards too. A county
 * that has not kept a file has the project's, as those of old releases have. Comments, line ends
 * and the names of hazards make no other method.
 */
public final class KeptMethods {

  private static final String ASSESSED = "marts.unit_risk";

  private final String release;
  private final long counties;
  private final long keeping;
  private final Map<String, List<String>> texts = new TreeMap<>();

  private KeptMethods(String release, long counties, long keeping) {
    this.release = release;
    this.counties = counties;
    this.keeping = keeping;
  }

  /** Those of the counties of a release that {@code wanted} chooses by {@code county_code}. */
  public static KeptMethods of(ReleasedTables tables, Column wanted) {
    long counties = counties(tables, wanted, KeptLevels.TABLE, ASSESSED);
    long keeping = counties(tables, wanted, KeptLevels.TABLE);
    KeptMethods methods = new KeptMethods(tables.tag(), counties, keeping);
    tables.find(KeptLevels.TABLE).map(kept -> kept.where(wanted)).ifPresent(methods::read);
    return methods;
  }

  private static long counties(ReleasedTables tables, Column wanted, String... names) {
    return Stream.of(names)
        .flatMap(name -> tables.find(name).stream())
        .map(rows -> rows.where(wanted).select("county_code"))
        .reduce(Dataset::union)
        .map(codes -> codes.distinct().count())
        .orElse(0L);
  }

  /** Few rows, as counties share most texts. */
  private void read(Dataset<Row> kept) {
    Map<String, Long> having = new TreeMap<>();
    kept.groupBy("path", "text")
        .agg(countDistinct(col("county_code")).as("counties"))
        .orderBy("path", "text")
        .collectAsList()
        .forEach(
            row -> {
              add(row.getString(0), row.getString(1));
              having.merge(row.getString(0), row.getLong(2), Long::sum);
            });
    SchemaFiles project = SchemaFiles.ofProject();
    having.forEach(
        (path, number) -> {
          if (number < counties && project.paths().contains(path)) {
            add(path, project.text(path));
          }
        });
  }

  private void add(String path, String text) {
    List<String> others = texts.computeIfAbsent(path, p -> new ArrayList<>());
    if (others.stream().noneMatch(other -> same(path, other, text))) {
      others.add(text);
    }
  }

  private static boolean same(String path, String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    if (path.equals(CodeList.HAZARDS)) {
      return CodeList.hazards(one).codes().equals(CodeList.hazards(other).codes());
    }
    Problems problems = new Problems();
    YamlNode first = YamlNode.parse(path, one, problems);
    YamlNode second = YamlNode.parse(path, other, problems);
    return problems.isEmpty() && first.saysTheSameAs(second);
  }

  /** Whether every county has kept its methods. */
  public boolean complete() {
    return keeping == counties;
  }

  /**
   * The deciding files by path.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when counties were assessed by
   *     different ones
   */
  public Map<String, String> texts() {
    Map<String, String> first = new TreeMap<>();
    texts.forEach((path, found) -> first.put(path, found.get(0)));
    SchemaFiles files = SchemaFiles.ofProject().with(first);
    Map<String, String> deciding = new TreeMap<>();
    Problems problems = new Problems();
    for (String path : AssessmentMethods.deciding(files)) {
      deciding.put(path, files.text(path));
      if (texts.getOrDefault(path, List.of()).size() > 1) {
        String message =
            "counties of %s were assessed by different texts of this file; name one with --unit";
        problems.add(path, 0, message.formatted(release));
      }
    }
    problems.refuse();
    return deciding;
  }

  /**
   * Whether these methods are those of {@code other}.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException as {@link #texts}
   */
  public boolean same(KeptMethods other) {
    Map<String, String> own = texts();
    Map<String, String> others = other.texts();
    return own.keySet().equals(others.keySet())
        && own.entrySet().stream()
            .allMatch(
                file ->
                    same(file.getKey(), file.getValue(), others.getOrDefault(file.getKey(), "")));
  }
}
