package org.riskcensus.pipeline.job.sample;

import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * What a township loses in a disaster, in all fields of the forms that its kind can have. A figure
 * that is part of another is drawn as a share of it, so that rounding keeps their order.
 */
final class ProvinceFigures {

  private static final double DEADLY = 0.004;
  private static final double ROOMS_OF_HOUSEHOLD = 4;

  private final LossKind kind;
  private final Dice dice;
  private final LossFigures figures;

  private ProvinceFigures(LossKind kind, Dice dice, LossFigures figures) {
    this.kind = kind;
    this.dice = dice;
    this.figures = figures;
  }

  /**
   * The final figures.
   *
   * @param residents of the township then
   * @param money what money was worth, of that of the last year
   */
  static LossFigures of(ProvinceEvents.Event event, double residents, double money, Dice dice) {
    LossKind kind = event.kind().at(money);
    boolean deadly = kind.rooms() > 0 && dice.chance(Math.min(0.5, DEADLY * event.force()));
    int deaths = deadly ? dice.between(1, 3) : 0;
    LossFigures figures = kind.strike((long) residents, event.force(), deaths, dice);
    ProvinceFigures more = new ProvinceFigures(kind, dice, figures);
    if (kind.rooms() > 0) {
      more.homes();
      more.works(money);
    }
    if (kind.cropHa() > 0) {
      more.grain();
    }
    more.relief();
    return figures.summed();
  }

  private void homes() {
    share("relocated_current", "relocated_dispersed", 0.3);
    share("seriously_damaged_dwelling_rooms", "seriously_damaged_rooms", 0.7);
    share("slightly_damaged_dwelling_rooms", "slightly_damaged_rooms", 0.7);
    for (String damage : new String[] {"collapsed", "seriously_damaged", "slightly_damaged"}) {
      double rooms = value(damage + "_dwelling_rooms");
      figures.count(damage + "_dwelling_households", Math.ceil(rooms / ROOMS_OF_HOUSEHOLD));
    }
    figures.count("need_transitional_relief", 3 * value("collapsed_dwelling_households"));
  }

  private void grain() {
    for (String extent : new String[] {"affected", "damaged", "lost"}) {
      figures.hectares("grain_" + extent + "_ha", 0.75 * value("crop_" + extent + "_ha"));
    }
  }

  /** Works damaged, for the money that they are part of. */
  private void works(double money) {
    double wan = value("loss_infrastructure_wan") / money;
    figures
        .kilometres("road_damaged_km", wan / 60)
        .kilometres("communication_damaged_km", wan / 200)
        .kilometres("power_damaged_km", wan / 150)
        .kilometres("dykes_damaged_km", kind.code().equals("flood") ? wan / 120 : 0)
        .count("reservoirs_damaged", dice.chance(0.01) ? 1 : 0)
        .count("schools_damaged", dice.chance(0.05) ? dice.between(1, 3) : 0)
        .count("hospitals_damaged", dice.chance(0.03) ? 1 : 0)
        .count("livestock_large_dead", dice.between(0, 6))
        .count("livestock_small_dead", dice.between(0, 60));
  }

  private void relief() {
    share("need_emergency_relief", "affected_population", 0.04);
    if (kind.code().equals("drought")) {
      share("drought_need", "affected_population", 0.3);
      share("drinking_water_need", "drought_need", 0.4);
    }
  }

  private void share(String part, String whole, double share) {
    figures.count(part, share * value(whole));
  }

  private double value(String field) {
    return figures.get(field).doubleValue();
  }
}
