"""Categories on the cells of a grid, window by window, from polygons with a field or from a raster of classes."""

from collections.abc import Sequence

import numpy as np

from ..analysis.class_table import value_key
from ..errors import InputError
from ..factor import CATEGORICAL
from ..factor_stack import factor_of_band
from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster
from ..vector import Features, on_grid
from .categories import LARGEST_CODE, Coding, coding_of
from .feature_index import FeatureIndex
from .resampling import BandOnGrid

MOST_CATEGORIES = 1000
"""A band with more different values than this holds measurements, not classes."""


class PolygonCategories:
    """The codes of polygons on a grid: a cell has the class of the polygon that holds its centre, the last one of several."""

    def __init__(self, features: Features, grid: Grid, values: Sequence, coding: Coding):
        self.coding = coding
        self._grid = grid
        codes = [coding.codes[value_key(value)] for value in values]
        self._code_of_number = np.array([np.nan, *codes], dtype=np.float32)
        self._index = FeatureIndex(features)
        self._reversed = FeatureIndex(features.chosen(range(len(features) - 1, -1, -1)))
        self._seen = np.zeros(len(features) + 1, dtype=bool)
        self._overlapped = 0

    def read(self, window: Window) -> np.ndarray:
        """Return float32 (rows, columns) of codes, NaN where no polygon is."""
        part = self._grid.part(window)
        numbers = self._index.rasterised(part, all_touched=False).astype(np.int64)
        codes = self._code_of_number[numbers]
        # the polygon lowest in the pile differs from the highest where polygons of two classes overlap
        lowest = len(self._seen) - self._reversed.rasterised(part, all_touched=False).astype(np.int64)
        lowest[numbers == 0] = 0
        self._overlapped += int((self._code_of_number[lowest] != codes)[numbers > 0].sum())
        self._seen[numbers] = True
        return codes

    def notes(self) -> list[str]:
        """Return what to know about the cells read so far."""
        unseen = int((~self._seen[1:]).sum())
        return [
            f"{count} {what}."
            for count, what in (
                (
                    self._overlapped,
                    "cells lie in overlapping polygons of different classes; they have the class of the last one",
                ),
                (unseen, f"of {len(self._seen) - 1} polygons hold no cell's centre inside the raster and do not appear"),
            )
            if count
        ]


class RasterCategories:
    """The codes of a band of classes on a grid."""

    def __init__(self, layer: BandOnGrid, values: np.ndarray, coding: Coding):
        self.coding = coding
        self._layer = layer
        self._values = values
        self._codes = np.array([coding.codes[str(value)] for value in values], dtype=np.float32)

    def read(self, window: Window) -> np.ndarray:
        """Return float32 (rows, columns) of codes, NaN for nodata."""
        stored = self._layer.read(window)
        codes = np.full(stored.shape, np.nan, dtype=np.float32)
        valid = np.isfinite(stored)
        codes[valid] = self._codes[np.searchsorted(self._values, stored[valid])]
        return codes

    def notes(self) -> list[str]:
        """Return what was done to the raster."""
        return [self._layer.describe() + "."] if self._layer.method != "unchanged" else []


def polygon_categories(
    features: Features, field: str, grid: Grid, table: Sequence[tuple[str, str]] = ()
) -> tuple[PolygonCategories, list[str]]:
    """Return the categories of polygons by field, with notes on repairs.

    Codes come from every polygon of the layer, not only from those on the grid, so that one layer has the same codes in every
    area. Raises InputError for a field that is not there or has gaps, and for polygons that miss the grid.
    """
    if field not in features.attributes:
        names = ", ".join(features.attributes) or "none"
        raise InputError("FIELD", field, f"is not a field of {features.source}, whose fields are: {names}; choose one of them")
    coding = coding_of(features.attributes[field], table, source=field)
    ready, notes = on_grid(features, grid, "INPUT")
    return PolygonCategories(ready, grid, ready.attributes[field], coding), notes


def raster_categories(
    raster: Raster,
    grid: Grid,
    table: Sequence[tuple[str, str]] = (),
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> RasterCategories:
    """Return the categories of a one-band raster of classes; raises InputError for another, or one that misses the grid."""
    if raster.band_count > 1:
        raise InputError(
            raster.parameter, raster.path, f"has {raster.band_count} bands; choose a raster with one band of classes"
        )
    layer = BandOnGrid(raster, 0, grid, CATEGORICAL)
    values: set[float] = set()
    for window in track(grid.windows(), grid.window_count(), "Looking for classes", progress, should_stop):
        stored = layer.read(window)
        values.update(np.unique(stored[np.isfinite(stored)]).tolist())
        check_are_classes(values, raster.parameter, raster.path)
    if not values:
        raise InputError(raster.parameter, raster.path, "has no values on the reference; check both extents")
    codes = np.array(sorted(values)).astype(np.int64)
    labels = factor_of_band(raster, 0).categories
    return RasterCategories(layer, codes, coding_of(codes.tolist(), table, labels, raster.parameter, raster.path))


def check_are_classes(values: set[float], parameter: str, value: object) -> None:
    """Raise InputError when the different values of a band cannot be codes of classes."""
    fractions = [number for number in values if not number.is_integer() or abs(number) > LARGEST_CODE]
    if fractions:
        raise InputError(parameter, value, f"holds {fractions[0]:g}, which is no class; classes are whole numbers")
    if len(values) > MOST_CATEGORIES:
        raise InputError(parameter, value, f"has more than {MOST_CATEGORIES} different values, so it holds no classes")
