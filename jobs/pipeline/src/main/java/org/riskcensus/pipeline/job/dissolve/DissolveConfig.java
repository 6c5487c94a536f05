package org.riskcensus.pipeline.job.dissolve;

import java.nio.file.Path;
import java.util.Optional;
import org.riskcensus.formats.write.LayerWriters;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.layer.CommonCrs;
import org.riskcensus.pipeline.layer.LayerInput;
import org.riskcensus.pipeline.layer.LayerSource;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A dissolve that can be carried out.
 *
 * @param input the layer
 * @param crs its reference system
 * @param by the field of the class
 * @param out the file to write
 */
public record DissolveConfig(LayerInput input, CommonCrs crs, String by, Path out) {

  /**
   * Checks what is asked for, the header of the layer too.
   *
   * @throws org.riskcensus.pipeline.yaml.DefinitionException with everything that is wrong in it
   */
  public static DissolveConfig check(LayerSource source, String by, Path out, Contracts contracts) {
    Problems problems = new Problems();
    Optional<LayerInput> input = LayerInput.open(source, contracts, problems);
    input
        .filter(layer -> !layer.fields().contains(by))
        .ifPresent(
            layer ->
                problems.add(
                    "--by", 0, "there is no field '" + by + "'; take one of " + layer.fields()));
    if (!LayerWriters.writes(out)) {
      problems.add("--out", 0, out + ": use one of " + LayerWriters.extensions());
    }
    problems.refuse();
    LayerInput layer = input.orElseThrow();
    return new DissolveConfig(layer, CommonCrs.of(layer, layer), by, out);
  }
}
