package org.riskcensus.pipeline.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.riskcensus.core.risk.CapacityMethod;
import org.riskcensus.core.risk.Exposure;
import org.riskcensus.core.risk.ExposureMethod;

/** Reads the indices that are weighted means of components. */
final class IndexMethods {

  private IndexMethods() {}

  static Optional<ExposureMethod> exposure(MethodFile file) {
    return file.build(
        () -> {
          List<ExposureMethod.Component> components = new ArrayList<>();
          file.value("components")
              .fields()
              .forEach(
                  (code, node) ->
                      components.add(
                          new ExposureMethod.Component(
                              Exposure.of(code), node.number("weight"), MethodFile.range(node))));
          return new ExposureMethod(components);
        });
  }

  static Optional<CapacityMethod> capacity(MethodFile file) {
    return file.build(
        () -> {
          List<CapacityMethod.Component> components = new ArrayList<>();
          file.value("components")
              .fields()
              .forEach(
                  (code, node) ->
                      components.add(
                          new CapacityMethod.Component(
                              CapacityMethod.Resource.valueOf(code.toUpperCase(Locale.ROOT)),
                              CapacityMethod.Grain.valueOf(
                                  node.text("grain").toUpperCase(Locale.ROOT)),
                              node.number("weight"),
                              MethodFile.range(node))));
          return new CapacityMethod(components);
        });
  }
}
