package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.image.BandedSampleModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are those that the raster gives when it is asked. */
class RasterSamplesTest {

  private static final int WIDTH = 13;
  private static final int HEIGHT = 7;

  @ParameterizedTest
  @ValueSource(
      ints = {
        DataBuffer.TYPE_BYTE,
        DataBuffer.TYPE_USHORT,
        DataBuffer.TYPE_SHORT,
        DataBuffer.TYPE_INT,
        DataBuffer.TYPE_FLOAT,
        DataBuffer.TYPE_DOUBLE
      })
  void ofEveryTypeAndOfAPartThatLiesElsewhere(int type) {
    WritableRaster whole = filled(new BandedSampleModel(type, WIDTH, HEIGHT, 1));
    assertSame(whole);
    assertSame(whole.createChild(3, 2, 5, 4, 100, 200, null));
    assertSame(
        filled(new PixelInterleavedSampleModel(type, WIDTH, HEIGHT, 3, 40, new int[] {1, 0, 2})));
  }

  @Test
  void ofBitsThatShareAByte() {
    assertSame(filled(new MultiPixelPackedSampleModel(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 1)));
  }

  @Test
  void ofABufferThatBeginsLater() {
    DataBuffer later = new DataBufferUShort(new short[] {9, 9, 1, (short) 65535, 3, 4}, 4, 2);
    SampleModel model = new ComponentSampleModel(DataBuffer.TYPE_USHORT, 2, 2, 1, 2, new int[] {0});
    assertThat(RasterSamples.of(Raster.createRaster(model, later, new Point(0, 0))))
        .containsExactly(1, 65535, 3, 4);
  }

  private static WritableRaster filled(SampleModel model) {
    WritableRaster raster = Raster.createWritableRaster(model, new Point(0, 0));
    Random random = new Random(5);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        raster.setSample(x, y, 0, random.nextInt() - 0.25);
      }
    }
    return raster;
  }

  private static void assertSame(Raster raster) {
    double[] asked =
        raster.getSamples(
            raster.getMinX(),
            raster.getMinY(),
            raster.getWidth(),
            raster.getHeight(),
            0,
            (double[]) null);
    assertThat(RasterSamples.of(raster)).containsExactly(asked);
  }
}
