"""Distance to features of a raster of 10⁷ cells: time, memory and error against what a user would run instead.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/distance.py

Instead, a user rasterises the features and runs GDAL's proximity ("Proximity (raster distance)" in QGIS), or SciPy's exact
transform, on a raster widened so that features outside count. The reference for errors is SciPy's transform.
"""

import time

import numpy as np
import toolbox  # noqa: F401
from osgeo import gdal, ogr, osr

from landslide_toolbox.core.factors.distance import distance_field
from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.vector import Features, rasterised

SIDE = 3200
CELL = 30.0
MARGIN = 600
"""Cells by which the raster is widened for the others; enough for these roads."""


def grid() -> Grid:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    return Grid(reference.ExportToWkt(), (500_000.0, CELL, 0.0, 4_000_000.0, 0.0, -CELL), SIDE, SIDE)


def winding_roads(count: int = 60) -> Features:
    """Return lines that wander over the raster and beyond it."""
    random = np.random.default_rng(0)
    west, south, east, north = grid().bounds
    roads = []
    for _ in range(count):
        bearing = random.uniform(0, 2 * np.pi) + np.cumsum(random.normal(0, 0.15, 400))
        x = random.uniform(west, east) + np.cumsum(150 * np.sin(bearing))
        y = random.uniform(south, north) + np.cumsum(150 * np.cos(bearing))
        line = ogr.Geometry(ogr.wkbLineString)
        for point in zip(x, y, strict=True):
            line.AddPoint_2D(*point)
        roads.append(bytes(line.ExportToWkb()))
    return Features(roads, {}, grid().crs_wkt, "roads")


def of_toolbox(roads: Features) -> np.ndarray:
    field, cells = distance_field(roads, grid()), grid()
    result = np.empty((SIDE, SIDE), dtype=np.float32)
    for window in cells.windows(1024):
        result[window.row : window.row + window.height, window.column : window.column + window.width] = field.read(window)
    return result


def of_gdal(roads: Features) -> np.ndarray:
    touched = widened(roads)
    source = gdal.GetDriverByName("MEM").Create("", touched.shape[1], touched.shape[0], 1)
    source.GetRasterBand(1).WriteArray(touched)
    target = gdal.GetDriverByName("MEM").Create("", touched.shape[1], touched.shape[0], 1, gdal.GDT_Float32)
    gdal.ComputeProximity(source.GetRasterBand(1), target.GetRasterBand(1), ["VALUES=1", "DISTUNITS=PIXEL"])
    return inner(target.ReadAsArray()) * CELL


def of_scipy(roads: Features) -> np.ndarray:
    from scipy.ndimage import distance_transform_edt

    return inner(distance_transform_edt(widened(roads) == 0, sampling=CELL))


def widened(roads: Features) -> np.ndarray:
    return rasterised(roads, grid(), Window(0, 0, SIDE, SIDE).grown(MARGIN), np.ones(len(roads))).astype(np.uint8)


def inner(values: np.ndarray) -> np.ndarray:
    return values[MARGIN:-MARGIN, MARGIN:-MARGIN]


def main() -> None:
    ways = {"toolbox": of_toolbox, "gdal": of_gdal, "scipy": of_scipy}
    roads, results, seconds = winding_roads(), {}, {}
    for name, way in ways.items():
        started = time.perf_counter()
        results[name] = way(roads)
        seconds[name] = time.perf_counter() - started
    print(f"cells {SIDE * SIDE:,}")
    for name in ways:
        error = np.abs(results[name] - results["scipy"])
        print(
            f"{name:8} {seconds[name]:6.1f} s  ratio to toolbox {seconds[name] / seconds['toolbox']:.2f}  "
            f"largest error {error.max():.3f} m, cells off by more than 1 cm {(error > 0.01).mean():.4%}"
        )


if __name__ == "__main__":
    main()
