package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Where the units of a made-up province lie: rectangles of a lattice in the equal-area plane.
 * Counties stand row by row and turn at the end of each, so that those of a city are neighbours;
 * the last township of a county takes what is left of its row. Borders have a vertex at every node
 * of the lattice, so units tile in every reference system. Where in China it is has no meaning.
 */
final class ProvinceGrid {

  private static final double WEST = 900_000;
  private static final double SOUTH = 3_700_000;
  private static final double MAX_WIDTH = 900_000;
  private static final double MAX_SIDE = 7000;

  private final int across;
  private final int columns;
  private final int rows;
  private final double side;

  ProvinceGrid(int counties, int townships) {
    across = (int) Math.ceil(Math.sqrt(counties));
    columns = (int) Math.ceil(Math.sqrt(townships));
    rows = (townships + columns - 1) / columns;
    side = Math.min(MAX_SIDE, Math.floor(MAX_WIDTH / (across * Math.max(columns, rows))));
  }

  Polygon county(int place) {
    return rectangle(west(place), south(place), columns, rows);
  }

  /**
   * A township.
   *
   * @param of how many townships the county has
   */
  Polygon township(int place, int n, int of) {
    int column = n % columns;
    int width = n == of - 1 ? columns - column : 1;
    return rectangle(west(place) + column, south(place) + n / columns, width, 1);
  }

  private int west(int place) {
    int along = place % across;
    return columns * (place / across % 2 == 0 ? along : across - 1 - along);
  }

  private int south(int place) {
    return rows * (place / across);
  }

  private Polygon rectangle(int west, int south, int width, int height) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      ring.add(node(west + i, south));
    }
    for (int j = 0; j < height; j++) {
      ring.add(node(west + width, south + j));
    }
    for (int i = width; i > 0; i--) {
      ring.add(node(west + i, south + height));
    }
    for (int j = height; j >= 0; j--) {
      ring.add(node(west, south + j));
    }
    return Ground.FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private Coordinate node(int i, int j) {
    return new Coordinate(WEST + i * side, SOUTH + j * side);
  }
}
