"""A scene's radiometry and another's: histograms of bands, cells seen by both, and the mapping from one to the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt

import numpy as np

from ..analysis.histogram import Histogram
from ..errors import InputError
from ..factor import CONTINUOUS
from ..factors.resampling import BandOnGrid
from ..grid import Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, track
from ..raster import Raster
from .band_statistics import BandStatistics
from .invariant_features import Line, invariance, orthogonal_line

MOST_SAMPLES = 500_000
UNCHANGED = 0.95
"""From this probability of no change on a cell is an invariant feature (Canty & Nielsen 2008)."""
FEWEST_FEATURES = 100
LEAST_CORRELATION = 0.5
"""Invariant features that agree less than this are none."""


class BandValues:
    """Histogram and statistics of each band, gathered window by window."""

    def __init__(self, bands: int):
        self.histograms = [Histogram() for _ in range(bands)]
        self.gaps = 0
        """How many values are nodata."""
        self._statistics = BandStatistics(bands)

    def add(self, values: np.ndarray) -> None:
        """Take in (bands, rows, columns) with NaN for nodata."""
        self._statistics.add(values)
        for histogram, cells in zip(self.histograms, values, strict=True):
            valid = cells[np.isfinite(cells)]
            histogram.add(valid)
            self.gaps += cells.size - valid.size

    def summary(self) -> list[dict[str, float]]:
        """Return ``mean``, ``std``, ``min`` and ``max`` per band."""
        return self._statistics.summary()


@dataclass(frozen=True)
class BandFit:
    """The regression of a band over invariant features, with values (cells, 2: scene, reference) not used for the fit."""

    line: Line
    held_out: np.ndarray = field(repr=False)

    def errors(self) -> tuple[float, float]:
        """Return the root mean square difference to the reference before and after, over the values held out."""
        values, targets = self.held_out.T
        return tuple(float(np.sqrt(np.mean((v - targets) ** 2))) for v in (values, self.line.apply(values)))


@dataclass(frozen=True)
class InvariantFit:
    """Regressions per band, how many invariant features of how many cells, and the canonical correlations."""

    bands: list[BandFit]
    features: int
    cells: int
    correlations: np.ndarray
    iterations: int


def band_values(
    raster: Raster, bands: Sequence[int], progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> BandValues:
    """Read a raster once; raises InputError when one of ``bands`` (from 0) has no values or one only."""
    gathered = BandValues(len(bands))
    for window in track(
        raster.grid.windows(), raster.grid.window_count(), f"Reading {raster.parameter}", progress, should_stop
    ):
        gathered.add(raster.read(window, bands))
    for band, histogram in zip(bands, gathered.histograms, strict=True):
        if not histogram.lowest < histogram.highest:
            problem = "is all nodata" if histogram.total == 0 else "has one value only"
            raise InputError(raster.parameter, raster.path, f"{problem} in {raster.band_names[band]}; choose another scene")
    return gathered


def invariant_fit(
    scene: Raster,
    reference: Raster,
    pairs: Sequence[tuple[int, int]],
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> InvariantFit:
    """Return the regression of each pair of bands over the cells that did not change.

    The reference is brought onto the scene's grid, and at most MOST_SAMPLES cells, evenly spread, are looked at. Two of three
    invariant features are fitted to, the third judges. Raises InputError when the scenes do not overlap or hardly agree.
    """
    sample = _common_cells(scene, reference, pairs, part(progress, 0.0, 0.6), should_stop)
    first, second = sample[: len(pairs)].T, sample[len(pairs) :].T
    found = invariance(first, second, part(progress, 0.6, 1.0), should_stop)
    unchanged = np.flatnonzero(found.probability > UNCHANGED)
    if unchanged.size < FEWEST_FEATURES:
        raise InputError(
            "METHOD",
            "pif",
            f"finds {unchanged.size} cells that did not change, {FEWEST_FEATURES} are needed; choose histogram, or a reference "
            "that is more alike",
        )
    judging = np.arange(unchanged.size) % 3 == 2
    fits = []
    for band, (number, _) in enumerate(pairs):
        values, targets = first[unchanged, band], second[unchanged, band]
        line = orthogonal_line(values[~judging], targets[~judging])
        if not line.correlation > LEAST_CORRELATION:
            raise InputError(
                "METHOD",
                "pif",
                f"finds no agreement in {scene.band_names[number]}: the unchanged cells correlate by {line.correlation:.2f}; "
                "choose histogram, or a reference that is more alike",
            )
        fits.append(BandFit(line, np.stack([values, targets], axis=1)[judging]))
    return InvariantFit(fits, unchanged.size, len(first), found.correlations, found.iterations)


def _common_cells(
    scene: Raster, reference: Raster, pairs: Sequence[tuple[int, int]], progress: Progress, should_stop: ShouldStop
) -> np.ndarray:
    """Return float64 (2 × bands, cells): the bands of the scene, then of the reference, where both have all of them."""
    others = [BandOnGrid(reference, band, scene.grid, CONTINUOUS) for _, band in pairs]
    bands = [band for band, _ in pairs]
    step = ceil(sqrt(scene.grid.width * scene.grid.height / MOST_SAMPLES))
    pieces = []
    for window in track(scene.grid.windows(), scene.grid.window_count(), "Reading both scenes", progress, should_stop):
        rows, columns = _every(step, window)
        values = np.concatenate([scene.read(window, bands), np.stack([other.read(window) for other in others])])
        values = values[:, rows, columns].reshape(2 * len(pairs), -1)
        pieces.append(values[:, np.isfinite(values).all(axis=0)].astype(np.float64))
    cells = np.concatenate(pieces, axis=1)
    if cells.shape[1] < FEWEST_FEATURES:
        raise InputError(
            reference.parameter,
            reference.path,
            f"has {cells.shape[1]} cells in common with {scene.parameter}; choose METHOD histogram, which needs no overlap",
        )
    return cells


def _every(step: int, window: Window) -> tuple[slice, slice]:
    """Return the rows and columns of a window that lie on every ``step``-th row and column of the grid."""
    return slice(-window.row % step, None, step), slice(-window.column % step, None, step)
