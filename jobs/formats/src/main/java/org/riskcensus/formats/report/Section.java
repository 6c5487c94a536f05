package org.riskcensus.formats.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A chapter, or a section of one.
 *
 * @param id stable anchor, unique in the report: letters, digits, hyphens
 * @param title with its number, such as 二、灾害损失
 * @param blocks content before the sections below
 * @param sections sections below
 */
public record Section(String id, String title, List<Block> blocks, List<Section> sections) {

  /** A chapter without sections below. */
  public static Section of(String id, String title, List<Block> blocks) {
    return new Section(id, title, blocks, List.of());
  }

  /** Whether it has sentences only, which need no page of their own. */
  public boolean isBrief() {
    return all(Block.class).stream().allMatch(Paragraph.class::isInstance);
  }

  /** The blocks of one type, those of the sections below among them, in reading order. */
  public <T extends Block> List<T> all(Class<T> type) {
    List<T> found = new ArrayList<>();
    blocks.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
    sections.forEach(section -> found.addAll(section.all(type)));
    return found;
  }
}
