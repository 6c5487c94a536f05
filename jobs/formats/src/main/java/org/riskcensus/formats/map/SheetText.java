package org.riskcensus.formats.map;

import java.time.LocalDate;

/**
 * What stands around the map.
 *
 * @param legendTitle what the classes grade, such as 防治分区
 * @param source where the data come from
 * @param date logical date of the data, never the day of drawing
 * @param release tag under which the tables were published
 * @param synthetic whether the data are invented; the sheet then says so
 * @param words what every sheet says in the same language
 */
public record SheetText(
    String title,
    String subtitle,
    String legendTitle,
    String source,
    LocalDate date,
    String release,
    boolean synthetic,
    SheetWords words) {}
