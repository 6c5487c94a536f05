package org.riskcensus.formats.read;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an ArcInfo text grid says before its values, names in any case and order.
 *
 * @param noData stands for no value, {@value #USUAL_NO_DATA} where the file does not say
 */
record ArcGridHeader(int columns, int rows, RasterPlacement placement, double noData) {

  private static final double USUAL_NO_DATA = -9999;
  private static final int MOST = 1_000_000;

  static ArcGridHeader read(SourceFile file, TextNumbers numbers) throws IOException {
    Map<String, Double> entries = new HashMap<>();
    long start = numbers.position();
    String name = numbers.next().toLowerCase(Locale.ROOT);
    while (name.matches("[a-z][a-z_]*") && !name.equals("nan") && entries.size() < 20) {
      String text = numbers.next();
      double value = TextNumbers.value(text);
      if (Double.isNaN(value) && !text.equalsIgnoreCase("nan")) {
        throw file.unreadable(
            "its header says " + name + " " + text, "write the header of an ArcInfo grid");
      }
      entries.put(name, value);
      start = numbers.position();
      name = numbers.next().toLowerCase(Locale.ROOT);
    }
    numbers.seek(start);
    int columns = count(file, entries, "ncols");
    int rows = count(file, entries, "nrows");
    double noData = entries.getOrDefault("nodata_value", USUAL_NO_DATA);
    return new ArcGridHeader(columns, rows, placement(file, entries, rows), noData);
  }

  private static RasterPlacement placement(SourceFile file, Map<String, Double> entries, int rows)
      throws UnreadableFileException {
    boolean oblong = entries.containsKey("dx") && !entries.containsKey("cellsize");
    double width = number(file, entries, oblong ? "dx" : "cellsize");
    double height = number(file, entries, oblong ? "dy" : "cellsize");
    double west =
        entries.containsKey("xllcenter")
            ? number(file, entries, "xllcenter") - width / 2
            : number(file, entries, "xllcorner");
    double south =
        entries.containsKey("yllcenter")
            ? number(file, entries, "yllcenter") - height / 2
            : number(file, entries, "yllcorner");
    return RasterPlacement.of(file, west, south + rows * height, width, height);
  }

  private static int count(SourceFile file, Map<String, Double> entries, String name)
      throws UnreadableFileException {
    double value = number(file, entries, name);
    if (value != Math.rint(value) || !(value >= 1 && value <= MOST)) {
      throw file.unreadable(
          "its header says " + name + " " + NumberText.of(value),
          "it must be a whole number from 1 to " + MOST);
    }
    return (int) value;
  }

  private static double number(SourceFile file, Map<String, Double> entries, String name)
      throws UnreadableFileException {
    Double value = entries.get(name);
    if (value == null || !Double.isFinite(value)) {
      throw file.unreadable(
          "this is no ArcInfo text grid: its header has no " + name,
          "export it again as ArcInfo ASCII grid or GeoTIFF");
    }
    return value;
  }
}
