"""Memory does not grow with the scene: measured in processes of their own, with GDAL's cache kept small."""

import os
import subprocess
import sys

import pytest

from support import ROOT

SCRIPT = """
import resource, sys
from pathlib import Path
sys.path[:0] = {places!r}
import toolbox, pytest, numpy as np
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.detection.probability_polygons import probability_polygons
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.core.detection.scene_input import SceneInput
from landslide_toolbox.core.detection.tiling import Tiling
from landslide_toolbox.models.detection.scene import predict_probability
from support import wkt_of
from tiny_detectors import add_architecture, one_band_detector

add_architecture(pytest.MonkeyPatch())
side, folder = int(sys.argv[1]), Path(sys.argv[2])
grid = Grid(wkt_of(32643), (500_000, 10, 0, 4_000_000, 0, -10), side, side)
with create_raster(folder / "scene.tif", grid, [Band("red")], "uint16", 0) as writer:
    block = np.ones((512, 512), np.uint16)
    block[100:160, 100:200] = 9
    for window in grid.windows(512):
        writer.write(block[: window.height, : window.width], window)
detector = one_band_detector(10.0, mean=5.0, chip_size=256)
with open_raster(folder / "scene.tif") as scene:
    with create_raster(folder / "probability.tif", grid, [Band("p")]) as writer:
        predict_probability(detector, Tiling(side, side, 256, 0.25), SceneInput(scene, [0]).read, writer.write)
with open_raster(folder / "probability.tif") as raster:
    assert len(probability_polygons(raster, 0.5, 900, "scene", folder)) == (side // 512) ** 2
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def peak_megabytes(side, folder):
    folder.mkdir()
    environment = {**os.environ, "GDAL_CACHEMAX": "32", "OMP_NUM_THREADS": "1"}
    command = [
        sys.executable,
        "-c",
        SCRIPT.format(places=[str(ROOT / "test"), str(ROOT / "benchmarks")]),
        str(side),
        str(folder),
    ]
    printed = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert printed.returncode == 0, printed.stderr
    return int(printed.stdout.split()[-1])


@pytest.mark.slow
def test_sixteen_times_the_scene_takes_no_more_memory(tmp_path):
    small, large = peak_megabytes(2048, tmp_path / "small"), peak_megabytes(8192, tmp_path / "large")
    whole = 8192**2 * 4 / 2**20
    assert large - small < 0.4 * whole
