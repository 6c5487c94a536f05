#!/usr/bin/env python3
"""The loss statistics of a province, from its files to its tables, each step a command in a process of its own.

    jobs/bench/losses.py --data DIR [--counties 150] [--townships 19] [--years 30] [--heap 2g]

Makes the files of a made-up province (`census sample --province`), ingests them into an empty lake under DIR, computes the
statistics, and prints seconds, CPU seconds, rows and peak memory of each. Then it holds every figure that the files' maker
has added up against the lake, and ends with status 1 when one differs.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
import time

import compare

KEY = ["admin_code", "unit_level", "year", "hazard_kind", "basis"]
TABLES = [
    "loss_by_unit_year", "loss_by_event", "loss_by_kind_month", "loss_measure", "reporting_status", "loss_exceedance",
    "loss_indicator",
]


def census(args, *words):
    return compare.java(args.heap, compare.census_classpath(), "org.riskcensus.pipeline.cli.Census", *words)


def measured(args, step, *words):
    """Runs a command to its end: seconds, CPU seconds, MiB at most."""
    log = f"{args.data}/{step}.log"
    start = time.monotonic()
    with open(log, "w", encoding="utf-8") as out:
        process = subprocess.Popen(census(args, *words), stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)  # unlike Popen.wait it tells what the process has used
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{step} failed, see {log}")
    figures = time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print("%s: %.0f s, %.0f CPU s, %.0f MiB" % (step, *figures), file=sys.stderr, flush=True)
    return figures


def query(args, statement):
    """The rows of a statement over the lake, one by one."""
    command = census(args, "sql", statement, "--csv", "--quiet", "--lake", f"{args.data}/lake")
    log = f"{args.data}/sql.log"
    with open(log, "w", encoding="utf-8") as err, \
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=err, text=True, encoding="utf-8") as process:
        yield from csv.DictReader(process.stdout)
    if process.returncode:
        sys.exit(f"failed, see {log}: {statement}")


def expected(args, name):
    with open(f"{args.data}/province/expected/{name}", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def differences(args):
    """Figures that differ, lines that only one side has; and how many lines there are."""
    wanted = {tuple(row.pop(k) for k in KEY): row for row in expected(args, "loss_by_unit_year.csv")}
    lines = len(wanted)
    measures = [name for name in next(iter(wanted.values())) if name != "census_year"]
    found = []
    for row in query(args, f"SELECT {', '.join(KEY + measures)} FROM marts.loss_by_unit_year"):
        key = tuple(row[k] for k in KEY)
        right = wanted.pop(key, None)
        if right is None:
            found.append(f"too many: {key}")
        else:
            found += [f"{key} {m}: {row[m]}, not {right[m]}" for m in measures if not same(right[m], row[m])]
    return found + [f"missing: {key}" for key in wanted], lines


def same(wanted, value):
    if not wanted or not value:
        return wanted == value
    return abs(float(wanted) - float(value)) <= 1e-9 * abs(float(wanted))


def rows(args):
    """What each step has written."""
    filed = sum(int(row["rows_read"]) for row in expected(args, "row_account.csv"))
    statement = "SELECT sum(rows_accepted) AS n FROM ops.row_account WHERE scope = 'file'"
    accepted = sum(int(row["n"]) for row in query(args, statement))
    counts = " UNION ALL ".join(f"SELECT '{table}' AS name, count(*) AS n FROM marts.{table}" for table in TABLES)
    tables = {row["name"]: int(row["n"]) for row in query(args, counts)}
    return {"sample": filed, "ingest": accepted, "losses": sum(tables.values())}, tables


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--counties", default="150")
    parser.add_argument("--townships", default="19")
    parser.add_argument("--years", default="30")
    parser.add_argument("--heap", default="2g")
    args = parser.parse_args()
    compare.build([])
    for made in ["province", "lake"]:
        shutil.rmtree(f"{args.data}/{made}", ignore_errors=True)
    os.makedirs(args.data, exist_ok=True)
    province, lake = f"{args.data}/province", ["--lake", f"{args.data}/lake"]
    size = ["--counties", args.counties, "--townships", args.townships, "--years", args.years]
    steps = {
        "sample": measured(args, "sample", "sample", "--province", "37", *size, "--out", province),
        "ingest": measured(args, "ingest", "ingest", f"{province}/census.yaml", *lake),
        "losses": measured(args, "losses", "losses", f"{province}/census.yaml", *lake),
    }
    written, tables = rows(args)
    print("| step | rows | s | CPU s | MiB |\n|---|---|---|---|---|")
    for step, (seconds, cpu, mebibytes) in steps.items():
        print(f"| `{step}` | {written[step]:,} | {seconds:,.0f} | {cpu:,.0f} | {mebibytes:,.0f} |")
    print(", ".join(f"{n:,} `{table}`" for table, n in tables.items()))
    wrong, lines = differences(args)
    print(f"{lines:,} lines of expected totals, {len(wrong):,} differences")
    for difference in wrong[:20]:
        print(difference)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
