package org.riskcensus.pipeline.job.sample;

import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * What a kind of disaster does to a township: rates of a typical event, plausible and no more.
 *
 * @param name as in the code list {@code loss_kind}, Chinese
 * @param code of that list
 * @param perYear events in a typical year
 * @param firstMonth of its season
 * @param lastMonth of its season
 * @param affected share of the residents affected
 * @param cropHa crop hectares affected per 1000 persons affected; 0 for none
 * @param rooms rooms damaged per 1000 persons affected; 0 for none
 * @param wanPerPerson direct loss per person affected, 万元
 * @param agriculture share of agriculture in the loss
 */
record LossKind(
    String name,
    String code,
    double perYear,
    int firstMonth,
    int lastMonth,
    double affected,
    double cropHa,
    double rooms,
    double wanPerPerson,
    double agriculture) {

  /** The same kind where money is worth {@code times} as much. */
  LossKind at(double times) {
    return new LossKind(
        name,
        code,
        perYear,
        firstMonth,
        lastMonth,
        affected,
        cropHa,
        rooms,
        wanPerPerson * times,
        agriculture);
  }

  private static final double[] OTHER_PARTS = {0.3, 0, 0.22, 0.33, 0.1, 0.05};

  /**
   * The final figures of one township with {@code residents}; {@code force} is 1 for a typical
   * event.
   */
  LossFigures strike(long residents, double force, int deaths, Dice dice) {
    double share = Math.min(0.5, affected * force * dice.logNormal(0.5));
    double people = residents * share;
    LossFigures figures = LossFigures.none();
    figures.count("affected_population", people).count("deaths", deaths).count("missing", 0);
    double injured = rooms > 0 ? people * 0.0004 * force + deaths * 2 : 0;
    figures.count("injured", injured).count("injured_seriously", injured / 4);
    if (rooms > 0) {
      addHomes(figures, people, force, dice);
    }
    if (cropHa > 0) {
      double ha = people / 1000 * cropHa * dice.logNormal(0.3);
      double damaged = ha * dice.uniform(0.3, 0.7);
      figures
          .hectares("crop_affected_ha", ha)
          .hectares("crop_damaged_ha", damaged)
          .hectares("crop_lost_ha", damaged * dice.uniform(0.05, 0.3));
    }
    addMoney(figures, people * wanPerPerson * dice.logNormal(0.3));
    return figures.summed();
  }

  private void addHomes(LossFigures figures, double people, double force, Dice dice) {
    double damaged = people / 1000 * rooms * dice.logNormal(0.3);
    double collapsed = damaged * 0.12 * Math.min(force, 3);
    double moved = people * 0.03 * force + 3 * collapsed + 6;
    figures
        .count("emergency_avoidance", moved * 0.8)
        .count("relocated_concentrated", moved * 0.35 + 1)
        .count("relocated_dispersed", moved * 0.65)
        .count("collapsed_rooms", collapsed)
        .count("collapsed_dwelling_rooms", collapsed * 0.7)
        .count("seriously_damaged_rooms", damaged * 0.3)
        .count("slightly_damaged_rooms", damaged);
  }

  private void addMoney(LossFigures figures, double wan) {
    double others = 1 - agriculture;
    for (int i = 0; i < OTHER_PARTS.length; i++) {
      boolean farm = LossFigures.PARTS.get(i).equals("loss_agriculture_wan");
      double part = farm ? agriculture : others * OTHER_PARTS[i];
      figures.wan(LossFigures.PARTS.get(i), Math.max(farm ? 0.05 : 0, wan * part));
    }
  }
}
