package org.riskcensus.pipeline.contract;

/** Text of a cell as people type it. */
final class FiledText {

  private FiledText() {}

  /** Without surrounding blanks, be they ASCII, ideographic or no-break. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && blank(text.charAt(from))) {
      from++;
    }
    while (to > from && blank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** Full-width forms (０－９，．／：) as their ASCII counterparts, stripped. */
  static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
    }
    return strip(half.toString());
  }
}
