package org.riskcensus.pipeline.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads the terms of quality of a census description. */
final class QualityTermsReader {

  private static final String ACCEPT = "accept";
  private static final String EXCLUDE = "exclude";

  private QualityTermsReader() {}

  static QualityTerms read(YamlNode root) {
    Map<String, LocalDate> received = new LinkedHashMap<>();
    for (YamlNode source : root.find("sources").map(YamlNode::items).orElse(List.of())) {
      date(source, "received").ifPresent(day -> received.put(source.text("id"), day));
    }
    Optional<YamlNode> quality = root.find("quality");
    quality.ifPresent(
        node -> node.allow("max_quarantined_share", "deadline", "must_report", "waivers"));
    return new QualityTerms(
        quality.flatMap(node -> date(node, "deadline")).orElse(null),
        received,
        quality.map(QualityTermsReader::mustReport).orElse(List.of()),
        quality.map(node -> waivers(node, root)).orElse(List.of()));
  }

  private static List<MustReport> mustReport(YamlNode quality) {
    List<MustReport> list = new ArrayList<>();
    for (YamlNode node : quality.find("must_report").map(YamlNode::items).orElse(List.of())) {
      node.allow("dataset", "level", "units");
      String level = node.findText("level").orElse("");
      List<String> units = node.texts("units");
      if (level.isEmpty() == units.isEmpty()) {
        node.problem("give either 'level' (county, township, village) or 'units'");
      }
      units.stream()
          .filter(unit -> !unit.matches("\\d{12}"))
          .forEach(unit -> node.problem("unit '" + unit + "' is not a twelve-digit code"));
      list.add(new MustReport(node.text("dataset"), level, units));
    }
    return list;
  }

  private static List<Waiver> waivers(YamlNode quality, YamlNode root) {
    List<String> sources =
        root.find("sources").map(YamlNode::items).orElse(List.of()).stream()
            .map(source -> source.findText("id").orElse(""))
            .toList();
    List<Waiver> list = new ArrayList<>();
    for (YamlNode node : quality.find("waivers").map(YamlNode::items).orElse(List.of())) {
      node.allow("rule", "source", "objects", "effect", "author", "reason", "expires");
      String effect = node.findText("effect").orElse(ACCEPT);
      if (!effect.equals(ACCEPT) && !effect.equals(EXCLUDE)) {
        node.problem(
            "effect '"
                + effect
                + "' is neither accept (the row goes in) nor exclude (it stays out)");
      }
      String source = node.text("source");
      if (!source.isEmpty() && !sources.contains(source)) {
        node.problem("there is no source '" + source + "'");
      }
      if (node.find("expires").isEmpty()) {
        node.problem("'expires' is missing: a waiver holds until a day, such as 2026-06-30");
      }
      list.add(
          new Waiver(
              node.text("rule"),
              source,
              node.texts("objects"),
              node.text("author"),
              node.text("reason"),
              date(node, "expires").orElse(LocalDate.EPOCH),
              effect.equals(EXCLUDE),
              node.line()));
    }
    return list;
  }

  private static Optional<LocalDate> date(YamlNode node, String key) {
    Optional<String> text = node.findText(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      node.problem(key + " cannot be '" + text.orElse("") + "'; write it like 2025-12-31");
      return Optional.empty();
    }
  }
}
