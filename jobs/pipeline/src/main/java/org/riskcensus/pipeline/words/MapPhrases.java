package org.riskcensus.pipeline.words;

import java.time.LocalDate;
import org.riskcensus.core.risk.RiskKind;
import org.riskcensus.formats.map.SheetText;
import org.riskcensus.formats.map.SheetWords;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;

/** What map sheets of a census say in one language. Names of places stay as they were filed. */
public final class MapPhrases {

  private final Phrases phrases;
  private final SheetWords words;

  private MapPhrases(Phrases phrases, SheetWords words) {
    this.phrases = phrases;
    this.words = words;
  }

  /** The phrases in a language. */
  public static MapPhrases in(Language language, Contracts contracts) {
    return new MapPhrases(
        Phrases.of(MapPhrases.class, language, contracts), new SheetWords(language.locale()));
  }

  /**
   * The text of a sheet.
   *
   * @param theme what is drawn: zone, level, coverage, or change
   * @param subject of what, such as {@link #hazard}
   */
  public SheetText sheet(
      String theme, String county, String subject, String subtitle, Imprint imprint) {
    return new SheetText(
        phrases.say(theme + ".title", county, subject),
        subtitle,
        phrases.say(theme + ".legend"),
        phrases.say("source"),
        imprint.date(),
        imprint.release(),
        imprint.synthetic(),
        words);
  }

  /**
   * Which data a sheet shows.
   *
   * @param date logical date of the data
   * @param release tag of the release
   * @param synthetic whether the data are invented
   */
  public record Imprint(LocalDate date, String release, boolean synthetic) {}

  /** The census and its year. */
  public String subtitle(String census, int year) {
    return phrases.say("subtitle", census, String.valueOf(year));
  }

  /** The census and the years compared. */
  public String subtitle(String census, int from, int to) {
    return phrases.say("subtitle.change", census, String.valueOf(from), String.valueOf(to));
  }

  /** What lies in no class. */
  public String outside() {
    return phrases.say("outside");
  }

  /** The name of a class. */
  public String name(CodeList.Entry entry) {
    return phrases.name(entry);
  }

  /** The name of a code. */
  public String name(String list, String code) {
    return phrases.name(list, code);
  }

  /** The name of a hazard as a title has it: 洪水 is 洪水灾害, 苇场火灾 stays as it is. */
  public String hazard(String code) {
    if (code.equals(RiskKind.COMPREHENSIVE)) {
      return phrases.say("comprehensive");
    }
    String name = phrases.name("risk_kind", code);
    return name.endsWith("灾") || name.endsWith("灾害") ? name : phrases.say("hazard", name);
  }
}
