package org.riskcensus.formats.map;

/** One map sheet: what it shows, what it says, and on which paper. */
public record MapSheet(SheetText text, MapContent content, Paper paper) {}
