"""Whole scenes: a network sees windows of the size it was trained with, on a lattice that hangs on the scene alone.

So nothing that concerns memory, how much is read or computed together, can change the result: not the size of the pieces, and
not squeeze-and-excitation, which averages over all that the network sees at once.
"""

from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

import numpy as np

from ...core.grid import Window
from ...core.progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked
from ...core.read_ahead import read_ahead
from ...core.tiling import Tiling
from .detector import Detector

Read = Callable[[Window], tuple[np.ndarray, np.ndarray]]
"""Window → float32 (bands, rows, columns) with NaN for nodata, and bool (rows, columns): the cells to predict. Both go beyond
the scene, where there is nothing to predict."""
Write = Callable[[np.ndarray, Window], None]
"""Takes float32 (rows, columns) and the window they fill."""


class Piece(NamedTuple):
    """Windows of one row of the lattice that are read together: its number, its first row, and the columns they start at."""

    number: int
    row: int
    columns: np.ndarray


def pieces_of(tiling: Tiling, tile_size: int) -> list[Piece]:
    """Return the pieces row by row; each spans about ``tile_size`` cells."""
    together = max(1, (tile_size - tiling.size) // tiling.step + 1)
    starts = tiling.column_starts
    return [
        Piece(number, int(row), starts[first : first + together])
        for number, row in enumerate(tiling.row_starts)
        for first in range(0, len(starts), together)
    ]


def predict_probability(
    detector: Detector,
    tiling: Tiling,
    read: Read,
    write: Write,
    tile_size: int = 2048,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> None:
    """Predict the probability of landslide in every cell of a scene, by a semantic network, blended where windows overlap.

    Rows are written as soon as no further window reaches them, so that memory holds one row of windows and no more. Cells that
    are not to be predicted become NaN.
    """
    pieces = pieces_of(tiling, tile_size)
    blend = _Blend(tiling, write)
    # closed at once when anything goes wrong, so that nothing is read any more when the caller closes the scene
    with closing(read_ahead(lambda piece: _read(piece, tiling, read), pieces)) as scene:
        for done, (piece, (values, wanted)) in enumerate(scene, start=1):
            _predict_piece(detector, piece, values, wanted, blend, should_stop)
            if piece.columns[-1] == tiling.column_starts[-1]:
                blend.finish(piece.number)
            progress(done / len(pieces), "Looking for landslides")
    stop_if_asked(should_stop)


def _predict_piece(
    detector: Detector, piece: Piece, values: np.ndarray, wanted: np.ndarray, blend: "_Blend", should_stop: ShouldStop
) -> None:
    size = values.shape[1]
    lefts = [(int(column), int(column - piece.columns[0])) for column in piece.columns]
    shown = [(column, left) for column, left in lefts if wanted[:, left : left + size].any()]
    for column in {column for column, _ in lefts} - {column for column, _ in shown}:
        blend.skip(column)
    at_once = max(1, detector.cells_at_once // size**2)
    for first in range(0, len(shown), at_once):
        stop_if_asked(should_stop)
        batch = shown[first : first + at_once]
        probabilities = detector.probabilities(np.stack([values[:, :, left : left + size] for _, left in batch]))
        for (column, left), probability in zip(batch, probabilities, strict=True):
            blend.add(piece.number, column, np.where(wanted[:, left : left + size], probability, np.nan))


def _read(piece: Piece, tiling: Tiling, read: Read) -> tuple[np.ndarray, np.ndarray]:
    first, last = int(piece.columns[0]), int(piece.columns[-1])
    return read(Window(first, piece.row, last - first + tiling.size, tiling.size))


class _Blend:
    """The row of windows being summed up, float32 (size, scene's width); NaN once a cell is known to have no prediction."""

    def __init__(self, tiling: Tiling, write: Write):
        self._tiling = tiling
        self._write = write
        self._row_weights = tiling.row_weights()
        self._column_weights = dict(zip(tiling.column_starts.tolist(), tiling.column_weights(), strict=True))
        self._sum = np.zeros((tiling.size, int(tiling.column_starts[-1]) + tiling.size), dtype=np.float32)

    def add(self, number: int, column: int, probability: np.ndarray) -> None:
        weights = self._row_weights[number][:, np.newaxis] * self._column_weights[column]
        self._sum[:, column : column + self._tiling.size] += probability * weights

    def skip(self, column: int) -> None:
        self._sum[:, column : column + self._tiling.size] = np.nan

    def finish(self, number: int) -> None:
        """Write the rows that no later window reaches, and move the others up."""
        first = int(self._tiling.row_starts[number])
        following = int([*self._tiling.row_starts, self._tiling.height][number + 1])
        rows = min(following - first, self._tiling.size)
        complete = np.clip(self._sum[:rows, : self._tiling.width], 0.0, 1.0)  # sums of weights miss 1 by a rounding error
        self._write(complete, Window(0, first, self._tiling.width, rows))
        self._sum[: self._tiling.size - rows] = self._sum[rows:].copy()
        self._sum[self._tiling.size - rows :] = 0.0
