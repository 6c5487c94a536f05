package org.riskcensus.formats.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lightness is L* of CIE 1976; red-green blindness is simulated after Viénot et al. (1999). */
class MapColourTest {

  private static final List<MapColour> LEVELS =
      List.of(MapColour.RED, MapColour.ORANGE, MapColour.YELLOW, MapColour.BLUE);

  @Test
  void lightnessOfBlackAndWhiteIsZeroAndOneHundred() {
    assertThat(lightness(linear(Color.BLACK))).isEqualTo(0);
    assertThat(lightness(linear(Color.WHITE))).isBetween(99.99, 100.01);
  }

  @Test
  void everyLevelIsLighterThanTheOneAboveInGreyPrint() {
    for (int i = 1; i < LEVELS.size(); i++) {
      assertThat(lightness(linear(LEVELS.get(i).fill())))
          .isGreaterThan(lightness(linear(LEVELS.get(i - 1).fill())) + 8);
    }
  }

  @Test
  void fiveLevelsKeepTheirOrderInGreyPrintAndToTheRedGreenBlind() {
    List<MapColour> five =
        List.of(
            MapColour.RED,
            MapColour.ORANGE,
            MapColour.YELLOW,
            MapColour.DEEP_BLUE,
            MapColour.GREEN);
    for (int i = 1; i < five.size(); i++) {
      Color above = five.get(i - 1).fill();
      Color below = five.get(i).fill();
      assertThat(lightness(linear(below))).isGreaterThan(lightness(linear(above)) + 4);
      assertThat(lightness(deuteranope(below))).isGreaterThan(lightness(deuteranope(above)) + 4);
    }
  }

  @Test
  void everyLevelIsLighterThanTheOneAboveToTheRedGreenBlind() {
    for (int i = 1; i < LEVELS.size(); i++) {
      assertThat(lightness(deuteranope(LEVELS.get(i).fill())))
          .isGreaterThan(lightness(deuteranope(LEVELS.get(i - 1).fill())) + 8);
    }
  }

  private static double[] deuteranope(Color colour) {
    double[] rgb = linear(colour);
    double redGreen = 0.29275 * rgb[0] + 0.70725 * rgb[1];
    return new double[] {redGreen, redGreen, -0.02234 * rgb[0] + 0.02234 * rgb[1] + rgb[2]};
  }

  private static double[] linear(Color colour) {
    float[] parts = colour.getRGBColorComponents(null);
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] =
          parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  private static double lightness(double[] rgb) {
    double luminance = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    return luminance <= 0.008856 ? 903.3 * luminance : 116 * Math.cbrt(luminance) - 16;
  }
}
