package org.riskcensus.pipeline.job.sample;

import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * The forest fires 森林火灾 of a county and year, all put out within a day.
 *
 * @param fires how many
 * @param hectares of forest they damaged
 */
record ForestFires(int fires, double hectares) {

  static final String KIND = "森林草原火灾";
  static final String CODE = "wildfire";

  static ForestFires draw(int most, Dice dice) {
    int fires = dice.between(0, most);
    return new ForestFires(fires, Rounded.to2(fires * dice.uniform(0.2, 1.4)));
  }

  LossFigures figures() {
    return LossFigures.none()
        .count("affected_population", 0)
        .count("deaths", 0)
        .wan("loss_agriculture_wan", hectares * 1.5)
        .wan("loss_other_wan", fires * 0.3)
        .summed();
  }

  /** The figures as cells of a row of annual losses. */
  FiledRow into(FiledRow row) {
    return figures()
        .into(row)
        .with("forest_damaged_ha", hectares)
        .with("forest_fires", fires)
        .with("forest_fires_24h", fires);
  }
}
