"""Detection from disk to polygons against the bare forward pass of the same network on the same tiles, in one run.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/detection.py [--size 1024] [--chip 128]
        [--share 0.13] [--device cpu]

The network has random weights, so what it finds is noise; the threshold is set so that there are some hundred polygons. The
forward pass alone takes tiles that lie in memory, batch by batch as the scene does; the pipeline also reads, blends,
writes the probability raster and draws polygons.
"""

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401
from osgeo import osr

from landslide_toolbox.core.detection.probability_polygons import probability_polygons
from landslide_toolbox.core.detection.scene_input import SceneInput
from landslide_toolbox.core.detection.tiling import Tiling
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.models.detection.detector import Detector, build_network
from landslide_toolbox.models.detection.scene import predict_probability
from landslide_toolbox.models.device import chosen_device

NAMES = ["blue", "green", "red", "nir"]


def write_scene(path: Path, size: int) -> None:
    """Write a four-band uint16 scene of noise."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    grid = Grid(reference.ExportToWkt(), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), size, size)
    random = np.random.default_rng(0)
    with create_raster(path, grid, [Band(name) for name in NAMES], "uint16", 0) as writer:
        for window in grid.windows(512):
            writer.write(random.integers(1, 4000, (4, window.height, window.width)).astype(np.uint16), window)


def detector_of(chip: int, device: str) -> Detector:
    statistics = [{"mean": 2000.0, "std": 1000.0, "min": 1.0, "max": 4000.0}] * 4
    card = {"architecture": "unet_se", "bands": NAMES, "statistics": statistics, "cell_size": 10.0}
    card |= {"chip_size": chip, "threshold": 0.5}
    return Detector(build_network("unet_se", 4, 0), card, chosen_device(device))


def seconds_of_forward_pass(detector: Detector, tiling: Tiling) -> float:
    tiles = len(tiling.row_starts) * len(tiling.column_starts)
    at_once = max(1, min(tiles, detector.cells_at_once // tiling.size**2))
    batch = np.random.default_rng(0).normal(2000, 1000, (at_once, 4, tiling.size, tiling.size)).astype(np.float32)
    detector.probabilities(batch)  # the first pass also sets the network up
    started = time.perf_counter()
    for first in range(0, tiles, at_once):
        detector.probabilities(batch[: min(at_once, tiles - first)])
    return time.perf_counter() - started


def seconds_of_pipeline(detector: Detector, tiling: Tiling, folder: Path, share: float) -> tuple[float, int]:
    started = time.perf_counter()
    with open_raster(folder / "scene.tif") as raster:
        scene = SceneInput(raster, [0, 1, 2, 3])
        with create_raster(folder / "probability.tif", raster.grid, [Band("landslide_probability")]) as writer:
            predict_probability(detector, tiling, scene.read, writer.write)
    with open_raster(folder / "probability.tif") as probability:
        sample = probability.read(probability.grid.whole().clipped(512, 512))
        found = probability_polygons(probability, float(np.quantile(sample, 1 - share)), 900.0, "scene", folder)
    return time.perf_counter() - started, len(found)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=1024)
    options.add_argument("--chip", type=int, default=128)
    options.add_argument("--device", default="auto")
    options.add_argument("--share", type=float, default=0.13, help="share of the scene that is taken for landslide")
    chosen = options.parse_args()
    detector = detector_of(chosen.chip, chosen.device)
    tiling = Tiling(chosen.size, chosen.size, chosen.chip, 0.25)
    with tempfile.TemporaryDirectory() as folder:
        write_scene(Path(folder) / "scene.tif", chosen.size)
        forward = seconds_of_forward_pass(detector, tiling)
        pipeline, found = seconds_of_pipeline(detector, tiling, Path(folder), chosen.share)
    tiles = len(tiling.row_starts) * len(tiling.column_starts)
    print(f"unet_se on {detector.device}, {chosen.size} × {chosen.size} cells, {tiles} tiles of {chosen.chip}")
    print(f"forward pass alone {forward:.2f} s, disk to {found} polygons {pipeline:.2f} s, ratio {forward / pipeline:.2f}")


if __name__ == "__main__":
    main()
