package org.riskcensus.pipeline.job.losses;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.loss.KpiFigure;
import org.riskcensus.core.loss.KpiIndicator;
import org.riskcensus.core.loss.KpiMeasure;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads one indicator of the register of plan targets. */
final class KpiIndicatorReader {
  private KpiIndicatorReader() {}

  /** Reads the indicator {@code id}; empty, with the problems noted, where it is wrong. */
  static Optional<KpiIndicator> read(String id, YamlNode node) {
    node.allow(
        "name", "name_en", "unit", "base", "formula", "measure", "part", "whole", "unavailable");
    Optional<KpiMeasure> measure = measure(node);
    String name = node.text("name");
    String nameEn = node.text("name_en");
    String unit = node.text("unit");
    String formula = node.text("formula");
    double base = node.number("base");
    if (!(base > 0)) {
      node.problem("the base of " + id + " must be above zero");
      return Optional.empty();
    }
    return measure.map(m -> new KpiIndicator(id, name, nameEn, unit, base, formula, m));
  }

  private static Optional<KpiMeasure> measure(YamlNode node) {
    Optional<KpiMeasure.Kind> kind = KpiMeasure.Kind.find(node.text("measure"));
    if (kind.isEmpty()) {
      node.problem("'measure' is none of the known forms: " + node.findText("measure").orElse(""));
      return Optional.empty();
    }
    try {
      String unavailable = node.findText("unavailable").orElse("");
      return Optional.of(
          new KpiMeasure(kind.get(), figure(node, "part"), figure(node, "whole"), unavailable));
    } catch (IllegalArgumentException e) {
      node.problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static @Nullable KpiFigure figure(YamlNode node, String key) {
    Optional<String> code = node.findText(key);
    Optional<KpiFigure> figure = code.flatMap(KpiFigure::find);
    if (code.isPresent() && figure.isEmpty()) {
      node.problem("'" + code.get() + "' is not a figure of a county");
    }
    return figure.orElse(null);
  }
}
