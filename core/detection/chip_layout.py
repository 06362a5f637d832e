"""Where chips lie on a scene and how many cells of which landslide each of them holds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..vector import Features, envelope_window, rasterised
from .tiling import lattice

PIECE = 2048
"""Landslides are rasterised in pieces of at most this many cells a side, so that a huge one takes no more memory."""


@dataclass(frozen=True)
class ChipLayout:
    """Windows of one size on a lattice that covers the scene: starts of the lattice's rows and columns, in cells."""

    row_starts: np.ndarray
    column_starts: np.ndarray
    size: int

    def __len__(self) -> int:
        return len(self.row_starts) * len(self.column_starts)

    @property
    def rows(self) -> np.ndarray:
        """First row of each chip, int64 (chips,)."""
        return np.repeat(self.row_starts, len(self.column_starts))

    @property
    def columns(self) -> np.ndarray:
        """First column of each chip, int64 (chips,)."""
        return np.tile(self.column_starts, len(self.row_starts))

    def window(self, chip: int) -> Window:
        """Return the window of one chip; reaches beyond a scene that is smaller than a chip."""
        row, column = divmod(chip, len(self.column_starts))
        return Window(int(self.column_starts[column]), int(self.row_starts[row]), self.size, self.size)


@dataclass(frozen=True)
class CellsInChips:
    """``cells[i]`` cells of landslide ``landslide[i]`` lie in chip ``chip[i]``: int64 arrays of one length, in order of chips.

    ``all_touched`` (landslides,) bool is True for landslides that hold no cell's centre; they count every cell they touch.
    """

    chip: np.ndarray
    landslide: np.ndarray
    cells: np.ndarray
    all_touched: np.ndarray

    def per_chip(self, chips: int) -> np.ndarray:
        """Return the landslide cells of each chip; cells under two landslides count twice."""
        return np.bincount(self.chip, weights=self.cells, minlength=chips)

    def landslides_of(self, chip: int) -> np.ndarray:
        """Return the numbers (from 0) of the landslides with cells in a chip."""
        return self.landslide[np.searchsorted(self.chip, chip) : np.searchsorted(self.chip, chip, side="right")]


def chip_layout(width: int, height: int, size: int, stride: int) -> ChipLayout:
    """Return the lattice of chips; the last of each row and column is moved back to end at the scene's edge."""
    return ChipLayout(lattice(height, size, stride), lattice(width, size, stride), size)


def cells_in_chips(
    features: Features,
    grid: Grid,
    layout: ChipLayout,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> CellsInChips:
    """Count the cells of every landslide in every chip. Features in the grid's CRS, grid north-up."""
    chips, landslides, cells = [], [], []
    all_touched = np.zeros(len(features), dtype=bool)
    for index in track(range(len(features)), len(features), "Counting landslide cells", progress, should_stop):
        found = _cells_of_one(features.chosen([index]), grid, layout, all_touched=False)
        if not found:
            all_touched[index] = True
            found = _cells_of_one(features.chosen([index]), grid, layout, all_touched=True)
        for chip, count in found.items():
            chips.append(chip)
            landslides.append(index)
            cells.append(count)
    order = np.argsort(np.array(chips, np.int64), kind="stable")
    columns = (np.array(values, np.int64)[order] for values in (chips, landslides, cells))
    return CellsInChips(*columns, all_touched)


def _cells_of_one(feature: Features, grid: Grid, layout: ChipLayout, all_touched: bool) -> dict[int, int]:
    """Return chip → cells of one landslide."""
    found: dict[int, int] = {}
    window = envelope_window(feature.shapes()[0], grid).clipped(grid.width, grid.height)
    for piece in window.pieces(PIECE):
        inside = rasterised(feature, grid, piece, [1], all_touched) > 0
        rows = _overlapping(layout.row_starts, layout.size, piece.row, piece.height)
        columns = _overlapping(layout.column_starts, layout.size, piece.column, piece.width)
        counts = _counts(inside, layout.row_starts[rows] - piece.row, layout.column_starts[columns] - piece.column, layout.size)
        for row, column in np.argwhere(counts):
            chip = (rows.start + int(row)) * len(layout.column_starts) + columns.start + int(column)
            found[chip] = found.get(chip, 0) + int(counts[row, column])
    return found


def _overlapping(starts: np.ndarray, size: int, first: int, length: int) -> slice:
    """Return the slice of lattice rows (or columns) whose chips reach into ``length`` cells from ``first`` on."""
    return slice(
        int(np.searchsorted(starts, first - size, side="right")), int(np.searchsorted(starts, first + length, side="left"))
    )


def _counts(inside: np.ndarray, tops: np.ndarray, lefts: np.ndarray, size: int) -> np.ndarray:
    """Return how many cells of ``inside`` lie in the squares that start at ``tops`` × ``lefts``, by a summed-area table."""
    sums = np.zeros((inside.shape[0] + 1, inside.shape[1] + 1), dtype=np.int64)
    sums[1:, 1:] = inside.cumsum(axis=0, dtype=np.int64).cumsum(axis=1)
    top, bottom = _limited(tops, inside.shape[0]), _limited(tops + size, inside.shape[0])
    left, right = _limited(lefts, inside.shape[1]), _limited(lefts + size, inside.shape[1])
    return sums[np.ix_(bottom, right)] - sums[np.ix_(top, right)] - sums[np.ix_(bottom, left)] + sums[np.ix_(top, left)]


def _limited(positions: Sequence[int], length: int) -> np.ndarray:
    return np.clip(positions, 0, length)
