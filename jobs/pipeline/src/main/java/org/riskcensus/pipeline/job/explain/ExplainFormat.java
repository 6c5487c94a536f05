package org.riskcensus.pipeline.job.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.riskcensus.pipeline.words.Phrases;

/** The forms an explanation is given in. */
public enum ExplainFormat {
  /** Sentences and tables. */
  TEXT {
    @Override
    String write(Explanation explanation, Phrases phrases) {
      return String.join("\n", new ExplanationText(explanation, phrases).lines()) + "\n";
    }
  },
  /** All of {@link Explanation}. */
  JSON {
    @Override
    String write(Explanation explanation, Phrases phrases) {
      ObjectMapper mapper =
          new ObjectMapper()
              .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(SerializationFeature.INDENT_OUTPUT);
      try {
        return mapper.writeValueAsString(explanation) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an explanation that JSON cannot hold", e);
      }
    }
  },
  /** One row a step. */
  CSV {
    @Override
    String write(Explanation explanation, Phrases phrases) {
      StringWriter text = new StringWriter();
      CsvWriter csv = new CsvWriter(text, new CsvWriterSettings());
      csv.writeHeaders(ExplanationSteps.COLUMNS);
      for (@Nullable Object[] row : ExplanationSteps.of(explanation)) {
        csv.writeRow(row);
      }
      csv.flush();
      return text.toString();
    }
  };

  abstract String write(Explanation explanation, Phrases phrases);

  /** The format of a name such as {@code json}. */
  public static Optional<ExplainFormat> find(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
