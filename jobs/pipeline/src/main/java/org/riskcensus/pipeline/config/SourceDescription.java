package org.riskcensus.pipeline.config;

import java.io.Serializable;
import java.util.Map;
import org.riskcensus.formats.read.SourceSpec;

/**
 * One file of a census and how its rows become rows of a staging table.
 *
 * @param id name of the source, unique within the description; accounts are kept by it
 * @param dataset staging table without its namespace, such as {@code flood_extent}
 * @param county six-digit code of the county that filed it
 * @param file path as written in the description, for messages and lineage
 * @param spec how to open it
 * @param columns filed field name to column; fields named like a column map by themselves
 * @param values column to its value mapping, filed value to code
 * @param units column to the unit it is filed in
 * @param constants column to the value every row of the file has; <code>{row}</code> in it stands
 *     for the row number, <code>{Field}</code> for what the row has in that field
 * @param line line of the description it stands on
 */
public record SourceDescription(
    String id,
    String dataset,
    String county,
    String file,
    SourceSpec spec,
    Map<String, String> columns,
    Map<String, Map<String, String>> values,
    Map<String, String> units,
    Map<String, String> constants,
    int line)
    implements Serializable {}
