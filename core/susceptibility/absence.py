"""Cells without landslides, drawn over the whole raster in one pass and in memory that does not grow with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..factor import CATEGORICAL, CONTINUOUS, Factor
from ..factor_stack import FactorStack, valid_cells
from ..grid import Grid
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..vector import Features
from .landslide_cells import LandslideCells

GOLDEN = 0x9E3779B97F4A7C15


@dataclass(frozen=True)
class FactorRange:
    """The values of factors seen at landslides: (lowest, highest) or, for categories, the set; None for no limit."""

    limits: list[tuple[float, float] | set[float] | None] = field(default_factory=list)

    @classmethod
    def seen(cls, factors: list[Factor], values: np.ndarray, margin: float) -> "FactorRange":
        """Return the range of raw values (n, factors), continuous ones widened by the share ``margin`` at both ends."""
        limits: list = []
        for factor, column in zip(factors, values.T.astype(np.float64), strict=True):
            if factor.kind == CONTINUOUS:
                spare = margin * (column.max() - column.min())
                limits.append((column.min() - spare, column.max() + spare))
            else:
                limits.append(set(column.tolist()) if factor.kind == CATEGORICAL else None)
        return cls(limits)

    def at_least(self, factor: int, lowest: float) -> "FactorRange":
        """Return the range with the values of one continuous factor (its number) at least ``lowest``."""
        limits = list(self.limits)
        low, high = limits[factor] or (-np.inf, np.inf)
        limits[factor] = (max(low, lowest), high)
        return FactorRange(limits)

    def holds(self, values: np.ndarray) -> np.ndarray:
        """Return bool (rows, columns) for raw values (factors, rows, columns)."""
        held = np.ones(values.shape[1:], bool)
        for limit, band in zip(self.limits, values, strict=True):
            if isinstance(limit, tuple):
                held &= (band >= limit[0]) & (band <= limit[1])
            elif limit is not None:
                held &= np.isin(band, list(limit))
        return held


def surroundings(features: Features, grid: Grid, buffer: float) -> LandslideCells:
    """Return the cells that landslides touch when widened by ``buffer`` map units: none of them counts as free."""
    shapes = [shape.Buffer(buffer) if buffer > 0 else shape for shape in features.shapes()]
    widened = Features([bytes(shape.ExportToWkb()) for shape in shapes], {}, features.crs_wkt, features.source)
    return LandslideCells(widened, grid)


def draw_absence(
    stack: FactorStack,
    near: Sequence[LandslideCells],
    count: int,
    seed: int,
    allowed: FactorRange | None = None,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[np.ndarray, np.ndarray, int]:
    """Return rows and columns (int64) of ``count`` random cells and how many cells there were to choose from.

    Cells are complete, in none of the ``near`` masks and within the allowed range; fewer come back when there are not enough.
    Every cell has a random priority that depends on its place and the seed alone, and the lowest win: so the draw does not
    depend on the order or size of windows.
    """
    kept = np.empty((2, 0), np.uint64)
    candidates = 0
    windows = stack.grid.windows()
    for window in track(windows, stack.grid.window_count(), "Drawing cells without landslides", progress, should_stop):
        values = stack.read(window)
        free = valid_cells(values)
        for mask in near:
            free &= ~mask.mask(window)
        if allowed is not None:
            free &= allowed.holds(values)
        rows, columns = np.nonzero(free)
        candidates += len(rows)
        cells = ((rows + window.row) * stack.grid.width + columns + window.column).astype(np.uint64)
        kept = _lowest(np.concatenate([kept, np.stack([_priorities(cells, seed), cells])], axis=1), count)
    cells = np.sort(kept[1]).astype(np.int64)
    return *np.divmod(cells, stack.grid.width), candidates


def _lowest(keyed: np.ndarray, count: int) -> np.ndarray:
    if keyed.shape[1] <= count:
        return keyed
    return keyed[:, np.argpartition(keyed[0], count - 1)[:count]] if count else keyed[:, :0]


def _priorities(cells: np.ndarray, seed: int) -> np.ndarray:
    """Return uint64 (n,): well mixed bits of cell and seed (splitmix64, Steele et al. 2014)."""
    mixed = cells * np.uint64(GOLDEN) + _mixed(np.uint64(seed) + np.uint64(1))
    return _mixed(mixed)


def _mixed(bits: np.ndarray) -> np.ndarray:
    with np.errstate(over="ignore"):
        bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))
