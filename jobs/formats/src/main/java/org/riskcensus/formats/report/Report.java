package org.riskcensus.formats.report;

import java.util.List;

/**
 * A whole report, ready to be rendered; the same report gives the same bytes.
 *
 * @param cover title page
 * @param wording words of the frame around the content, in the language of the report
 * @param sections chapters in order
 */
public record Report(Cover cover, Wording wording, List<Section> sections) {

  /** The tables of all sections, in order. */
  public List<Table> tables() {
    return sections.stream().flatMap(section -> section.all(Table.class).stream()).toList();
  }
}
