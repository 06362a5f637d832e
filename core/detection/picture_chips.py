"""A COCO data set of plain pictures, read as training chips."""

from pathlib import Path

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..progress import Progress, ShouldStop, track
from .band_statistics import BandStatistics
from .chip import NO_DATA, SPLITS, Chip
from .coco import cells_of
from .coco_dataset import Picture, read_coco_dataset

COLOURS = ("red", "green", "blue")


class PictureChips:
    """Pictures of any size up to the largest, which is the size of the chips; smaller ones end in nodata to the right and
    below. Bands are named as in the files, or by colour; ``cell_size`` is None where the first picture is nowhere on earth.
    ``notes`` say what a user should know. Has what ``core.detection.chips.ChipSet`` has. Use ``open_chips``."""

    def __init__(self, folder: Path, parameter: str, progress: Progress, should_stop: ShouldStop):
        dataset = read_coco_dataset(folder, parameter)
        self.folder = folder
        self._parameter = parameter
        self._pictures = {picture.name: picture for pictures in dataset.splits.values() for picture in pictures}
        self._names = {split: [picture.name for picture in pictures] for split, pictures in dataset.splits.items()}
        if not self._pictures:
            raise InputError(parameter, folder, "lists no images in its annotations; add some")
        self.notes = dataset.notes
        self.chip_size: int = max(max(picture.width, picture.height) for picture in self._pictures.values())
        self.bands, self.cell_size = self._bands_and_cell_size(next(iter(self._pictures.values())))
        statistics = BandStatistics(len(self.bands))
        train = self._names["train"]
        for name in track(train, len(train), "Reading the train pictures", progress, should_stop):
            statistics.add(self._image(self._pictures[name]))
        self.statistics: list[dict[str, float]] = statistics.summary()
        counts = {split: len(self._names[split]) for split in SPLITS}
        self.description = {"bands": self.bands, "source": str(folder), "pictures": counts, "chip_size": self.chip_size}

    def names(self, split: str) -> list[str]:
        """Return the names of the chips of ``train``, ``val`` or ``test``."""
        return list(self._names[split])

    def landslide_count(self, split: str) -> int:
        """Return how many landslides the chips of a split show."""
        return sum(len(self._pictures[name].segmentations) for name in self._names[split])

    def read(self, name: str) -> Chip:
        """Return one chip; raises InputError when the picture is not as its annotations say."""
        picture = self._pictures[name]
        image = self._image(picture)
        known = np.isfinite(image).all(axis=0)
        instances = [self._cells(segmentation, picture) for segmentation in picture.segmentations]
        instances = [self._padded(cells) & known for cells in instances]
        mask = np.where(known, np.any(instances, axis=0) if instances else 0, NO_DATA).astype(np.uint8)
        return Chip(image, mask, [cells for cells in instances if cells.any()])

    def _image(self, picture: Picture) -> np.ndarray:
        """Return float32 (bands, chip size, chip size) with NaN where any band has no data."""
        from ..raster import open_raster  # GDAL, which a server that only trains on arrays may lack

        with open_raster(picture.path, self._parameter) as raster:
            size = (raster.grid.width, raster.grid.height)
            if size != (picture.width, picture.height):
                problem = (
                    f"has {size[0]} × {size[1]} cells where its annotations say {picture.width} × {picture.height}; "
                    "take the picture that was annotated"
                )
                raise InputError(self._parameter, picture.path, problem)
            if len(raster.data_bands) != len(self.bands):
                problem = (
                    f"has {len(raster.data_bands)} bands where other pictures have {len(self.bands)}; give all the same bands"
                )
                raise InputError(self._parameter, picture.path, problem)
            image = raster.read(Window(0, 0, self.chip_size, self.chip_size), raster.data_bands)
        image[:, ~np.isfinite(image).all(axis=0)] = np.nan
        return image

    def _bands_and_cell_size(self, picture: Picture) -> tuple[list[str], float | None]:
        from ..ground_scale import ground_cell_size
        from ..raster import open_raster

        with open_raster(picture.path, self._parameter) as raster:
            if "palette" in raster.colours:
                problem = 'has colours from a palette; make it red, green and blue with "PCT to RGB"'
                raise InputError(self._parameter, picture.path, problem)
            names = [raster.band_names[band] for band in raster.data_bands]
            colours = [raster.colours[band] for band in raster.data_bands]
            if tuple(colours[:3]) == COLOURS and names[0] == "band_1":
                names[:3] = COLOURS
            return names, ground_cell_size(raster.grid) if raster.grid.crs_wkt else None

    def _cells(self, segmentation: list | dict, picture: Picture) -> np.ndarray:
        try:
            return cells_of(segmentation, picture.height, picture.width)
        except (ValueError, TypeError, KeyError):
            problem = "has an annotation that is neither polygons nor run lengths of its size; outline the landslide again"
            raise InputError(self._parameter, picture.path, problem) from None

    def _padded(self, cells: np.ndarray) -> np.ndarray:
        whole = np.zeros((self.chip_size, self.chip_size), dtype=bool)
        whole[: cells.shape[0], : cells.shape[1]] = cells
        return whole
