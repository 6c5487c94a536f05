package org.riskcensus.formats.write;

import java.util.LinkedHashMap;
import java.util.Map;
import org.riskcensus.formats.style.LayerStyle;
import org.riskcensus.formats.style.StyledLayer;

/**
 * What the fields of a layer are called in its file.
 *
 * @param inFile names in the file, by those in the schema
 */
record FieldNames(LayerSchema schema, Map<String, String> inFile) {

  /** Those that the format cut. */
  Map<String, String> cut() {
    Map<String, String> cut = new LinkedHashMap<>();
    inFile.forEach(
        (field, name) -> {
          if (field.startsWith(name) && !field.equals(name)) {
            cut.put(field, name);
          }
        });
    return cut;
  }

  StyledLayer styled(LayerStyle style) {
    Map<String, String> labels = new LinkedHashMap<>();
    schema.fields().forEach(field -> labels.put(field.name(), field.label()));
    return new StyledLayer(schema.name(), style, inFile, labels);
  }
}
