"""The DEM as flow routing sees it: a flat array with a frame of nodata, so that every cell has eight neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

import numpy as np

from ..errors import InputError
from ..progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked

CELLS_PER_STEP = 1 << 19
"""How many cells a loop handles between two looks at Cancel: some ten milliseconds."""
MOST_CELLS = 2**31 - 1
"""Cells are numbered in 32 bits to save memory."""

# neighbours are numbered east, south, west, north, south-east, south-west, north-west, north-east
ROW_STEPS = (0, 1, 0, -1, 1, 1, -1, -1)
COLUMN_STEPS = (1, 0, -1, 0, 1, -1, -1, 1)
OPPOSITES = np.array([2, 3, 0, 1, 6, 7, 4, 5], dtype=np.int64)


@dataclass
class Surface:
    """Heights float32 (cells,), row by row with a frame of NaN one cell wide; NaN is nodata and beyond the map.

    ``offsets`` lead from a cell number to its eight neighbours, ``lengths`` are the distances to them in metres.
    """

    heights: np.ndarray
    rows: int
    columns: int
    offsets: np.ndarray
    lengths: np.ndarray

    def inner(self, values: np.ndarray) -> np.ndarray:
        """Return values of cells (cells,) as a view (rows, columns) without the frame."""
        return values.reshape(self.rows + 2, self.columns + 2)[1:-1, 1:-1]

    def steps(
        self, message: str = "", progress: Progress = no_progress, should_stop: ShouldStop = never_stop
    ) -> Iterator[tuple[int, int]]:
        """Yield ranges of cell numbers that cover the surface once, reporting and raising Cancelled between them."""
        total = self.heights.size
        for start in range(0, total, CELLS_PER_STEP):
            stop_if_asked(should_stop)
            yield start, min(start + CELLS_PER_STEP, total)
            progress(min(start + CELLS_PER_STEP, total) / total, message)


def empty_surface(rows: int, columns: int, cell_width: float, cell_height: float) -> Surface:
    """Return a surface of nodata to be filled through ``inner``; raises InputError when it has too many cells."""
    cells = (rows + 2) * (columns + 2)
    if cells > MOST_CELLS:
        raise InputError(
            "DEM", f"{columns} × {rows} cells", "is too large to route flow over; clip it to catchments or use larger cells"
        )
    stride = columns + 2
    offsets = np.array([row * stride + column for row, column in zip(ROW_STEPS, COLUMN_STEPS, strict=True)], dtype=np.int64)
    lengths = np.array(
        [hypot(row * cell_height, column * cell_width) for row, column in zip(ROW_STEPS, COLUMN_STEPS, strict=True)]
    )
    return Surface(np.full(cells, np.nan, dtype=np.float32), rows, columns, offsets, lengths)


def surface_of(heights: np.ndarray, cell_width: float = 1.0, cell_height: float = 1.0) -> Surface:
    """Return the surface of heights (rows, columns) with NaN for nodata; the array is copied."""
    surface = empty_surface(*heights.shape, cell_width, cell_height)
    surface.inner(surface.heights)[:] = heights
    return surface
