package org.riskcensus.formats.write;

/**
 * One attribute of a layer.
 *
 * @param name column name
 * @param label name for readers, in Chinese
 * @param type value type; {@code DATE} values are {@link java.time.LocalDate}
 */
public record LayerField(String name, String label, FieldType type) {}
