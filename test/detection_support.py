"""Tiny sets of chips, in memory and on disk, easy enough to be learnt in seconds."""

import json

import numpy as np
import torch

from landslide_toolbox.core.detection.chip import SPLITS, Chip
from landslide_toolbox.core.detection.coco import annotation, write_annotations

# on tiny chips the threads' waiting for each other costs more than their work, above all on a busy machine
torch.set_num_threads(1)


class MemoryChips:
    """Bright ellipses on a noisy ground; has what training needs of a set of chips.

    ``counts`` gives chips per split; a split in ``without_landslides`` shows ground only; ``constant_band`` has one value.
    """

    def __init__(self, bands=("red", "nir"), size=32, counts=(4, 2, 2), seed=0, without_landslides=(), constant_band=None):
        draw = np.random.default_rng(seed)
        self.bands = list(bands)
        self.chip_size = size
        self.cell_size = 10.0
        self.description = {"source": "memory"}
        self._splits = {split: [f"{split}_{i}.tif" for i in range(count)] for split, count in zip(SPLITS, counts, strict=True)}
        self._chips = {
            name: ellipse_chip(draw, len(bands), size, split not in without_landslides, constant_band)
            for split, names in self._splits.items()
            for name in names
        }
        train = np.stack([self._chips[name].image for name in self._splits["train"]])
        self.statistics = [
            {"mean": float(np.nanmean(band)), "std": float(np.nanstd(band)), "min": 0.0, "max": 1e4}
            for band in train.transpose(1, 0, 2, 3)
        ]

    def names(self, split):
        return list(self._splits[split])

    def read(self, name):
        return self._chips[name]


def ellipse_chip(draw, bands, size, landslide=True, constant_band=None):
    """Return a chip with one landslide 1000 units brighter than the ground, noise of 200, and a corner without data."""
    rows, columns = np.mgrid[:size, :size]
    centre = draw.uniform(0.3, 0.7, 2) * size
    radii = draw.uniform(0.12, 0.25, 2) * size
    cells = ((rows - centre[0]) / radii[0]) ** 2 + ((columns - centre[1]) / radii[1]) ** 2 <= 1 if landslide else rows < 0
    image = draw.normal(3000, 200, (bands, size, size)) + 1000 * cells
    if constant_band is not None:
        image[constant_band] = 7
    mask = cells.astype(np.uint8)
    image[:, :2, :3] = np.nan
    mask[:2, :3] = 255
    return Chip(image.astype(np.float32), mask, [cells & (mask != 255)] if landslide else [])


def write_chips(folder, **options):
    """Write a MemoryChips set as a folder of chips. Returns the folder."""
    from support import make_raster  # which needs GDAL, as chips in memory do not

    chips = MemoryChips(**options)
    for name in ("images", "masks", "annotations"):
        (folder / name).mkdir(parents=True)
    for split in SPLITS:
        images, annotations = [], []
        for name in chips.names(split):
            chip = chips.read(name)
            make_raster(folder / "images" / name, chip.image, nodata=float("nan"), names=chips.bands)
            make_raster(folder / "masks" / name, chip.mask, nodata=255)
            images.append({"id": len(images) + 1, "file_name": name, "width": chips.chip_size, "height": chips.chip_size})
            annotations += [annotation(len(annotations) + 1, len(images), cells, 0) for cells in chip.instances]
        write_annotations(folder / "annotations" / f"{split}.json", images, annotations, "test")
    description = {"bands": chips.bands, "statistics": chips.statistics, "cell_size": chips.cell_size}
    (folder / "dataset.json").write_text(json.dumps(description | {"chip_size": chips.chip_size, "source": "memory"}))
    return folder
