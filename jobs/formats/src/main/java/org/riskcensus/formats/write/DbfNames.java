package org.riskcensus.formats.write;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Field names cut to the ten bytes that DBF leaves them, on a character's border: five Chinese
 * characters in GBK, three in UTF-8. Two names that become one are an error, because nobody could
 * tell which is which.
 */
final class DbfNames {

  private DbfNames() {}

  /** The names, by those in the schema, in order. */
  static Map<String, String> of(LayerTarget target) throws UnwritableLayerException {
    Charset charset = target.options().charset();
    Map<String, String> taken = new LinkedHashMap<>();
    List<String> clashes = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (LayerField field : target.schema().fields()) {
      String full = target.options().header(field);
      String name = cut(full, charset);
      String other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), full);
      if (other != null) {
        clashes.add(other + " and " + full + " (both " + name + ")");
      }
      names.put(field.name(), name);
    }
    if (!clashes.isEmpty()) {
      throw target.refuse(
          "field names of " + DbfColumn.MAX_NAME + " bytes clash: " + String.join("; ", clashes),
          "write .gpkg, or give the fields other names");
    }
    return names;
  }

  private static String cut(String name, Charset charset) {
    String cut = name;
    while (cut.getBytes(charset).length > DbfColumn.MAX_NAME) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
