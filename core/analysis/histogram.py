"""A histogram that grows while values stream by: one reading, fixed memory, the same result in whatever order they come."""

import math

import numpy as np

MOST_BINS = 1 << 17
FINEST_BIN = float(np.finfo(np.float32).smallest_subnormal)


class Histogram:
    """Counts of finite values in bins whose width is a power of two and whose edges are multiples of that width.

    Dividing by a power of two is exact, so ``value >= edge`` holds exactly for the values counted above an edge. When the
    range outgrows the bins, neighbouring bins are merged; between 65,536 and 131,072 bins always cover the range.
    """

    def __init__(self) -> None:
        self.lowest = math.inf
        self.highest = -math.inf
        self._width = 0.0
        self._first = 0
        self._counts = np.zeros(MOST_BINS + 2, dtype=np.int64)

    def add(self, values: np.ndarray) -> None:
        """Count finite values of any shape."""
        if values.size == 0:
            return
        self._cover(float(values.min()), float(values.max()))
        bins = np.floor(values.ravel() / self._width).astype(np.int64) - self._first
        self._counts += np.bincount(bins, minlength=self._counts.size)

    @property
    def total(self) -> int:
        """How many values were counted."""
        return int(self._counts.sum())

    def occupied(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the lower edges (float64, ascending) of the bins that hold values, and their counts (int64)."""
        bins = np.flatnonzero(self._counts)
        return (bins + self._first) * self._width, self._counts[bins]

    def _cover(self, lowest: float, highest: float) -> None:
        lowest, highest = min(lowest, self.lowest), max(highest, self.highest)
        if (lowest, highest) == (self.lowest, self.highest):
            return
        counts, first, old_width = self._counts, self._first, self._width
        self.lowest, self.highest = lowest, highest
        self._width = _bin_width(lowest, highest)
        self._first = math.floor(lowest / self._width)
        if old_width == 0.0:
            return
        occupied = np.flatnonzero(counts)
        moved = np.floor((occupied + first) * (old_width / self._width)).astype(np.int64) - self._first
        self._counts = np.bincount(moved, counts[occupied], minlength=counts.size).astype(np.int64)


def _bin_width(lowest: float, highest: float) -> float:
    """Return the smallest power of two that covers the range with MOST_BINS bins."""
    span = highest - lowest
    if span == 0.0:
        # one value so far: bins as fine as float32 can tell apart
        return float(np.spacing(np.float32(abs(highest))))
    mantissa, exponent = math.frexp(span / MOST_BINS)
    return max(math.ldexp(1.0, exponent - 1 if mantissa == 0.5 else exponent), FINEST_BIN)
