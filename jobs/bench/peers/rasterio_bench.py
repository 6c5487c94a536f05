"""Zonal statistics with rasterio, the way of rasterstats: rasterio_bench.py DIR zonal RUNS.

One core. Each run reads the polygons and the raster anew; a polygon reads its window of the raster and masks it by cell
centres. Prints the lines that CensusBench does.
"""

import os
import sys
import time

import pandas
import rasterio
import rasterio.features
import rasterio.windows
import shapely.wkt


def statistics(directory):
    """Zones with a value, cells in them, sum of the values, and sum of the means."""
    zones = cells = total = 0
    means = 0.0
    shapes = pandas.read_csv(f"{directory}/right.csv")["wkt"].map(shapely.wkt.loads)
    with rasterio.open(f"{directory}/left.tif") as raster:
        whole = rasterio.windows.Window(0, 0, raster.width, raster.height)
        for shape in shapes:
            around = rasterio.windows.from_bounds(*shape.bounds, transform=raster.transform)
            around = around.round_offsets(op="floor").round_lengths(op="ceil")
            around = rasterio.windows.Window(around.col_off, around.row_off, around.width + 1, around.height + 1)
            if not rasterio.windows.intersect(around, whole):
                continue
            window = around.intersection(whole)
            values = raster.read(1, window=window)
            place = raster.window_transform(window)
            inside = values[rasterio.features.geometry_mask([shape], values.shape, place, invert=True)]
            if inside.size:
                zones += 1
                cells += inside.size
                total += int(inside.sum(dtype="int64"))
                means += float(inside.mean(dtype="float64"))
                inside.min(), inside.max()
    return zones, cells, total, means


def main():
    directory, work, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for run in range(runs):
        start, cpu = time.perf_counter(), sum(os.times()[:2])
        zones, cells, total, means = statistics(f"{directory}/{work}")
        wall, used = time.perf_counter() - start, sum(os.times()[:2]) - cpu
        phase = "warm" if run else "cold"
        print(f"RESULT {phase} {wall:.3f} {used:.3f} {zones} {cells} {total} {means:.17g}", flush=True)


if __name__ == "__main__":
    main()
