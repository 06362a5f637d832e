"""Maps of several models over one area: their classes side by side, and how scattered each map is."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..analysis.class_limits import class_numbers
from ..analysis.frequency_ratio import frequency_ratio
from ..progress import Progress, ShouldStop, part, track
from ..raster import open_raster
from ..table import Table
from ..thumbnail import Thumbnail
from .landslide_cells import LandslideCells
from .salt_and_pepper import SaltAndPepper, Scatter
from .susceptibility_classes import class_labels, finder_of, watch_map

METHOD = "natural_breaks"
"""How every map is cut: each at its own breaks, because the values of two models do not mean the same."""


@dataclass(frozen=True)
class ComparedMap:
    """A model's map: cells and landslide cells of its classes (classes,) int64, scatter, and a small picture.

    ``landslide_cells`` is None without an inventory.
    """

    name: str
    cells: np.ndarray
    landslide_cells: np.ndarray | None
    scatter: Scatter
    picture: Thumbnail

    @property
    def area_percent(self) -> np.ndarray:
        """Share of each class in the area (classes,)."""
        return 100 * self.cells / self.cells.sum()

    @property
    def landslide_percent(self) -> np.ndarray:
        """Share of each class in the landslide cells (classes,)."""
        return 100 * self.landslide_cells / self.landslide_cells.sum()

    @cached_property
    def ratios(self) -> np.ndarray:
        """Frequency ratio of each class (classes,), NaN for one without cells."""
        return frequency_ratio(self.cells, self.landslide_cells)


def compared_map(
    name: str,
    path: str | os.PathLike,
    classes: int,
    landslides: LandslideCells | None,
    progress: Progress,
    should_stop: ShouldStop,
) -> ComparedMap:
    """Return what the susceptibility raster at ``path`` says, cut into at most ``classes`` classes; read twice, in strips."""
    with open_raster(path) as raster:
        finder = finder_of(METHOD, classes, "")
        watch_map(finder, raster, None, part(progress, 0.0, 0.5), should_stop)
        limits = np.empty(0) if finder.is_empty else finder.limits()
        cells, found = np.zeros((2, classes), np.int64)
        scatter, picture = SaltAndPepper(raster.grid.cell_area), Thumbnail(raster.grid)
        strips = raster.grid.strips()
        for strip in track(strips, len(strips), f"Classes of {name}", part(progress, 0.5, 1.0), should_stop):
            values = raster.read(strip)[0]
            numbers = np.where(np.isfinite(values), class_numbers(values, limits) + 1, 0)
            scatter.add(values, numbers)
            picture.add(numbers, strip)
            cells += np.bincount(numbers.ravel(), minlength=classes + 1)[1:]
            if landslides is not None:
                found += np.bincount(numbers[landslides.mask(strip)], minlength=classes + 1)[1:]
    return ComparedMap(name, cells, found if landslides is not None else None, scatter.result(), picture)


def maps_table(maps: Sequence[ComparedMap]) -> Table:
    """Return one row per map: how scattered it is, then area, landslides and frequency ratio of each class, lowest first."""
    labels = [label.replace(" ", "_") for label in class_labels(len(maps[0].cells))]
    columns = ["model", "changing_neighbours_percent", "patches_per_km2", "morans_i"]
    columns += [f"area_percent_{label}" for label in labels]
    with_landslides = maps[0].landslide_cells is not None
    if with_landslides:
        columns += [f"{what}_{label}" for what in ("landslide_percent", "frequency_ratio") for label in labels]
    rows = []
    for one in maps:
        row = [one.name, 100 * one.scatter.changing, one.scatter.patches_per_km2, one.scatter.morans_i, *one.area_percent]
        if with_landslides:
            row += [*one.landslide_percent, *one.ratios]
        rows.append([row[0], *map(_none_for_nan, row[1:])])
    return Table(columns, rows)


def side_by_side(maps: Sequence[ComparedMap], what: str) -> Table:
    """Return one row per map and one column per class of ``area_percent``, ``landslide_percent`` or ``ratios``."""
    labels = class_labels(len(maps[0].cells))
    return Table(("model", *labels), [(one.name, *map(_none_for_nan, getattr(one, what))) for one in maps])


def _none_for_nan(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
