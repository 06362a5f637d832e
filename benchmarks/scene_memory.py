"""Peak memory and time of detection from disk to polygons on a small and on a large scene, each in a process of its own.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/scene_memory.py [--sides 2000 20000]

The network looks at one band cell by cell, so that reading, blending, writing and drawing are what is measured; it finds one
body in each square of 2000 cells. The scene is a sparse file. GDAL's cache is kept at 32 MB: it is the one thing that grows,
up to a limit the user sets.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401
import torch
from osgeo import gdal, osr
from torch import nn

from landslide_toolbox.core.detection.probability_polygons import probability_polygons
from landslide_toolbox.core.detection.scene_input import SceneInput
from landslide_toolbox.core.detection.tiling import Tiling
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.models.detection import networks
from landslide_toolbox.models.detection.detector import Detector
from landslide_toolbox.models.detection.networks import Architecture
from landslide_toolbox.models.detection.scene import predict_probability

CHIP, OVERLAP, EVERY = 256, 0.25, 2000


class Bright(nn.Module):
    """Landslide where the first band is over its mean."""

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        """Return logits (n, h, w)."""
        return 10 * tiles[:, 0]


def write_scene(path: Path, side: int) -> None:
    """Write a sparse scene of zeros with a bright body of 100 × 150 cells in each square of 2000 cells."""
    options = ["TILED=YES", "SPARSE_OK=TRUE", "COMPRESS=DEFLATE"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_UInt16, options)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform((500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0))
    for row in range(300, side, EVERY):
        for column in range(500, side, EVERY):
            dataset.GetRasterBand(1).WriteArray(np.full((100, 150), 100, np.uint16), column, row)


def detect(side: int, folder: Path) -> int:
    """Detect in a scene of ``side`` cells and return how many polygons there are."""
    networks.ARCHITECTURES["bright"] = Architecture(lambda bands: Bright(), False, 1)
    card = {"architecture": "bright", "bands": ["red"], "cell_size": 10.0, "chip_size": CHIP, "threshold": 0.5}
    card["statistics"] = [{"mean": 50.0, "std": 10.0, "min": 0.0, "max": 100.0}]
    detector = Detector(Bright(), card, torch.device("cpu"))
    write_scene(folder / "scene.tif", side)
    with (
        open_raster(folder / "scene.tif") as scene,
        create_raster(folder / "probability.tif", scene.grid, [Band("landslide_probability")]) as writer,
    ):
        predict_probability(detector, Tiling(side, side, CHIP, OVERLAP), SceneInput(scene, [0]).read, writer.write)
    with open_raster(folder / "probability.tif") as probability:
        return len(probability_polygons(probability, 0.5, 900.0, "scene", folder))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sides", type=int, nargs="+", default=[2000, 20_000])
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one is not None:
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            found = detect(chosen.one, Path(folder))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seconds = time.perf_counter() - started
            print(f"{chosen.one}² cells, {found} polygons: peak {peak:.0f} MB, {seconds:.0f} s", flush=True)
        return
    for side in chosen.sides:
        environment = {**os.environ, "GDAL_CACHEMAX": "32"}
        subprocess.run([sys.executable, __file__, "--one", str(side)], env=environment, check=True)


if __name__ == "__main__":
    main()
