package org.riskcensus.pipeline.job.sample.terrain;

/** Whole numbers in Chinese, as units are numbered: 第一百零五县. */
public final class Numeral {

  private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private static final String[] PLACES = {"千", "百", "十", ""};
  private static final int MOST = 9999;

  private Numeral() {}

  /**
   * A number in Chinese.
   *
   * @param n from 1 to 9999
   */
  public static String of(int n) {
    if (n < 1 || n > MOST) {
      throw new IllegalArgumentException("numbers from 1 to " + MOST + ", not " + n);
    }
    StringBuilder text = new StringBuilder();
    boolean skipped = false;
    int place = 1000;
    for (String name : PLACES) {
      int digit = n / place % 10;
      boolean begun = !text.isEmpty();
      if (digit > 0) {
        boolean bareTen = !begun && place == 10 && digit == 1;
        text.append(begun && skipped ? DIGITS[0] : "");
        text.append(bareTen ? "" : DIGITS[digit]).append(name);
      }
      skipped = digit == 0;
      place /= 10;
    }
    return text.toString();
  }
}
