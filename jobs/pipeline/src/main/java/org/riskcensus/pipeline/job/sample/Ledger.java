package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was written, source by source: the account and the findings a census year must show. */
final class Ledger {

  /** One line of {@code row_account.csv} and the defects behind it. */
  static final class Account {
    private final Map<Defect.Fate, Long> rows = new EnumMap<>(Defect.Fate.class);
    private final List<Defect> defects = new ArrayList<>();

    void count(Defect.Fate fate) {
      rows.merge(fate, 1L, Long::sum);
    }

    void found(Defect defect) {
      defects.add(defect);
    }

    long of(Defect.Fate fate) {
      return rows.getOrDefault(fate, 0L);
    }

    long read() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Defect> defects() {
      return defects.stream().sorted(Comparator.comparingLong(Defect::row)).toList();
    }
  }

  private final Map<Integer, Map<String, Account>> years = new TreeMap<>();

  /** Takes over the account of a source; the file of an earlier year may serve again. */
  void add(int year, String source, Account account) {
    years.computeIfAbsent(year, y -> new TreeMap<>()).put(source, account);
  }

  /** The defects of all sources of a year. */
  List<Defect> defects(int year) {
    return years.getOrDefault(year, Map.of()).values().stream()
        .flatMap(account -> account.defects().stream())
        .toList();
  }

  Map<Integer, Map<String, Account>> years() {
    return years;
  }
}
