#!/usr/bin/env python3
"""The measured comparison: every system in a process of its own, on the same files, with two cores.

    jobs/bench/compare.py --data DIR [--scale 0.01] [--workloads points-few,overlap] [--systems census-broadcast,postgis]
                          [--runs 3] [--limit 900] [--heap 4g]

Builds the bench and the peers where that is still to do, makes the data, runs each system on each workload, and prints
and writes (DIR/results.md) a table of seconds, CPU seconds and peak memory. Ends with status 1 when counts or sums of two
systems differ.
"""

import argparse
import glob
import os
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORKLOADS = ["points-few", "points-many", "overlap", "buildings", "skew", "nearest", "zonal"]
SYSTEMS = [
    "census-scan", "census-broadcast", "census-shuffle", "sedona-broadcast", "sedona-partitioned", "postgis", "geopandas", "rasterio",
]
OPENS = [
    "java.lang", "java.lang.invoke", "java.lang.reflect", "java.io", "java.net", "java.nio", "java.util",
    "java.util.concurrent", "java.util.concurrent.atomic", "jdk.internal.ref", "sun.nio.ch", "sun.nio.cs",
    "sun.security.action", "sun.util.calendar",
]
TOLERANCE = 1e-9
NOT_NEAREST = ["census-shuffle", "geopandas"]  # always broadcast; Debian's GeoPandas has no PyGEOS, which it needs for it
ONLY_ZONAL = ["census-broadcast", "rasterio"]  # the ways of the join make no difference to it


def java(heap, classpath, main, *args):
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENS]
    return ["java", f"-Xmx{heap}", "-XX:ActiveProcessorCount=2", *opens, "-cp", classpath, main, *args]


def census_classpath():
    given = os.environ.get("CENSUS_BENCH_CLASSPATH")
    return given or f"{HERE}/target/census-bench.jar:{HERE}/target/lib/*"


def build(systems):
    if not os.environ.get("CENSUS_BENCH_CLASSPATH") and not os.path.exists(f"{HERE}/target/census-bench.jar"):
        maven = ["mvn", "-q", "-B", "-P", "bench", "-pl", "jobs/bench", "-am", "-DskipTests", "package"]
        subprocess.run(maven, cwd=ROOT, check=True)
    sedona = f"{HERE}/peers/sedona"
    if any(s.startswith("sedona") for s in systems) and not os.path.exists(f"{sedona}/target/classpath"):
        subprocess.run(["mvn", "-q", "-B", "-f", f"{sedona}/pom.xml", "process-classes"], check=True)


def make(args, workloads):
    log = f"{args.data}/data.log"
    main = java(args.heap, census_classpath(), "org.riskcensus.bench.BenchData", args.data, args.scale, *workloads)
    with open(log, "w", encoding="utf-8") as errors:
        if subprocess.run(main, stderr=errors, check=False).returncode:
            sys.exit(f"the data cannot be made, see {log}")


def command(system, workload, args):
    runs = str(args.runs)
    name, _, way = system.partition("-")
    if name == "census":
        main = "org.riskcensus.bench.CensusBench"
        return java(args.heap, census_classpath(), main, args.data, workload, way, runs)
    if name == "sedona":
        with open(f"{HERE}/peers/sedona/target/classpath", encoding="utf-8") as file:
            classpath = f"{HERE}/peers/sedona/target/classes:{file.read().strip()}"
        return java(args.heap, classpath, "org.riskcensus.bench.sedona.SedonaBench", args.data, workload, way, runs)
    return ["/usr/bin/python3", f"{HERE}/peers/{name}_bench.py", args.data, workload, runs]


def does(system, workload):
    if workload == "zonal":
        return system in ONLY_ZONAL
    return system != "rasterio" and not (workload == "nearest" and system in NOT_NEAREST)


class Memory(threading.Thread):
    """Peak memory of a process and all below it: pages that several share count once."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.peak, self.running = pid, 0, True

    def run(self):
        while self.running:
            self.peak = max(self.peak, sum(self.resident(pid) for pid in self.tree()))
            time.sleep(0.25)

    def tree(self):
        parents = {}
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                with open(path, encoding="ascii", errors="replace") as stat:
                    text = stat.read()
                parents.setdefault(int(text.rsplit(")", 1)[1].split()[1]), []).append(int(text.split()[0]))
            except OSError:
                continue  # it has ended meanwhile
        found = [self.pid]
        for pid in found:
            found.extend(parents.get(pid, []))
        return found

    @staticmethod
    def resident(pid):
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
                return next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
        except OSError:
            return 0  # it has ended meanwhile


def run(system, workload, args):
    """The result lines of a process and its peak memory; an error's last words instead of lines."""
    log = f"{args.data}/{workload}-{system}.log"
    with open(log, "w", encoding="utf-8") as errors:
        process = subprocess.Popen(command(system, workload, args), stdout=subprocess.PIPE, stderr=errors, text=True)
        memory = Memory(process.pid)
        memory.start()
        timer = threading.Timer(args.limit, process.terminate)
        timer.start()
        lines = [line.split()[1:] for line in process.stdout if line.startswith("RESULT")]
        process.wait()
        stopped = not timer.is_alive()
        timer.cancel()
        memory.running = False
    why = "" if process.returncode == 0 else f"over {args.limit} s" if stopped else f"failed, see {log}"
    return lines, memory.peak / 1024, why


def same(a, b):
    return a[3:6] == b[3:6] and abs(float(a[6]) - float(b[6])) <= TOLERANCE * max(abs(float(a[6])), abs(float(b[6])), 1e-300)


def row(system, workload, lines, megabytes, why):
    if not lines:
        return f"| {workload} | {system} | {why} | | | {megabytes:,.0f} | |"
    warm = min(lines[1:], key=lambda line: float(line[1]), default=None)
    seconds = (f"{float(warm[1]):.2f}", f"{float(warm[2]):.1f}") if warm else ("", "")
    cold = f"{float(lines[0][1]):.2f}"
    sums = "" if system.endswith("scan") else " / ".join(lines[0][3:6]) + f" / {float(lines[0][6]):.6f}"
    return f"| {workload} | {system} | {cold} | {seconds[0]} | {seconds[1]} | {megabytes:,.0f} | {sums} {why} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--workloads", default=",".join(WORKLOADS))
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=900)
    parser.add_argument("--heap", default="4g")
    args = parser.parse_args()
    args.data = os.path.join(os.path.abspath(args.data), f"scale-{args.scale}")
    os.makedirs(args.data, exist_ok=True)
    systems, workloads = args.systems.split(","), args.workloads.split(",")
    unknown = [name for name in systems if name not in SYSTEMS] + [name for name in workloads if name not in WORKLOADS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; systems are {', '.join(SYSTEMS)}; workloads {', '.join(WORKLOADS)}")
    build(systems)
    make(args, workloads)
    table = ["| workload | system | cold, s | best warm, s | its CPU, s | peak, MiB | pairs / sums |", "|---|---|---|---|---|---|---|"]
    print("\n".join(table), flush=True)
    wrong = 0
    for workload in workloads:
        first = None
        for system in systems:
            if not does(system, workload):
                continue
            lines, megabytes, why = run(system, workload, args)
            table.append(row(system, workload, lines, megabytes, why))
            if lines and not system.endswith("scan"):
                first = first or lines[0]
                if not all(same(first, line) for line in lines):
                    wrong += 1
                    table[-1] += " differs"
            wrong += why.startswith("failed")
            print(table[-1], flush=True)
    with open(f"{args.data}/results.md", "a", encoding="utf-8") as file:
        file.write("\n".join(table) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
