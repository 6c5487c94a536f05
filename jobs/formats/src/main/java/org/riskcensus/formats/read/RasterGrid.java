package org.riskcensus.formats.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.raster.GridFrame;

/**
 * Random access to the values of a raster of one band (GeoTIFF, ArcGrid), of which only the blocks
 * used last are held: three rows of blocks where that fits, about 64 MiB at most.
 *
 * <p>Cheap when neighbouring pixels are asked for together. Not thread-safe and not serialisable:
 * each task opens its own.
 */
public final class RasterGrid implements Closeable {

  private static final int BLOCK_PIXELS = 1 << 16;

  /** Tiles up to this are decoded whole, as a part of one costs as much. */
  private static final int LARGEST_BLOCK_PIXELS = 1 << 18;

  private static final int ROWS_OF_BLOCKS = 3;
  private static final int CACHED_PIXELS = 1 << 21;
  private static final int MOST_CACHED_PIXELS = 1 << 23;

  private final SourceFile file;
  private final RasterSource raster;
  private final int blockWidth;
  private final int blockHeight;
  private final int blocksAcross;
  private final Map<Long, RasterWindow> cache;
  private long lastKey = -1;
  private @Nullable RasterWindow last;

  RasterGrid(SourceFile file, RasterSource raster) {
    this.file = file;
    this.raster = raster;
    blockWidth = Math.min(raster.tileWidth(), raster.width());
    int tileHeight = Math.min(raster.tileHeight(), raster.height());
    boolean large = (long) blockWidth * tileHeight > BLOCK_PIXELS;
    int rows = Math.max(1, (large ? LARGEST_BLOCK_PIXELS : BLOCK_PIXELS) / blockWidth);
    blockHeight = rows < tileHeight ? rows : rows / tileHeight * tileHeight;
    blocksAcross = (raster.width() + blockWidth - 1) / blockWidth;
    cache = new Blocks(blockWidth * blockHeight, blocksAcross);
  }

  /**
   * Opens a raster; its header is read and checked now, its values as they are asked for.
   *
   * @throws UnreadableFileException when it is missing, broken, rotated, has several bands or is of
   *     another format
   */
  public static RasterGrid open(SourceSpec source) throws UnreadableFileException {
    SourceFile file = SourceFile.of(source);
    if (!RasterSources.reads(file)) {
      throw file.unreadable("this is no raster that is read", "give a GeoTIFF (.tif) or .asc grid");
    }
    try {
      return new RasterGrid(file, RasterSources.open(file));
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(e);
    }
  }

  /** Where the pixels lie. */
  public GridFrame frame() {
    RasterPlacement place = raster.placement();
    return new GridFrame(
        place.west(),
        place.north(),
        place.pixelWidth(),
        place.pixelHeight(),
        raster.width(),
        raster.height());
  }

  /** The reference system: declared in the source or found in the file. */
  public Optional<String> crs() {
    String declared = file.spec().crs();
    return declared == null || declared.isBlank() ? raster.crs() : Optional.of(declared.strip());
  }

  /**
   * The value of a pixel within the raster; NaN where it has none.
   *
   * @throws UnreadableFileException when that part of the file is broken
   */
  public double value(int column, int row) throws UnreadableFileException {
    int across = column / blockWidth;
    int down = row / blockHeight;
    long key = (long) down * blocksAcross + across;
    RasterWindow block = key == lastKey ? last : null;
    return (block == null ? block(key, across, down) : block).value(column, row);
  }

  private RasterWindow block(long key, int across, int down) throws UnreadableFileException {
    RasterWindow block = cache.get(key);
    if (block == null) {
      block = read(across * blockWidth, down * blockHeight);
      cache.put(key, block);
    }
    lastKey = key;
    last = block;
    return block;
  }

  private RasterWindow read(int column, int row) throws UnreadableFileException {
    int columns = Math.min(blockWidth, raster.width() - column);
    int rows = Math.min(blockHeight, raster.height() - row);
    try {
      return raster.read(column, row, columns, rows);
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw file.broken(" in the rows from " + (row + 1), e);
    }
  }

  @Override
  public void close() throws IOException {
    raster.close();
  }

  /** The blocks used last. */
  private static final class Blocks extends LinkedHashMap<Long, RasterWindow> {

    private static final long serialVersionUID = 1L;

    private final int most;

    Blocks(int blockPixels, int blocksAcross) {
      super(16, 0.75f, true);
      int rows = Math.min(ROWS_OF_BLOCKS * blocksAcross, MOST_CACHED_PIXELS / blockPixels);
      this.most = Math.max(2, Math.max(CACHED_PIXELS / blockPixels, rows));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, RasterWindow> eldest) {
      return size() > most;
    }
  }
}
