package org.riskcensus.formats.read;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReader;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The TIFF decoder of GeoTools, which refuses a tile said to be longer than the file before it
 * takes the memory for it.
 */
final class BoundedTiffReader extends TIFFImageReader {

  private final SourceFile file;
  private final long size;

  BoundedTiffReader(SourceFile file) throws IOException {
    super(new TIFFImageReaderSpi());
    this.file = file;
    this.size = Files.size(file.path());
  }

  @Override
  protected long getTileOrStripByteCount(int tile) throws IOException {
    long bytes = super.getTileOrStripByteCount(tile);
    if (bytes < 0 || bytes > size) {
      throw file.unreadable(
          "a tile is said to have " + bytes + " bytes of a file of " + size,
          "it was cut off or is damaged: send it again");
    }
    return bytes;
  }
}
