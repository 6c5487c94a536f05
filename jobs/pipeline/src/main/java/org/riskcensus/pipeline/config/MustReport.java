package org.riskcensus.pipeline.config;

import java.io.Serializable;
import java.util.List;

/**
 * Units that must have filed at least one row of a dataset 应报单位.
 *
 * @param dataset the staging table
 * @param level every unit of this level of the table of units; empty where the units are listed
 * @param units twelve-digit codes; none where a level is given
 */
public record MustReport(String dataset, String level, List<String> units)
    implements Serializable {}
