"""How scattered a susceptibility map is: neighbours that differ, patches per area, and Moran's I, in one pass of strips.

Neighbours are the four cells that share a side. A cell without a value is nobody's neighbour.
"""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True)
class Scatter:
    """What ``SaltAndPepper`` found.

    ``changing``: share of pairs of neighbours whose classes differ, 0–1. ``patches_per_km2``: connected groups of cells of one
    class. ``morans_i`` of the values (Moran 1950): 1 for the smoothest map, about 0 for noise, −1 for a chessboard. NaN where
    there are no neighbours or, for the last, where all values are the same.
    """

    changing: float
    patches_per_km2: float
    morans_i: float


class SaltAndPepper:
    """Takes strips of a map from its top to its bottom, all columns wide; holds one row between two of them."""

    def __init__(self, cell_area: float):
        """``cell_area`` in m²."""
        self._cell_area = cell_area
        self._cells = self._pairs = self._differing = self._patches = 0
        # sums over values, over neighbours of their products and of both values: what Moran's I needs before the mean is known
        self._sum = self._squares = self._products = self._of_pairs = 0.0
        self._last: tuple[np.ndarray, np.ndarray, np.ndarray] | None = None

    def add(self, values: np.ndarray, classes: np.ndarray) -> None:
        """Take a strip (rows, columns): values in [0, 1], NaN for nodata, and class numbers from 1, 0 for nodata."""
        known = classes > 0
        # the middle of the range is taken away, so that nothing is lost where large sums are subtracted
        centred = np.where(known, values, 0.5).astype(np.float64) - 0.5
        self._cells += int(known.sum())
        self._sum += float(centred.sum())
        self._squares += float((centred**2).sum())
        self._compare(centred[:, :-1], centred[:, 1:], classes[:, :-1], classes[:, 1:])
        self._compare(centred[:-1], centred[1:], classes[:-1], classes[1:])
        if self._last is not None:
            self._compare(self._last[0], centred[0], self._last[1], classes[0])
        self._last = centred[-1], classes[-1], self._count_patches(classes)

    def result(self) -> Scatter:
        """Return the measures of all strips together."""
        square_kilometres = self._cells * self._cell_area / 1e6
        return Scatter(
            self._differing / self._pairs if self._pairs else np.nan,
            self._patches / square_kilometres if self._cells else np.nan,
            self._morans_i(),
        )

    def _compare(self, first: np.ndarray, second: np.ndarray, of_first: np.ndarray, of_second: np.ndarray) -> None:
        both = (of_first > 0) & (of_second > 0)
        self._pairs += int(both.sum())
        self._differing += int((both & (of_first != of_second)).sum())
        # values without a class are 0 after centring, so they add nothing to the products
        self._products += float((first * second).sum())
        self._of_pairs += float(((first + second) * both).sum())

    def _count_patches(self, classes: np.ndarray) -> np.ndarray:
        """Count patches that a strip adds and return the number of the patch of each cell of its last row."""
        numbers, count = _patches(classes)
        if self._last is None:
            self._patches += count
            return numbers[-1]
        _, above, of_above = self._last
        # patches known from above come first in the count, so that what the strip joins is one patch from now on
        known, of_above = np.unique(of_above, return_inverse=True)
        touching = (above == classes[0]) & (above > 0)
        links = of_above[touching], len(known) + numbers[0][touching]
        size = len(known) + count + 1
        _, group = connected_components(coo_array((np.ones(len(links[0])), links), shape=(size, size)), directed=False)
        used = np.r_[0 if known[0] > 0 else 1 : len(known), len(known) + 1 : size]
        seen_before = len(known) - (known[0] == 0)
        self._patches += len(np.unique(group[used])) - seen_before
        return np.where(numbers[-1] > 0, group[len(known) + numbers[-1]] + 1, 0)

    def _morans_i(self) -> float:
        if self._pairs == 0:
            return np.nan
        mean = self._sum / self._cells
        variation = self._squares - self._cells * mean**2
        if variation <= 1e-12 * max(self._squares, 1e-300):
            return np.nan
        together = self._products - mean * self._of_pairs + self._pairs * mean**2
        return self._cells / self._pairs * together / variation


def _patches(classes: np.ndarray) -> tuple[np.ndarray, int]:
    """Return the number of each cell's patch (from 1, 0 for nodata) and how many there are."""
    numbers = np.zeros(classes.shape, dtype=np.int64)
    count = 0
    for value in np.unique(classes[classes > 0]):
        found, added = ndimage.label(classes == value)
        numbers += np.where(found > 0, found + count, 0)
        count += added
    return numbers, count
