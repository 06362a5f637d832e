"""Cuts a scene with mapped landslides into training chips: pictures, masks, COCO annotations and statistics on disk."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..ground_scale import ground_cell_size
from ..progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked
from ..raster import GDAL_TYPES, Band, Raster, create_raster
from ..stored_type import storable_nodata
from ..vector import Features, covered, rasterised
from .band_statistics import BandStatistics
from .chip import NO_DATA, SPLITS
from .chip_layout import CellsInChips, ChipLayout
from .chip_split import Split
from .chips import DESCRIPTION
from .coco import annotation, write_annotations

LEAST_DATA = 0.5
"""A chip without landslides needs data in at least this share of its cells."""


@dataclass(frozen=True)
class ChipSource:
    """A scene and the landslides on it: the bands to take (from 0), the layout, and which cells of it are landslide.

    ``area`` holds the polygons, in the scene's reference system, in which all landslides are known; None for the whole scene.
    """

    raster: Raster
    bands: Sequence[int]
    features: Features
    layout: ChipLayout
    cells: CellsInChips
    area: Features | None = None

    def image(self, window: Window) -> np.ndarray:
        """Return float32 (bands, rows, columns) with NaN for nodata."""
        return self.raster.read(window, self.bands)

    def known(self, image: np.ndarray, window: Window) -> np.ndarray:
        """Return bool (rows, columns): where the image of a window has data in every band and landslides are known."""
        known = np.isfinite(image).all(axis=0)
        if self.area is not None and known.any():
            known &= covered(self.area, self.raster.grid, window)
        return known

    def instance(self, landslide: int, window: Window) -> np.ndarray:
        """Return bool (rows, columns): the cells of one landslide in a window."""
        chosen = self.features.chosen([landslide])
        return rasterised(chosen, self.raster.grid, window, [1], bool(self.cells.all_touched[landslide])) > 0


@dataclass
class SplitCount:
    """What one split holds."""

    chips: int = 0
    with_landslides: int = 0
    landslides: set[int] = field(default_factory=set)


@dataclass
class ChipCounts:
    """What was written, and what was left out and why."""

    splits: dict[str, SplitCount] = field(default_factory=lambda: {split: SplitCount() for split in SPLITS})
    across_splits: int = 0
    below_cover: int = 0
    without_data: int = 0


def write_chips(
    folder: Path,
    source: ChipSource,
    split: Split,
    positive: np.ndarray,
    least_cells: int,
    negative_ratio: float,
    seed: int,
    about: dict,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> ChipCounts:
    """Write a folder of chips and return what it holds.

    ``positive`` (chips,) bool marks the chips with enough landslide; ``least_cells`` of it must have data. Chips without any
    landslide are drawn at random until there are ``negative_ratio`` for each positive one of the same split. ``about`` goes
    into dataset.json. Raises InputError when no training chip is left.
    """
    holds_landslide = source.cells.per_chip(len(source.layout)) > 0
    counts = ChipCounts(
        across_splits=int((split.chip[positive] < 0).sum()), below_cover=int((holds_landslide & ~positive).sum())
    )
    writer = _ChipWriter(folder, source)
    expected = max(1, round((1 + negative_ratio) * (split.chip[positive] >= 0).sum()))
    generator = np.random.default_rng(seed)

    def written() -> None:
        stop_if_asked(should_stop)
        progress(min(1.0, writer.chips / expected), "Writing chips")

    for number, name in enumerate(SPLITS):
        in_split = split.chip == number
        count = counts.splits[name]
        for chip in np.flatnonzero(in_split & positive):
            written()
            count.with_landslides += writer.write_positive(int(chip), name, max(least_cells, 1))
        counts.without_data += int((in_split & positive).sum()) - count.with_landslides
        wanted = round(negative_ratio * count.with_landslides)
        negatives = generator.permutation(np.flatnonzero(in_split & ~holds_landslide))
        found = _write_negatives(writer, negatives, name, wanted, written)
        count.chips = count.with_landslides + found
        count.landslides = writer.landslides[name]
    if counts.splits["train"].with_landslides == 0:
        raise InputError(
            "INVENTORY",
            source.features.source,
            "leaves no training chip with a landslide on data; choose a smaller MIN_COVER or CHIP_SIZE",
        )
    writer.finish({**about, "counts": _plain_counts(counts)})
    return counts


def _write_negatives(
    writer: "_ChipWriter", candidates: Sequence[int], split: str, wanted: int, written: Callable[[], None]
) -> int:
    found = 0
    for chip in candidates:
        if found == wanted:
            break
        written()
        found += writer.write_negative(int(chip), split)
    return found


def _plain_counts(counts: ChipCounts) -> dict:
    plain = {
        name: {"chips": c.chips, "with_landslides": c.with_landslides, "landslides": len(c.landslides)}
        for name, c in counts.splits.items()
    }
    left_out = {"across_splits": counts.across_splits, "below_cover": counts.below_cover, "without_data": counts.without_data}
    return {**plain, "left_out": left_out}


class _ChipWriter:
    """Writes chips one by one, and at the end what describes them."""

    def __init__(self, folder: Path, source: ChipSource):
        self._folder = folder
        self._source = source
        self._statistics = BandStatistics(len(source.bands))
        self._images: dict[str, list[dict]] = {split: [] for split in SPLITS}
        self._annotations: dict[str, list[dict]] = {split: [] for split in SPLITS}
        self.landslides: dict[str, set[int]] = {split: set() for split in SPLITS}
        self.chips = 0
        for name in ("images", "masks", "annotations"):
            (folder / name).mkdir()

    def write_positive(self, chip: int, split: str, least_cells: int) -> bool:
        """Write a chip with landslides; return False, writing nothing, when less than ``least_cells`` of them have data."""
        window = self._source.layout.window(chip)
        image = self._source.image(window)
        valid = self._source.known(image, window)
        instances = {i: self._source.instance(i, window) & valid for i in self._source.cells.landslides_of(chip)}
        instances = {i: cells for i, cells in instances.items() if cells.any()}
        mask = np.any(list(instances.values()), axis=0) if instances else np.zeros_like(valid)
        if mask.sum() < least_cells:
            return False
        self._write(window, split, image, mask, valid)
        for landslide, cells in instances.items():
            items = self._annotations[split]
            items.append(annotation(len(items) + 1, len(self._images[split]), cells, int(landslide) + 1))
            self.landslides[split].add(int(landslide))
        return True

    def write_negative(self, chip: int, split: str) -> bool:
        """Write a chip without landslides; return False, writing nothing, when it is mostly without data."""
        window = self._source.layout.window(chip)
        image = self._source.image(window)
        valid = self._source.known(image, window)
        if valid.mean() < LEAST_DATA:
            return False
        self._write(window, split, image, np.zeros_like(valid), valid)
        return True

    def finish(self, about: dict) -> None:
        """Write annotations and dataset.json."""
        title = f"Landslides in {Path(about['source']).name}"
        for split in SPLITS:
            path = self._folder / "annotations" / f"{split}.json"
            write_annotations(path, self._images[split], self._annotations[split], f"{title}, {split}")
        raster = self._source.raster
        description = {
            "bands": [raster.band_names[band] for band in self._source.bands],
            "statistics": self._statistics.summary(),
            "cell_size": ground_cell_size(raster.grid),
            "crs": raster.grid.crs_wkt,
            "chip_size": self._source.layout.size,
            **about,
        }
        text = json.dumps(description, indent=1, ensure_ascii=False)
        (self._folder / DESCRIPTION).write_text(text, encoding="utf-8")

    def _write(self, window: Window, split: str, image: np.ndarray, mask: np.ndarray, valid: np.ndarray) -> None:
        name = f"chip_{window.row:06d}_{window.column:06d}.tif"
        self._write_image(self._folder / "images" / name, image, window)
        grid = self._source.raster.grid.part(window)
        with create_raster(self._folder / "masks" / name, grid, [Band("landslide")], "uint8", NO_DATA) as writer:
            writer.write(np.where(valid, mask, NO_DATA).astype(np.uint8), grid.whole())
        entries = self._images[split]
        entries.append({"id": len(entries) + 1, "file_name": name, "width": window.width, "height": window.height})
        self.chips += 1
        if split == "train":
            self._statistics.add(np.where(valid, image, np.nan))

    def _write_image(self, path: Path, image: np.ndarray, window: Window) -> None:
        raster = self._source.raster
        dtype = raster.dtype.name if raster.dtype.name in GDAL_TYPES else "float32"
        nodata = storable_nodata(raster.nodata[self._source.bands[0]], dtype)
        values = np.where(np.isnan(image), 0 if nodata is None else nodata, image).astype(dtype)
        bands = [Band(raster.band_names[band], raster.band_metadata[band]) for band in self._source.bands]
        grid = raster.grid.part(window)
        with create_raster(path, grid, bands, dtype, nodata) as writer:
            writer.write(values, grid.whole())
