package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.ExposureMethod;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Reads the indices that are weighted means of components. */
final class IndexMethods {

  private static final String OBSERVED = "observed";

  private IndexMethods() {}

  static Optional<ExposureMethod> exposure(MethodFile file) {
    return file.build(
        () -> {
          Map<String, YamlNode> nodes = file.value("components").fields();
          List<ExposureMethod.Component> components = new ArrayList<>();
          nodes.forEach((code, node) -> components.add(density(code, node)));
          return new ExposureMethod(
              components, WeightsReader.read(file.value("weights"), nodes.keySet(), true));
        });
  }

  private static ExposureMethod.Component density(String code, YamlNode node) {
    boolean observed = node.findText("range").filter(OBSERVED::equals).isPresent();
    node.allow("min", "max", "scale", "range");
    return new ExposureMethod.Component(
        Exposure.of(code), observed ? null : MethodFile.range(node));
  }

  static Optional<CapacityMethod> capacity(MethodFile file) {
    return file.build(
        () -> {
          Map<String, YamlNode> nodes = file.value("components").fields();
          List<CapacityMethod.Component> components = new ArrayList<>();
          nodes.forEach((code, node) -> components.add(resource(code, node)));
          return new CapacityMethod(
              components, WeightsReader.read(file.value("weights"), nodes.keySet(), false));
        });
  }

  private static CapacityMethod.Component resource(String code, YamlNode node) {
    return new CapacityMethod.Component(
        CapacityMethod.Resource.valueOf(code.toUpperCase(Locale.ROOT)),
        CapacityMethod.Grain.valueOf(node.text("grain").toUpperCase(Locale.ROOT)),
        MethodFile.range(node));
  }
}
