#!/bin/sh
# Installs the kernel "census" for the current user: Java cells with the project's classes, Spark and Iceberg on the class path.
# Needs Jupyter (Debian: apt-get install jupyter-notebook jupyter-nbconvert), JDK 17 and Maven. Run it again after a build.
#   notebooks/install.sh [LAKE]        the lake that the notebooks read; default: lake beside this directory
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$(dirname -- "$here")
lake=${1:-$home/lake}
case $lake in /*) ;; *) lake=$PWD/$lake ;; esac
kernel=rapaio-jupyter-kernel
version=3.0.1

"$home/census" --version >&2 # builds the jar where it is missing or stale
jar=$(find "$home/jobs/pipeline/target" -maxdepth 1 -name 'census-jobs-*-local.jar' | head -n 1)
mvn -q -B dependency:copy "-Dartifact=io.github.padreati:$kernel:$version" "-DoutputDirectory=$here/target"

directory=${JUPYTER_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/jupyter}/kernels/census
mkdir -p "$directory"
opens=
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens="$opens
    \"--add-opens=java.base/$package=ALL-UNNAMED\","
done
text() { printf '%s' "$1" | sed 's/[\\"]/\\&/g'; }
cat >"$directory/kernel.json" <<END
{
  "display_name": "Java (census)",
  "language": "java",
  "interrupt_mode": "message",
  "argv": [
    "java",$opens
    "-Dfile.encoding=UTF-8",
    "-Dcensus.lake=$(text "$lake")",
    "-cp",
    "$(text "$jar"):$(text "$here/target/$kernel-$version.jar")",
    "org.rapaio.jupyter.kernel.MainApp",
    "{connection_file}"
  ]
}
END
echo "$directory/kernel.json: kernel 'Java (census)' reads $lake"
