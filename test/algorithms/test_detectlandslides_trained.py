"""What a network that was really trained finds in a scene does not depend on how much is read together."""

import numpy as np
import pytest
import torch
from detection_support import MemoryChips, ellipse_chip

from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.detection.detector import save_detector
from landslide_toolbox.models.detection.settings import settings_of
from landslide_toolbox.models.detection.starting_weights import random_start
from landslide_toolbox.models.detection.training import train_detector
from support import make_raster, read_layer

pytestmark = pytest.mark.slow


def trained(path):
    """Train on bright ellipses and write the model file."""
    chips = MemoryChips(size=32, counts=(12, 4, 0))
    chosen = {"architecture": "unet_se", "epochs": 6, "batch_size": 4, "augmentation": ("flips",), "patience": 0}
    settings = settings_of("standard", chosen)
    start = random_start("unet_se", chips.bands, 0)
    found = train_detector(chips, settings, start, torch.device("cpu"), no_progress, never_stop, lambda note: None)
    save_detector(path, found.detector.network, found.detector.card)
    return str(path)


def scene_of_ellipses(path, rows=9, columns=17, size=32):
    """Write a scene of ellipses like those of the chips, at places that have nothing to do with any window."""
    draw = np.random.default_rng(9)
    chips = [[ellipse_chip(draw, 2, size, draw.random() < 0.5).image for _ in range(columns)] for _ in range(rows)]
    whole = np.concatenate([np.concatenate(row, axis=2) for row in chips], axis=1)
    return make_raster(path, whole[:, 5:-7, 3:-2], nodata=float("nan"), names=("red", "nir"))


def test_tile_sizes_give_the_same_polygons(run, tmp_path):
    model, scene = trained(tmp_path / "m.lsm"), scene_of_ellipses(tmp_path / "scene.tif")
    layers = []
    for tile_size in (256, 512, 1024):
        output = str(tmp_path / f"found_{tile_size}.gpkg")
        run("detectlandslides", INPUT=scene, MODEL=model, TILE_SIZE=tile_size, DEVICE="cpu", OUTPUT=output)
        layers.append(read_layer(output)[0])
    assert len(layers[0]) > 30
    for layer in layers[1:]:
        assert len(layer) == len(layers[0])
        for shape, other in zip(layer, layers[0], strict=True):
            assert shape.Intersection(other).GetArea() / shape.Union(other).GetArea() > 0.98
