"""Overlapping windows of one size that cover a scene, and the weights with which their values blend. Needs no GDAL."""

from dataclasses import dataclass

import numpy as np

from ..grid import Window


def lattice(length: int, size: int, step: int) -> np.ndarray:
    """Return int64 starts of pieces of ``size`` cells, ``step`` apart, that cover ``length`` cells.

    The last piece is moved back to end at the edge; one piece from 0 on where ``length`` is less than ``size``.
    """
    last = max(length - size, 0)
    starts = np.arange(0, last + 1, step, dtype=np.int64)
    return starts if starts[-1] == last else np.append(starts, last)


@dataclass(frozen=True)
class Tiling:
    """Windows of ``size`` × ``size`` cells on a scene of ``width`` × ``height``, neighbours sharing ``overlap`` of a side.

    The lattice hangs on the scene alone, so that what is predicted in its windows does not depend on the order or the number
    in which they are computed.
    """

    width: int
    height: int
    size: int
    overlap: float

    @property
    def step(self) -> int:
        """Cells from one window to the next."""
        return max(1, round(self.size * (1 - self.overlap)))

    @property
    def row_starts(self) -> np.ndarray:
        """First row of each row of windows."""
        return lattice(self.height, self.size, self.step)

    @property
    def column_starts(self) -> np.ndarray:
        """First column of each column of windows."""
        return lattice(self.width, self.size, self.step)

    def window(self, row: int, column: int) -> Window:
        """Return the window that starts at a row and a column of cells."""
        return Window(int(column), int(row), self.size, self.size)

    def row_weights(self) -> np.ndarray:
        """Return float32 (rows of windows, size): the share of each window row in the blend; they add up to 1 in every cell."""
        return _shares(self.row_starts, self.size, self.size - self.step)

    def column_weights(self) -> np.ndarray:
        """Return float32 (columns of windows, size), as ``row_weights``; a cell's weight is the product of both."""
        return _shares(self.column_starts, self.size, self.size - self.step)


def _shares(starts: np.ndarray, size: int, taper: int) -> np.ndarray:
    """Raised-cosine tapers over the overlap, divided by their sum: a network knows least at the edge of what it sees."""
    distance = np.minimum(np.arange(size), np.arange(size)[::-1]) + 0.5
    profile = np.sin(np.pi / 2 * np.clip(distance / max(taper, 1), 0, 1)) ** 2
    total = np.zeros(starts[-1] + size)
    for start in starts:
        total[start : start + size] += profile
    return np.stack([profile / total[start : start + size] for start in starts]).astype(np.float32)
