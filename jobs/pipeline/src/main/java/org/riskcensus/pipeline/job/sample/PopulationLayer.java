package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * Residents 人口: a grid of persons a pixel for the plain county, a table by village for the mountain
 * county. Both sum to the yearbook.
 */
final class PopulationLayer implements Layer {

  private final County county;
  private final boolean grid;

  PopulationLayer(County county) {
    this.county = county;
    this.grid = county.code().equals(PlainCounty.PLAN.code());
  }

  @Override
  public SourcePlan plan(int year) {
    String id = "population-" + county.code();
    if (grid) {
      return SourcePlan.table(
              id,
              county.code(),
              county.file(year, "人口格网.tif"),
              FiledColumn.list("population 人口 double"))
          .with("POINT", county.map().plan().crs());
    }
    return SourcePlan.table(
        id,
        county.code(),
        county.file(year, "分村人口.csv"),
        FiledColumn.survey("population 人口=常住人口(人) integer"));
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    if (grid) {
      writePixels(year, target);
    } else {
      writeVillages(year, target);
    }
  }

  private void writeVillages(int year, RowTarget target) throws IOException {
    long[] residents = county.residents(year);
    for (int v = 0; v < residents.length; v++) {
      Unit village = county.villages().get(v);
      target.write(
          FiledRow.of(
              null,
              "object_id",
              "P" + village.code(),
              "admin_code",
              village.code(),
              "source_department",
              county.map().plan().name() + "统计局",
              "survey_date",
              LocalDate.of(year, 12, 31),
              "population",
              (int) residents[v]));
    }
    if (year == YearFigures.LAST) {
      Unit first = county.villages().get(0);
      for (String suffix : List.of("X1", "X2")) {
        target.write(
            FiledRow.of(
                null, "object_id", "P" + suffix, "admin_code", first.code(), "population", 1204));
      }
    }
  }

  /** Each pixel whose centre lies in a village has a share of its residents; hundredths sum up. */
  private void writePixels(int year, RowTarget target) throws IOException {
    long[] residents = county.residents(year);
    List<List<Coordinate>> pixels = pixelsByVillage();
    Noise density = new Noise(county.seed() + 900, 1500);
    for (int v = 0; v < residents.length; v++) {
      double sum = 0;
      for (Coordinate pixel : pixels.get(v)) {
        sum += weight(density, pixel);
      }
      double running = 0;
      long given = 0;
      for (Coordinate pixel : pixels.get(v)) {
        running += weight(density, pixel);
        long hundredths = Math.round(residents[v] * 100 * running / sum) - given;
        given += hundredths;
        target.write(FiledRow.of(Ground.point(pixel), "population", hundredths / 100.0));
      }
    }
  }

  private static double weight(Noise density, Coordinate pixel) {
    double value = 1 + 1.2 * density.at(pixel.x, pixel.y);
    return Math.max(0.05, value * value);
  }

  private List<List<Coordinate>> pixelsByVillage() {
    List<List<Coordinate>> pixels = new ArrayList<>();
    county.villages().forEach(v -> pixels.add(new ArrayList<>()));
    Envelope box = county.map().county().shape().getEnvelopeInternal();
    double step = GridFile.PIXEL_M;
    double west = Math.floor(box.getMinX() / step) * step;
    double south = Math.floor(box.getMinY() / step) * step;
    for (double y = south + step / 2; y < box.getMaxY(); y += step) {
      for (double x = west + step / 2; x < box.getMaxX(); x += step) {
        Coordinate centre = new Coordinate(x, y);
        for (int v = 0; v < pixels.size(); v++) {
          if (county.villages().get(v).shape().contains(Ground.point(centre))) {
            pixels.get(v).add(centre);
          }
        }
      }
    }
    return pixels;
  }
}
