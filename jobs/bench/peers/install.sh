#!/bin/sh
# Installs the peers that are Debian packages (Debian 12: PostgreSQL 15, PostGIS 3.3.2, GeoPandas 0.12.2, rasterio 1.3.5) and builds the one that is not.
set -e
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_root apt-get install -y --no-install-recommends \
  postgresql-15 'postgresql-15-postgis-3=3.3.2*' 'python3-geopandas=0.12.2*' python3-rtree python3-rasterio
mvn -q -B -f "$(dirname "$0")/sedona/pom.xml" compile
