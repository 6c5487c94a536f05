package org.riskcensus.formats.read;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.function.IntToDoubleFunction;

/**
 * The samples of the first band of a decoded raster as doubles. Where its layout allows they are
 * taken from the arrays of its buffer: asking the raster for each costs more than decoding it.
 */
final class RasterSamples {

  private RasterSamples() {}

  /** All samples, row by row. */
  static double[] of(Raster raster) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    double[] samples = new double[width * height];
    if (!(raster.getSampleModel() instanceof ComponentSampleModel model)) {
      return raster.getSamples(raster.getMinX(), raster.getMinY(), width, height, 0, samples);
    }
    DataBuffer buffer = raster.getDataBuffer();
    int bank = model.getBankIndices()[0];
    IntToDoubleFunction elements = elements(buffer, bank);
    int column = raster.getMinX() - raster.getSampleModelTranslateX();
    int row = raster.getMinY() - raster.getSampleModelTranslateY();
    int next = 0;
    for (int y = 0; y < height; y++) {
      int at = buffer.getOffsets()[bank] + model.getOffset(column, row + y, 0);
      for (int x = 0; x < width; x++, at += model.getPixelStride()) {
        samples[next++] = elements.applyAsDouble(at);
      }
    }
    return samples;
  }

  /** The elements of a bank by their place in its array. */
  private static IntToDoubleFunction elements(DataBuffer buffer, int bank) {
    if (buffer instanceof DataBufferByte bytes) {
      byte[] data = bytes.getData(bank);
      return at -> data[at] & 0xff;
    }
    if (buffer instanceof DataBufferUShort shorts) {
      short[] data = shorts.getData(bank);
      return at -> data[at] & 0xffff;
    }
    if (buffer instanceof DataBufferShort shorts) {
      short[] data = shorts.getData(bank);
      return at -> data[at];
    }
    if (buffer instanceof DataBufferInt ints) {
      int[] data = ints.getData(bank);
      return at -> data[at];
    }
    if (buffer instanceof DataBufferFloat floats) {
      float[] data = floats.getData(bank);
      return at -> data[at];
    }
    int offset = buffer.getOffsets()[bank];
    return at -> buffer.getElemDouble(bank, at - offset);
  }
}
