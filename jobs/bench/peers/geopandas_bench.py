"""A workload in GeoPandas, from the same CSV files: geopandas_bench.py DIR WORKLOAD RUNS.

The first run is the cold one and builds the frames; later ones only join. Prints the lines that CensusBench does.
"""

import os
import sys
import time

import geopandas
import pandas


def side(path):
    rows = pandas.read_csv(path, float_precision="round_trip")
    if "x" in rows:
        geometry = geopandas.points_from_xy(rows["x"], rows["y"])
    else:
        geometry = geopandas.GeoSeries.from_wkt(rows["wkt"])
    kept = rows[[name for name in rows if name in ("id", "class")]]
    return geopandas.GeoDataFrame(kept, geometry=geometry)


def join(work, left, right):
    """Count, sums of the row numbers, and the measure."""
    if work == "nearest":
        pairs = left.sjoin_nearest(right)
    else:
        area = work in ("overlap", "buildings")
        pairs = left.sjoin(right, predicate="intersects" if area else "within")
    measure = 0.0
    if work in ("overlap", "buildings"):
        other = right.geometry.loc[pairs["index_right"]].reset_index(drop=True)
        shared = pairs.geometry.reset_index(drop=True).intersection(other).area
        measure = shared.sum()
    lefts = pairs["id_left"]
    if work == "buildings":
        highest = pairs.groupby("id_left")["class_right"].max()
        return len(pairs), int((highest * highest.index).sum()), int(pairs["id_right"].sum()), measure
    return len(pairs), int(lefts.sum()), int(pairs["id_right"].sum()), measure


def main():
    directory, work, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    frames = None
    for run in range(runs):
        start, cpu = time.perf_counter(), sum(os.times()[:2])
        if frames is None:
            frames = [side(f"{directory}/{work}/{name}.csv") for name in ("left", "right")]
        count, lefts, rights, measure = join(work, *frames)
        wall, used = time.perf_counter() - start, sum(os.times()[:2]) - cpu
        phase = "warm" if run else "cold"
        print(f"RESULT {phase} {wall:.3f} {used:.3f} {count} {lefts} {rights} {measure:.17g}", flush=True)


if __name__ == "__main__":
    main()
