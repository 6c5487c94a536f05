package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * The reports of one township on one disaster: mostly an initial one 初报, a follow-up 续报 where it
 * lasts, and a final one 核报. A few townships never file a final report, a few of any type are late.
 */
final class ProvinceReports {

  private static final String INITIAL = "初报";
  private static final String FOLLOWUP = "续报";
  private static final String FINAL = "核报";

  private final ProvinceUnits.Township township;
  private final ProvinceEvents.Event event;
  private final LossFigures figures;
  private final Dice dice;

  private ProvinceReports(ProvinceCounty.Strike strike, Dice dice) {
    this.township = strike.township();
    this.event = strike.event();
    this.figures = strike.figures();
    this.dice = dice;
  }

  static ProvinceReports of(ProvinceCounty.Strike strike, Dice dice) {
    return new ProvinceReports(strike, dice);
  }

  /** Writes the reports; answers the figures of the last, which are those that count. */
  LossFigures write(Layer.RowTarget target) throws IOException {
    LossFigures last = figures;
    boolean early = dice.chance(0.6);
    if (early) {
      last = early(figures.times(dice.uniform(0.35, 0.6)));
      double hours = Rounded.to1(dice.uniform(0.3, 2.1));
      target.write(row(INITIAL, "C", event.start(), hours, last));
    }
    boolean later = event.lasts() && dice.chance(0.4);
    if (later) {
      last = early(figures.times(0.85));
      double hours = Rounded.to1(dice.uniform(6, 25));
      target.write(row(FOLLOWUP, "X", event.start().plusDays(2), hours, last));
    }
    if ((!early && !later) || dice.chance(0.98)) {
      last = figures;
      double hours = Rounded.to1(dice.uniform(20, 124));
      LocalDate filed = event.end().plusDays((long) Math.ceil(hours / 24));
      double relief = Rounded.to1(dice.uniform(2, 14));
      target.write(row(FINAL, "Z", filed, hours, last).with("relief_hours", relief));
    }
    return last;
  }

  /** Of the dead some are still missing. */
  private LossFigures early(LossFigures share) {
    int deaths = figures.get("deaths").intValue();
    int known = dice.between(0, deaths);
    return share.count("deaths", known).count("missing", deaths - known);
  }

  private FiledRow row(
      String type, String suffix, LocalDate filed, double hours, LossFigures reported) {
    FiledRow row =
        FiledRow.of(
            null,
            "object_id",
            event.id() + "-" + township.code().substring(4, 9) + suffix,
            "admin_code",
            township.code(),
            "source_department",
            township.name() + "应急办",
            "survey_date",
            filed,
            "event_id",
            event.id(),
            "event_name",
            event.name(),
            "hazard_kind",
            event.kind().name(),
            "start_date",
            event.start(),
            "end_date",
            event.end(),
            "report_type",
            type,
            "report_hours",
            hours,
            "report_year",
            event.start().getYear());
    return reported
        .into(row)
        .with("listed_dead", count(reported.get("deaths")))
        .with("listed_missing", count(reported.get("missing")));
  }

  private static long count(BigDecimal persons) {
    return persons.longValueExact();
  }
}
