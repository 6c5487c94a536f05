package org.riskcensus.formats.report;

/** What a table cell holds: words, a number, or the reason why there is none. */
public sealed interface Cell {

  /** Words; nothing in them is run as a formula or read as markup. */
  record Text(String text) implements Cell {}

  /**
   * A number, kept whole; how it is written is the form's business.
   *
   * @param value finite
   */
  record Figure(double value, NumberForm form) implements Cell {

    /** Checks the value. */
    public Figure {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a figure must be finite, got " + value);
      }
    }

    /** The number as the reader sees it. */
    public String text() {
      return form.text(value);
    }
  }

  /**
   * Why there is no number; zero is a number and none of these. Written in words, since each sign
   * of statistical tables means something else in some yearbook.
   */
  enum Missing implements Cell {
    /** 未报: nobody has told. */
    NOT_REPORTED,
    /** 不适用: there is nothing to tell, such as growth from zero. */
    NOT_APPLICABLE,
    /** 无: reports were filed, and none tells of a disaster here and then. */
    NO_EVENT,
    /** 无法计算: what it would be computed from is missing. */
    NOT_COMPUTABLE
  }

  /** The cell as readers see it. */
  default String shown(Wording wording) {
    if (this instanceof Text words) {
      return words.text();
    }
    return this instanceof Figure figure ? figure.text() : wording.word((Missing) this);
  }
}
