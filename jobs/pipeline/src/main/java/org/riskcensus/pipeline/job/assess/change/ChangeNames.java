package org.riskcensus.pipeline.job.assess.change;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.words.Phrases;

/** Names of the codes in tables of changes. */
final class ChangeNames {

  private final Contracts contracts;
  private final Contracts before;
  private final Contracts after;
  private final Phrases phrases;

  ChangeNames(Changes changes, Contracts contracts, Language language) {
    this.contracts = contracts;
    this.phrases = Phrases.of(ChangeNames.class, language, contracts);
    this.before = changes.from().contracts();
    this.after = changes.to().contracts();
  }

  /** A phrase with its places filled. */
  String say(String key, Object... figures) {
    return phrases.say(key, figures);
  }

  /** The value of a field for a reader; several causes are told one after the other. */
  @Nullable Object of(ChangeField field, @Nullable Object value) {
    if (field.isLevel()) {
      return field.isOfLaterScale() ? levelAfter((Integer) value) : levelBefore((Integer) value);
    }
    if (field.codes() == null || value == null) {
      return field.column().equals("driver") ? driver((String) value) : value;
    }
    return Arrays.stream(value.toString().split("\\+"))
        .map(code -> name(field.codes(), code))
        .collect(Collectors.joining(say("list")));
  }

  /** A factor of the risk, or a hazard. */
  private @Nullable String driver(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return code.equals("reach")
        ? say("reach")
        : contracts
            .codeList("risk_component")
            .find(code)
            .map(phrases::name)
            .orElseGet(() -> name("risk_kind", code));
  }

  String name(String list, String code) {
    return phrases.name(list, code);
  }

  /** The name of a level by the methods of the earlier release. */
  String levelBefore(@Nullable Integer level) {
    return level(before, level);
  }

  /** The name of a level by the methods of the later release. */
  String levelAfter(@Nullable Integer level) {
    return level(after, level);
  }

  /** The name of a level; 0 is out of reach, null not surveyed. */
  private String level(Contracts names, @Nullable Integer level) {
    if (level == null) {
      return say("not_assessed");
    }
    return level == 0
        ? say("not_reached")
        : names
            .codeList("risk_level")
            .find(level.toString())
            .map(phrases::name)
            .orElse(level.toString());
  }
}
