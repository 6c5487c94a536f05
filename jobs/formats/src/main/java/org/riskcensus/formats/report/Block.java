package org.riskcensus.formats.report;

/** A piece of content that renderers know how to show. */
public sealed interface Block permits Paragraph, Table, ChartBlock, Picture, Signatures {}
