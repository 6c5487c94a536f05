package org.riskcensus.formats.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.jspecify.annotations.Nullable;

/**
 * What stored numbers stand for: {@code stored × factor + offset}, as GDAL notes it in the TIFF
 * field 42112 (whole centimetres that are metres, for instance).
 */
record RasterScale(double factor, double offset) {

  private static final String GDAL_METADATA = "42112";
  private static final int LONGEST = 1 << 20;

  static RasterScale of(SourceFile file, GeoTiffIIOMetadataDecoder geo)
      throws UnreadableFileException {
    String text = geo.getAsciiTIFFTag(GDAL_METADATA);
    if (text == null || text.length() > LONGEST) {
      return new RasterScale(1, 0);
    }
    return new RasterScale(number(file, text, "scale", 1), number(file, text, "offset", 0));
  }

  private static double number(SourceFile file, String text, String role, double otherwise)
      throws UnreadableFileException {
    Matcher item =
        Pattern.compile("<Item [^>]*role=\"" + role + "\"[^>]*>([^<]{1,64})<").matcher(text);
    @Nullable String value = item.find() ? item.group(1).strip() : null;
    try {
      return value == null ? otherwise : Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw file.unreadable(
          "its " + role + " '" + value + "' is no number", "write the values themselves");
    }
  }

  boolean none() {
    return factor == 1 && offset == 0;
  }

  double apply(double stored) {
    return none() ? stored : stored * factor + offset;
  }
}
