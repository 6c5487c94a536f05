package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * The values a coded column may take. Files may hold the code or the Chinese name; tables hold the
 * code.
 *
 * @param name name contracts refer to
 * @param title Chinese name of the list
 * @param source where the list comes from, with its evidence mark
 * @param entries in display order
 */
public record CodeList(String name, String title, String source, List<Entry> entries)
    implements Serializable {

  /** The list of what is assessed: for each hazard there is a method file of its name. */
  public static final String HAZARDS = "codes/hazard.yaml";

  /**
   * One value.
   *
   * @param code what tables hold
   * @param zh Chinese name, for files and maps
   * @param en English name
   */
  public record Entry(String code, String zh, String en) implements Serializable {

    /** The name in a language. */
    public String in(Language language) {
      return language.of(zh, en);
    }
  }

  /** Reads {@code codes/<name>.yaml} and notes what is wrong. */
  public static CodeList read(SchemaFiles files, String name, Problems problems) {
    return CodeListReader.read(files, name, problems);
  }

  /**
   * The list of hazards as a text says that a release has kept.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException when it is none
   */
  public static CodeList hazards(String text) {
    Problems problems = new Problems();
    CodeList list = read(SchemaFiles.ofProject().with(Map.of(HAZARDS, text)), "hazard", problems);
    problems.refuse();
    return list;
  }

  /** The entry whose code or Chinese name this is. */
  public Optional<Entry> find(String filed) {
    String value = filed.strip();
    return entries.stream()
        .filter(e -> e.code().equalsIgnoreCase(value) || e.zh().equals(value))
        .findFirst();
  }

  /**
   * The entry of this code.
   *
   * @throws NoSuchElementException when there is none
   */
  public Entry get(String code) {
    return entries.stream()
        .filter(e -> e.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("code list " + name + " has no " + code));
  }

  /** The codes in display order. */
  public List<String> codes() {
    return entries.stream().map(Entry::code).toList();
  }
}
