package org.riskcensus.formats.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Angles as people write them: degrees, minutes and seconds with any of the usual signs
 * (118°15′30″, 118度15分30秒, 118:15:30, 118 15 30), minutes with decimals, and the hemisphere before
 * or after (E, 东经). West and south are negative.
 */
final class AngleText {

  private static final int LONGEST = 64;
  private static final String PART = "([0-9]{1,2}(?:\\.[0-9]+)?)";
  private static final Pattern ANGLE =
      Pattern.compile(
          "([NSEW]?)\\s*([+-]?)([0-9]{1,3}(?:\\.[0-9]+)?)\\s*(?:[°: ]\\s*(?:%s\\s*(?:[': ]\\s*(?:%s\\s*\"?)?)?)?)?\\s*([NSEW]?)"
              .formatted(PART, PART));

  private AngleText() {}

  /**
   * The angle in degrees; empty when the text is none.
   *
   * @param longitude whether it is one, which has no N or S, rather than a latitude
   */
  static OptionalDouble parse(String text, boolean longitude) {
    Matcher angle = ANGLE.matcher(text.length() > LONGEST ? "" : plain(text));
    if (!angle.matches()) {
      return OptionalDouble.empty();
    }
    double degrees = Double.parseDouble(angle.group(3));
    double minutes = part(angle.group(4));
    double seconds = part(angle.group(5));
    double value = degrees + minutes / 60 + seconds / 3600;
    boolean decimals =
        (angle.group(4) != null && degrees != Math.rint(degrees))
            || (angle.group(5) != null && minutes != Math.rint(minutes));
    String sign = angle.group(2);
    String side = angle.group(1) + angle.group(6);
    if (decimals || minutes >= 60 || seconds >= 60 || value > (longitude ? 180 : 90)) {
      return OptionalDouble.empty();
    }
    if (!side.isEmpty() && (!sign.isEmpty() || !(longitude ? "EW" : "NS").contains(side))) {
      return OptionalDouble.empty();
    }
    boolean negative = sign.equals("-") || side.equals("W") || side.equals("S");
    return OptionalDouble.of(negative ? -value : value);
  }

  private static double part(@Nullable String text) {
    return text == null ? 0 : Double.parseDouble(text);
  }

  /** With °, ' and " as signs, hemispheres as one letter, digits of usual width. */
  private static String plain(String text) {
    String signs =
        text.replaceAll("[″”“秒]|''|′′|’’", "\"").replaceAll("[′’‘分]", "'").replaceAll("[º˚度]", "°");
    return Normalizer.normalize(signs, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replace("东经", "E")
        .replace("西经", "W")
        .replace("北纬", "N")
        .replace("南纬", "S")
        .strip();
  }
}
