package org.riskcensus.formats.write;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * GeoParquet 1.1: geometry as WKB in column {@code geometry}, with a {@code bbox} column that lets
 * readers skip row groups. Layers without geometry become plain Parquet.
 */
final class GeoParquetEncoder implements LayerEncoder {

  private static final long ROW_GROUP = 32L << 20;

  private final ParquetWriter<GeoParquetRow> writer;

  private GeoParquetEncoder(ParquetWriter<GeoParquetRow> writer) {
    this.writer = writer;
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    SpatialReference crs = target.hasGeometry() ? SpatialReference.of(target) : null;
    String projjson = crs == null ? null : ProjJson.of(crs);
    if (crs != null && projjson == null) {
      throw target.refuse(
          "GeoParquet is written in geographic and transverse Mercator systems only, not "
              + target.schema().crs(),
          "use EPSG:4490 or a Gauss-Kruger zone");
    }
    return new GeoParquetEncoder(new Builder(target, projjson).build());
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    writer.write(new GeoParquetRow(values, geometry));
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<GeoParquetRow, Builder> {

    private final GeoParquetSupport support;

    Builder(LayerTarget target, @Nullable String projjson) {
      super(new LocalOutputFile(target.staged()));
      this.support = new GeoParquetSupport(target, projjson);
      withConf(new PlainParquetConfiguration());
      withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
      withCompressionCodec(CompressionCodecName.ZSTD);
      withRowGroupSize(ROW_GROUP);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<GeoParquetRow> getWriteSupport(ParquetConfiguration conf) {
      return support;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract, so it must be there
    protected WriteSupport<GeoParquetRow> getWriteSupport(Configuration conf) {
      return support;
    }
  }
}
