package org.riskcensus.pipeline.job.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;

/** The files of one side of a rule's example: a county of its own, far from all others. */
final class ExampleCounty {

  private static final Contracts CONTRACTS = Contracts.load();
  private static final String UNIT_BOX = "POLYGON ((0 0, 0.2 0, 0.2 0.2, 0 0.2, 0 0))";
  private static final double COPY_STEP = 0.004;

  private final String code;
  private final double west;
  private final Map<String, List<Map<String, String>>> tables = new TreeMap<>();
  private int rows;

  ExampleCounty(int number) {
    this.code = "11%02d%02d".formatted(number / 80 + 1, number % 80 + 10);
    this.west = 80 + 0.4 * number;
  }

  String code() {
    return code;
  }

  boolean has(String table) {
    return tables.containsKey(table);
  }

  /** The tables filed. */
  Iterable<String> tables() {
    return tables.keySet();
  }

  void file(String table, List<Map<String, String>> given) {
    for (Map<String, String> row : given) {
      int times = Integer.parseInt(row.getOrDefault("times", "1"));
      for (int copy = 0; copy < times; copy++) {
        add(row.getOrDefault("table", table), row, copy);
      }
    }
  }

  private void add(String table, Map<String, String> given, int copy) {
    TableContract contract = CONTRACTS.get("staging." + table);
    Map<String, String> row = new LinkedHashMap<>(contract.examples().get(0).row());
    rows++;
    if (table.equals("admin_unit")) {
      row.put("parent_code", code + "000000");
      row.remove("population");
      row.remove("area_km2");
    } else {
      row.put("object_id", "X-" + rows);
    }
    row.putAll(given);
    List.of("table", "times", "unit", "place", "axes").forEach(row::remove);
    row.put("admin_code", code + given.getOrDefault("unit", "000000"));
    if (contract.geometry().present()) {
      row.put("wkt", wkt(contract, given, copy));
    }
    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
  }

  private String wkt(TableContract contract, Map<String, String> given, int copy) {
    String wkt = given.get("wkt");
    if (wkt == null) {
      wkt =
          switch (contract.geometry()) {
            case POLYGON -> contract.simpleName().equals("admin_unit") ? UNIT_BOX : box();
            default -> "POINT (%s 0.02)".formatted(0.02 + 0.01 * (rows % 10));
          };
    }
    if (wkt.isEmpty() || given.containsKey("place")) {
      return wkt;
    }
    Geometry shape;
    try {
      shape = new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
    shape.apply(AffineTransformation.translationInstance(west, 36 + COPY_STEP * copy));
    if (given.containsKey("axes")) {
      shape.apply(new AffineTransformation(0, 1, 0, 1, 0, 0));
    }
    return shape.toText();
  }

  private String box() {
    double x = 0.02 + 0.01 * (rows % 10);
    return "POLYGON ((%1$s 0.1, %2$s 0.1, %2$s 0.102, %1$s 0.102, %1$s 0.1))"
        .formatted(x, x + 0.002);
  }

  /** Writes the file of a table. */
  Path write(String table, Path folder) throws IOException {
    List<Map<String, String>> filed = tables.getOrDefault(table, List.of());
    TreeSet<String> columns = new TreeSet<>();
    filed.forEach(row -> columns.addAll(row.keySet()));
    List<String> lines = new ArrayList<>(List.of(String.join("\t", columns)));
    for (Map<String, String> row : filed) {
      lines.add(String.join("\t", columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
    }
    return Files.write(folder.resolve(code + "-" + table + ".tsv"), lines);
  }
}
