package org.riskcensus.pipeline.job.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.pipeline.contract.LevelScale;

/** What a map grades: the table, its classes from high to low, their colours. */
enum MapTheme {
  ZONE("marts.zone", "zone_class") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return switch (code) {
        case "key" -> MapColour.RED;
        case "secondary" -> MapColour.ORANGE;
        case "general" -> MapColour.BLUE;
        default -> MapColour.MISSING;
      };
    }
  },
  LEVEL("marts.level_area", "risk_level") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return levels.find(code).map(LevelScale.Level::colour).orElse(MapColour.MISSING);
    }
  },
  HAZARD("marts.hazard_area", "risk_level") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return LEVEL.colour(code, levels);
    }
  },
  FLOOD_ZONE("marts.flood_zone", "flood_zone_class") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return switch (code) {
        case "4" -> MapColour.RED;
        case "3" -> MapColour.ORANGE;
        case "2" -> MapColour.YELLOW;
        case "1" -> MapColour.BLUE;
        default -> MapColour.MISSING;
      };
    }
  },
  SUSCEPTIBILITY("marts.susceptibility_area", "susceptibility_class") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return switch (code) {
        case "very_high" -> MapColour.RED;
        case "high" -> MapColour.ORANGE;
        case "medium" -> MapColour.YELLOW;
        case "low" -> MapColour.BLUE;
        default -> MapColour.MISSING;
      };
    }
  },
  COVERAGE("marts.coverage_area", "coverage_class") {
    @Override
    MapColour colour(String code, LevelScale levels) {
      return switch (code) {
        case "gap" -> MapColour.ORANGE;
        case "covered" -> MapColour.BLUE;
        default -> MapColour.MISSING;
      };
    }
  };

  private final String table;
  private final String codeList;

  MapTheme(String table, String codeList) {
    this.table = table;
    this.codeList = codeList;
  }

  /** The theme of a table, if it has one. */
  static Optional<MapTheme> find(String table) {
    return Arrays.stream(values()).filter(theme -> theme.table.equals(table)).findFirst();
  }

  String table() {
    return table;
  }

  String codeList() {
    return codeList;
  }

  /** The column with the class. */
  String classColumn() {
    return this == HAZARD ? "hazard_level" : "class";
  }

  /** The column that tells the maps of a county apart: hazards, or services. */
  String subjectColumn() {
    return this == COVERAGE ? "service" : "hazard";
  }

  /** The code list of the subjects. */
  String subjects() {
    return this == COVERAGE ? "coverage_service" : "risk_kind";
  }

  /** The column that tells the areas of a map apart. */
  String keyColumn() {
    return this == COVERAGE || this == FLOOD_ZONE ? "admin_code" : "zone_id";
  }

  /** The colour of a class; a class that is not known is drawn as missing. */
  abstract MapColour colour(String code, LevelScale levels);

  /** What its phrases and the names of its files are called by. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
