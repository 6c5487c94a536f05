package org.riskcensus.formats.read;

import it.geosolutions.imageio.plugins.tiff.BaselineTIFFTagSet;
import it.geosolutions.imageio.plugins.tiff.TIFFField;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageMetadata;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.metadata.IIOMetadata;

/**
 * Refuses a TIFF whose tables say that a tile is longer than the file, before the decoder takes the
 * memory for it.
 */
final class RasterGuard {

  private static final int[] BYTE_COUNTS = {
    BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS, BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS
  };

  private RasterGuard() {}

  static void check(SourceFile file, IIOMetadata metadata) throws IOException {
    if (!(metadata instanceof TIFFImageMetadata tiff)) {
      return;
    }
    long size = Files.size(file.path());
    for (int tag : BYTE_COUNTS) {
      TIFFField counts = tiff.getTIFFField(tag);
      for (int i = 0; counts != null && i < counts.getCount(); i++) {
        if (counts.getAsLong(i) < 0 || counts.getAsLong(i) > size) {
          throw file.unreadable(
              "a tile is said to have " + counts.getAsLong(i) + " bytes of a file of " + size,
              "it was cut off or is damaged: send it again");
        }
      }
    }
  }
}
