package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Noise;
import org.riskcensus.pipeline.job.sample.terrain.River;

/**
 * Farmland 耕地: some of the quadrilaterals of a bent lattice, each well inside one village. Fields
 * side by side share their corners. In the mountains only low ground is farmed.
 */
final class FarmlandLayer implements Layer {

  private final County county;
  private final double pitch;
  private final double share;
  private final double maxHeight;

  /**
   * Fields of a county.
   *
   * @param pitch of the lattice at scale 1, m
   * @param share of the lattice that is farmed
   * @param maxHeight above a river up to which there are fields, in the river's measure
   */
  FarmlandLayer(County county, double pitch, double share, double maxHeight) {
    this.county = county;
    this.pitch = pitch / StrictMath.sqrt((double) county.scale());
    this.share = share;
    this.maxHeight = maxHeight;
  }

  @Override
  public SourcePlan plan(int year) {
    return SourcePlan.table(
            "farmland-" + county.code(),
            county.code(),
            county.sharedFile("耕地.geojson"),
            FiledColumn.list(
                "object_id 编号 string, admin_code 行政区划代码 string, crop 作物 string,"
                    + " area_ha 面积公顷=面积(公顷) double"))
        .with("POLYGON", SourcePlan.LON_LAT);
  }

  @Override
  public void write(int year, RowTarget target) throws IOException {
    Dice dice = county.dice("farmland");
    Envelope box = county.map().county().shape().getEnvelopeInternal();
    int columns = (int) (box.getWidth() / pitch);
    int rows = (int) (box.getHeight() / pitch);
    long n = 0;
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        if (!dice.chance(share)) {
          continue;
        }
        Polygon field = field(box, i, j);
        Optional<Integer> village = findVillage(field);
        if (village.isPresent()) {
          n++;
          target.write(row(field, village.get(), n, dice));
        }
      }
    }
  }

  private FiledRow row(Polygon field, int village, long n, Dice dice) {
    List<String> crops =
        pitch > 300 / StrictMath.sqrt((double) county.scale())
            ? List.of("小麦", "玉米", "大豆", "蔬菜")
            : List.of("玉米", "马铃薯", "柑橘", "油菜");
    return FiledRow.of(
        field,
        "object_id",
        "A%s-%06d".formatted(county.code(), n),
        "admin_code",
        county.villages().get(village).code(),
        "crop",
        dice.pick(crops),
        "area_ha",
        Math.rint(county.hectares(field) * 1000) / 1000);
  }

  private Polygon field(Envelope box, int i, int j) {
    Coordinate a = corner(box, i, j);
    return Ground.FACTORY.createPolygon(
        new Coordinate[] {
          a, corner(box, i + 1, j), corner(box, i + 1, j + 1), corner(box, i, j + 1), a.copy()
        });
  }

  private Coordinate corner(Envelope box, int i, int j) {
    double x = box.getMinX() + i * pitch;
    double y = box.getMinY() + j * pitch;
    Noise east = new Noise(county.seed() + 61, pitch * 2.3);
    Noise north = new Noise(county.seed() + 62, pitch * 2.3);
    return new Coordinate(x + 0.45 * pitch * east.at(x, y), y + 0.45 * pitch * north.at(x, y));
  }

  private Optional<Integer> findVillage(Polygon field) {
    Coordinate middle = field.getCentroid().getCoordinate();
    Optional<Integer> village = county.ground().findVillage(middle);
    boolean whole =
        village.isPresent()
            && List.of(field.getCoordinates()).stream()
                .allMatch(c -> county.ground().isInside(village.get(), c))
            && isLow(middle)
            && isDry(field);
    return whole ? village : Optional.empty();
  }

  private boolean isDry(Geometry field) {
    return !county.water().intersects(field);
  }

  private boolean isLow(Coordinate place) {
    for (River river : county.rivers()) {
      if (river.box().contains(place) && river.heightAbove(place.x, place.y) < maxHeight) {
        return true;
      }
    }
    return maxHeight == Double.POSITIVE_INFINITY;
  }
}
