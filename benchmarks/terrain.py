"""Terrain factors of synthetic DEMs: time against gdaldem and pyflwdir, in one run, and the memory they take.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/terrain.py [--size 4096]

gdaldem writes slope, aspect, TRI and roughness one after the other: four rasters where the toolbox writes eight bands. Both are
timed as QGIS runs them, the toolbox in its process and gdaldem as a command; gdaldem with the creation options of the toolbox's
own rasters, and with none, which leaves its rasters uncompressed. Heights are in whole metres, as SRTM, ASTER and AW3D30 have
them, or have fractions, and then their factors hardly compress. Most of the toolbox's time is compression, which threads share:
more cores, better ratios. pyflwdir fills depressions and accumulates D8 flow in memory; the
toolbox also reads the DEM, routes MFD and writes both indices. Compilation is reported by itself.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401
from osgeo import gdal, osr

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.hydrology.choices import MFD, flow_memory
from landslide_toolbox.core.raster import Band, create_raster
from landslide_toolbox.core.terrain.catalogue import FLOW_FACTORS, TERRAIN_FACTORS, ZEVENBERGEN_THORNE
from landslide_toolbox.core.terrain.dem import open_dem

LOCAL_FACTORS = [name for name in TERRAIN_FACTORS if name not in FLOW_FACTORS]
GDALDEM = (("slope", "-alg", "ZevenbergenThorne"), ("aspect", "-alg", "ZevenbergenThorne"), ("TRI",), ("roughness",))
SAME_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "NUM_THREADS=ALL_CPUS"]
ROUNDS = 3


def write_dem(path: Path, size: int, whole_metres: bool = False) -> None:
    """Write a fractal DEM of ``size`` × ``size`` cells of 30 m, with 2000 m between its lowest and highest cell."""
    random = np.random.default_rng(0)
    frequency = np.hypot(np.fft.fftfreq(size)[:, np.newaxis], np.fft.rfftfreq(size))
    frequency[0, 0] = 1
    spectrum = np.fft.rfft2(random.standard_normal((size, size), dtype=np.float32)) * frequency**-1.8
    heights = np.fft.irfft2(spectrum, s=(size, size))
    heights = 100 + 2000 * (heights - heights.min()) / np.ptp(heights)
    heights = np.round(heights) if whole_metres else heights
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    grid = Grid(reference.ExportToWkt(), (500_000.0, 30.0, 0.0, 4_000_000.0, 0.0, -30.0), size, size)
    with create_raster(path, grid, [Band("altitude")]) as writer:
        writer.write(heights.astype(np.float32), grid.whole())


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def derive(path: Path, names: list[str], output: Path) -> None:
    """Derive factors as the algorithm does."""
    from landslide_toolbox.core.hydrology.flow import specific_catchment_area
    from landslide_toolbox.core.terrain.blocks import TerrainBlocks
    from landslide_toolbox.core.terrain.stack import write_terrain_factors

    with open_dem(path) as dem:
        area = specific_catchment_area(dem, MFD, "fill")[0] if set(FLOW_FACTORS) & set(names) else None
        write_terrain_factors(dem, TerrainBlocks(names, ZEVENBERGEN_THORNE, 9, dem.grid, area), output, {})


def gdaldem(path: Path, folder: Path, creation_options: list[str]) -> None:
    written = [word for option in creation_options for word in ("-co", option)]
    for processing, *options in GDALDEM:
        target = folder / f"{processing}.tif"
        subprocess.run(["gdaldem", processing, path, target, "-q", "-compute_edges", *options, *written], check=True)


def accumulate_with_pyflwdir(heights: np.ndarray) -> None:
    import pyflwdir

    pyflwdir.from_dem(heights, nodata=-9999.0, outlets="edge").upstream_area("cell")


def report(label: str, ours: float, theirs: float) -> None:
    print(f"{label:<56} {ours:6.2f} s against {theirs:6.2f} s: ratio {theirs / ours:.2f}")


def peak_memory() -> int:
    """Return the most memory this process has held, in bytes (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024


def peak_in_another_process(path: Path, task: str) -> int:
    """Return the peak bytes of deriving ``local`` or ``flow`` factors beyond what imports and a small DEM take."""
    command = [sys.executable, __file__, "--task", task, "--dem", str(path)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def run_task(task: str, path: Path) -> None:
    """Print peak bytes beyond what imports, machine code and GDAL's cache take."""
    names = list(FLOW_FACTORS) if task == "flow" else LOCAL_FACTORS
    gdal.SetCacheMax(64 * 2**20)
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.tif"
        write_dem(small, 1024)
        derive(small, names, Path(folder) / "out.tif")
        before = peak_memory()
        derive(path, names, Path(folder) / "out.tif")
    print(peak_memory() - before)


def compare_local(path: Path, folder: Path, heights: str) -> None:
    """Time eight factors against gdaldem's four, the fastest of several rounds in which all take their turn."""
    output = folder / "out.tif"
    runs = {
        "ours": lambda: derive(path, LOCAL_FACTORS, output),
        "uncompressed": lambda: gdaldem(path, folder, []),
        "with the same options": lambda: gdaldem(path, folder, SAME_OPTIONS),
    }
    fastest = {label: min(times) for label, times in zip(runs, zip(*_rounds(runs), strict=True), strict=True)}
    sizes = f"{output.stat().st_size / 1e6:.0f} MB, uncompressed {band_bytes(path) * len(LOCAL_FACTORS) / 1e6:.0f}"
    print(f"eight factors of heights {heights}: {sizes}")
    for label in ("with the same options", "uncompressed"):
        report(f"  against gdaldem's four, {label}", fastest["ours"], fastest[label])


def _rounds(runs: dict) -> list[list[float]]:
    return [[seconds(action) for action in runs.values()] for _ in range(ROUNDS)]


def band_bytes(path: Path) -> int:
    """Return the bytes of one band as float32."""
    dataset = gdal.Open(str(path))
    return dataset.RasterXSize * dataset.RasterYSize * 4


def compare(size: int, folder: Path) -> None:
    path, whole, small, output = (folder / name for name in ("dem.tif", "whole.tif", "small.tif", "out.tif"))
    write_dem(path, size)
    write_dem(whole, size, whole_metres=True)
    write_dem(small, 64)
    print(f"DEM of {size} × {size} cells, {os.cpu_count()} cores")
    first = seconds(lambda: derive(small, list(TERRAIN_FACTORS), output))
    print(f"imports and compilation, or machine code kept from an earlier run: {first:.2f} s")
    compare_local(whole, folder, "in whole metres")
    compare_local(path, folder, "with fractions")
    compare_flow(path, output)
    with open_dem(path) as dem:
        usual, most = flow_memory(dem.grid)
    for task in ("local", "flow"):
        peak = peak_in_another_process(path, task)
        print(f"peak memory of {task} factors: {peak / 1e6:.0f} MB, {peak / size**2:.1f} bytes per cell")
    print(f"stated before flow starts: about {usual / 1e6:.0f} MB, at most {most / 1e6:.0f} MB")


def compare_flow(path: Path, output: Path) -> None:
    heights = gdal.Open(str(path)).ReadAsArray()
    accumulate_with_pyflwdir(heights[:64, :64])
    ours = seconds(lambda: derive(path, list(FLOW_FACTORS), output))
    report("TWI and SPI (MFD) against pyflwdir's D8 accumulation", ours, seconds(lambda: accumulate_with_pyflwdir(heights)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=4096, help="cells a side of the DEM")
    parser.add_argument("--task", help=argparse.SUPPRESS)
    parser.add_argument("--dem", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        run_task(options.task, options.dem)
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(options.size, Path(folder))


if __name__ == "__main__":
    main()
