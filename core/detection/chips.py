"""Training chips on disk, opened for reading: pictures of one size with their landslides. Needs no GDAL to import."""

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..progress import Progress, ShouldStop, never_stop, no_progress
from .chip import NO_DATA, SPLITS, Chip
from .coco import cells_of, read_annotations

if TYPE_CHECKING:
    from .picture_chips import PictureChips

DESCRIPTION = "dataset.json"


class ChipSet:
    """A folder of chips. Use ``open_chips``."""

    def __init__(self, folder: Path, description: dict, splits: dict[str, dict], parameter: str):
        self.folder = folder
        self.notes: list[str] = []
        self.description = description
        self.bands: list[str] = description["bands"]
        self.statistics: list[dict[str, float]] = description["statistics"]
        self.cell_size: float | None = description["cell_size"]
        self.chip_size: int = description["chip_size"]
        self._parameter = parameter
        self._names = {split: [image["file_name"] for image in content["images"]] for split, content in splits.items()}
        self._segmentations = _segmentations_by_name(splits)

    def names(self, split: str) -> list[str]:
        """Return the names of the chips of ``train``, ``val`` or ``test``."""
        return list(self._names[split])

    def landslide_count(self, split: str) -> int:
        """Return how many landslides the chips of a split show; one that several chips show counts in each."""
        return sum(len(self._segmentations[name]) for name in self._names[split])

    def read(self, name: str) -> Chip:
        """Return one chip; raises InputError when a file is missing or of another size than the data set says."""
        image = self._read_raster(self.folder / "images" / name, len(self.bands))
        mask = np.nan_to_num(self._read_raster(self.folder / "masks" / name, 1)[0], nan=NO_DATA).astype(np.uint8)
        # padding beyond the scene is nodata by the mask alone where the picture's type has no value to spare for it
        image[:, mask == NO_DATA] = np.nan
        instances = [cells_of(segmentation, *mask.shape) for segmentation in self._segmentations[name]]
        return Chip(image, mask, instances)

    def _read_raster(self, path: Path, bands: int) -> np.ndarray:
        from ..raster import open_raster  # GDAL, which a server that only trains on arrays may lack

        if not path.is_file():
            raise InputError(
                self._parameter, self.folder, f"lacks the file {path.name} in {path.parent.name}; make the chips again"
            )
        with open_raster(path, self._parameter) as raster:
            found = (raster.band_count, raster.grid.height, raster.grid.width)
            if found != (bands, self.chip_size, self.chip_size):
                raise InputError(
                    self._parameter,
                    path,
                    f"has {found[0]} bands of {found[2]} × {found[1]} cells where the data set says {bands} of "
                    f"{self.chip_size} × {self.chip_size}; make the chips again",
                )
            return raster.read(Window(0, 0, self.chip_size, self.chip_size))


def open_chips(
    folder: str | os.PathLike,
    parameter: str = "CHIPS",
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> "ChipSet | PictureChips":
    """Open a folder of chips, or a COCO data set of plain pictures, whose train pictures are read once for their statistics.

    Raises InputError for a folder that is neither or has no annotations.
    """
    path = Path(folder)
    description = _description(path, parameter)
    if description is None:
        from .picture_chips import PictureChips  # which builds on this module

        return PictureChips(path, parameter, progress, should_stop)
    missing = {"bands", "statistics", "cell_size", "chip_size"} - set(description)
    if missing:
        raise InputError(parameter, folder, f"has a {DESCRIPTION} without {', '.join(sorted(missing))}; make the chips again")
    splits = {}
    for split in SPLITS:
        annotations = path / "annotations" / f"{split}.json"
        if not annotations.is_file():
            raise InputError(parameter, folder, f"holds no annotations/{split}.json; make the chips again")
        splits[split] = read_annotations(annotations, parameter)
    return ChipSet(path, description, splits, parameter)


def _description(folder: Path, parameter: str) -> dict | None:
    """Return what the toolbox wrote about its chips; None for a folder that it did not make."""
    path = folder / DESCRIPTION
    if not path.is_file():
        return None
    try:
        description = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise InputError(parameter, folder, f"has a damaged {DESCRIPTION}; make the chips again") from None
    return None if not isinstance(description, dict) or "images" in description else description


def _segmentations_by_name(splits: dict[str, dict]) -> dict[str, list]:
    segmentations = defaultdict(list)
    for content in splits.values():
        names = {image["id"]: image["file_name"] for image in content["images"]}
        for item in content["annotations"]:
            segmentations[names[item["image_id"]]].append(item["segmentation"])
    return segmentations
