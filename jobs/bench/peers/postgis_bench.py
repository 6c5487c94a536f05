"""A workload in PostGIS, from the same CSV files: postgis_bench.py DIR WORKLOAD RUNS.

Starts a PostgreSQL of its own on a private data directory, reachable through a socket in it alone, as the user `postgres`
when called by root, and stops it again. The cold run loads the files, makes geometry and GiST indexes, and joins; later
ones only join. Prints the lines that CensusBench does; CPU seconds are those of all processes of the server.
"""

import glob
import os
import shutil
import subprocess
import sys
import time

BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "2GB",
    "work_mem": "256MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "4GB",
    "fsync": "off",
    "max_parallel_workers_per_gather": "2",
    "max_parallel_maintenance_workers": "2",
    "min_parallel_table_scan_size": "0",
    "random_page_cost": "1.1",
}
PAIRS = {
    "overlap": "SELECT l.id l, r.id r, r.class, ST_Area(ST_Intersection(l.geom, r.geom)) area"
    " FROM lefts l JOIN rights r ON ST_Intersects(l.geom, r.geom)",
    "nearest": "SELECT l.id l, n.id r, 0 AS class, 0.0::float8 area FROM lefts l CROSS JOIN LATERAL"
    " (SELECT r.id FROM rights r ORDER BY l.geom <-> r.geom LIMIT 1) n",
    "within": "SELECT l.id l, r.id r, 0 AS class, 0.0::float8 area FROM lefts l JOIN rights r ON ST_Within(l.geom, r.geom)",
}
SUMS = "SELECT count(*), sum(l), sum(r), sum(area) FROM ({pairs}) p"
BUILDINGS = (
    "SELECT sum(n), sum(highest * l), sum(r), sum(area) FROM (SELECT l, count(*) n, max(class) highest, sum(r) r,"
    " sum(area) area FROM ({pairs}) p GROUP BY l) b"
)


def as_postgres(command):
    return ["runuser", "-u", "postgres", "--"] + command if os.getuid() == 0 else command


class Server:
    """A server that lives as long as the measurement."""

    def __init__(self, home):
        self.home = home
        shutil.rmtree(home, ignore_errors=True)
        os.makedirs(home)
        if os.getuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        data = os.path.join(home, "data")
        quiet = {"stdout": subprocess.DEVNULL, "cwd": home}
        subprocess.run(as_postgres([f"{BIN}/initdb", "-D", data, "-A", "trust", "-U", "postgres"]), check=True, **quiet)
        options = [part for key, value in SETTINGS.items() for part in ("-c", f"{key}={value}")]
        self.log = open(os.path.join(home, "log"), "w", encoding="utf-8")
        self.process = subprocess.Popen(
            as_postgres([f"{BIN}/postgres", "-D", data, "-k", home] + options), stderr=self.log, stdout=self.log, cwd=home
        )
        for _ in range(100):
            if subprocess.run([f"{BIN}/pg_isready", "-q", "-h", home], check=False).returncode == 0:
                return
            time.sleep(0.2)
        raise RuntimeError(f"PostgreSQL does not start, see {home}/log")

    def sql(self, text):
        command = ["psql", "-h", self.home, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-qAt", "-F", " ", "-c", text]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    def copy(self, table, path):
        with open(path, "rb") as rows:
            command = ["psql", "-h", self.home, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-q"]
            command += ["-c", f"COPY {table} FROM STDIN WITH (FORMAT csv, HEADER)"]
            subprocess.run(command, check=True, stdin=rows)

    def cpu(self):
        """User and system seconds of the server, of its processes, and of those that have ended (a backend may not be gone yet)."""
        pids = subprocess.run(["pgrep", "-f", f"{BIN}/postgres -D {self.home}"], capture_output=True, text=True, check=False)
        server = next(pid for pid in pids.stdout.split() if os.path.basename(os.readlink(f"/proc/{pid}/exe")) == "postgres")
        ticks = sum(self.fields(server)[11:15])
        children = subprocess.run(["pgrep", "-P", server], capture_output=True, text=True, check=False).stdout.split()
        return (ticks + sum(sum(self.fields(pid)[11:13]) for pid in children)) / os.sysconf("SC_CLK_TCK")

    @staticmethod
    def fields(pid):
        """The numbers after the state in a process's stat; none where it has ended meanwhile."""
        try:
            with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
                return [0] + [int(field) for field in stat.read().rsplit(")", 1)[1].split()[1:]]
        except FileNotFoundError:
            return []

    def stop(self):
        data = os.path.join(self.home, "data")
        subprocess.run(as_postgres([f"{BIN}/pg_ctl", "stop", "-s", "-m", "fast", "-D", data]), check=False, cwd=self.home)
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)


def load(server, directory, work):
    for side in ("left", "right"):
        path = f"{directory}/{work}/{side}.csv"
        with open(path, encoding="utf-8") as rows:
            points = "x" in rows.readline().strip().split(",")
        table = side + "s"
        columns = "id bigint, x float8, y float8" if points else "id bigint, class int, wkt text"
        geometry = "ST_MakePoint(x, y)" if points else "ST_GeomFromText(wkt)"
        server.sql(f"CREATE UNLOGGED TABLE {side}_file ({columns})")
        server.copy(side + "_file", path)
        kept = "id" if points else "id, class"
        server.sql(f"CREATE UNLOGGED TABLE {table} AS SELECT {kept}, {geometry} AS geom FROM {side}_file")
        server.sql(f"DROP TABLE {side}_file")
        server.sql(f"CREATE INDEX ON {table} USING gist (geom)")
        server.sql(f"ANALYZE {table}")


def main():
    directory, work, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    server = Server(os.path.abspath(os.path.join(directory, "postgis")))
    try:
        server.sql("CREATE EXTENSION postgis")
        pairs = PAIRS.get("overlap" if work == "buildings" else work, PAIRS["within"])
        query = (BUILDINGS if work == "buildings" else SUMS).format(pairs=pairs)
        for run in range(runs):
            start, cpu = time.perf_counter(), server.cpu()
            if not run:
                load(server, directory, work)
            row = server.sql(query)
            wall, used = time.perf_counter() - start, server.cpu() - cpu
            print(f"RESULT {'warm' if run else 'cold'} {wall:.3f} {used:.3f} {row}", flush=True)
    finally:
        server.stop()


if __name__ == "__main__":
    main()
