package org.riskcensus.pipeline.cli;

import java.util.Optional;
import org.riskcensus.pipeline.layer.LayerSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a layer that a command reads: the file or table itself, and what the file does not
 * say of itself. A command may read several, each under names of its own, which annotations cannot
 * give; so a command adds them to its {@link CommandSpec} as that is made.
 */
final class LayerOptions {

  private final String option;
  private final String prefix;
  private CommandSpec command = CommandSpec.create();

  /** Options named after the layer's own one: {@code --left} has {@code --left-crs}. */
  LayerOptions(String option) {
    this(option, option + "-");
  }

  /** Options with other names: {@code --} makes {@code --crs}. */
  LayerOptions(String option, String prefix) {
    this.option = option;
    this.prefix = prefix;
  }

  void addTo(CommandSpec spec, String what) {
    command = spec;
    add(option, "F", what, true);
    String whose = " of " + option;
    add(
        prefix + "layer",
        "L",
        "layer of a GeoPackage, sheet of a workbook, Shapefile in a .zip" + whose,
        false);
    add(prefix + "charset", "C", "charset of the text" + whose + ", such as GB18030", false);
    add(prefix + "crs", "EPSG:N", "reference system" + whose, false);
  }

  private void add(String name, String label, String description, boolean required) {
    command.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .required(required)
            .build());
  }

  /** The layer as asked for. */
  LayerSource source() {
    return new LayerSource(
        option,
        find(option).orElse(""),
        find(prefix + "layer"),
        find(prefix + "charset"),
        find(prefix + "crs"));
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(command.findOption(name).getValue());
  }
}
