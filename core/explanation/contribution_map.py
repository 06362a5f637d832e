"""Rasters of contributions, written window by window: one band per factor, and which factor is dominant."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..factor import Factor
from ..factor_stack import FactorStack
from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, part, stop_if_asked
from ..raster import Band, RasterWriter, create_raster
from ..raster_labels import coloured
from ..susceptibility.patches import read_mirrored

WINDOW = 256
CELLS = 1024
"""Cells whose patches are in memory at once."""

Explain = Callable[[np.ndarray], np.ndarray]
"""From raw patches (n, factors, window, window) to contributions (n, factors)."""


def dominant_categories(factors: Sequence[Factor]) -> dict[int, tuple[str, tuple[int, int, int]]]:
    """Return value → (name, RGB) of the dominant factor, from 1 in the order of the factors."""
    return coloured({number: factor.name for number, factor in enumerate(factors, start=1)})


@dataclass(frozen=True)
class ContributionMaps:
    """The rasters to write: contributions (Float32, a band per factor, nodata NaN) and the dominant factor (Byte, 0 nodata).

    The dominant factor is the one with the largest absolute contribution, numbered from 1. Either path may be None.
    """

    factors: Sequence[Factor]
    units: str
    shares_path: Path | None
    dominant_path: Path | None
    metadata: dict[str, str]

    def write(self, stack: FactorStack, side: int, explain: Explain, progress: Progress, should_stop: ShouldStop) -> np.ndarray:
        """Write the rasters and return int64 (factors,): in how many cells each factor is dominant.

        ``side``: cells across the patches that ``explain`` takes.
        """
        names = [factor.name for factor in self.factors]
        dominance = np.zeros(len(names), dtype=np.int64)
        count = stack.grid.window_count(WINDOW)
        with ExitStack() as files:
            shares_raster, dominant_raster = self._created(files, stack.grid)
            for done, window in enumerate(stack.grid.windows(WINDOW)):
                report = part(progress, done / count, (done + 1) / count)
                shares = _shares_of_window(stack, window, names, side, explain, report, should_stop)
                dominant = _dominant(shares)
                dominance += np.bincount(dominant.ravel(), minlength=len(names) + 1)[1:]
                if shares_raster:
                    shares_raster.write(shares, window)
                if dominant_raster:
                    dominant_raster.write(dominant, window)
        return dominance

    def _created(self, files: ExitStack, grid: Grid) -> tuple[RasterWriter | None, RasterWriter | None]:
        shares = dominant = None
        if self.shares_path:
            bands = [Band(factor.name, {"UNITS": self.units}) for factor in self.factors]
            shares = files.enter_context(create_raster(self.shares_path, grid, bands, metadata=self.metadata))
        if self.dominant_path:
            categories = dominant_categories(self.factors)
            band = [Band("dominant_factor")]
            dominant = files.enter_context(create_raster(self.dominant_path, grid, band, "uint8", 0, self.metadata, categories))
        return shares, dominant


def _shares_of_window(
    stack: FactorStack,
    window: Window,
    names: list[str],
    side: int,
    explain: Explain,
    progress: Progress,
    should_stop: ShouldStop,
) -> np.ndarray:
    """Return float32 (factors, rows, columns), NaN where the cell lacks a factor."""
    margin = side // 2
    values = read_mirrored(stack, window.grown(margin), names)
    inner = values[:, margin : margin + window.height, margin : margin + window.width]
    cells = np.argwhere(np.isfinite(inner).all(axis=0))
    views = np.lib.stride_tricks.sliding_window_view(values, (side, side), axis=(1, 2))
    shares = np.full(inner.shape, np.nan, dtype=np.float32)
    for start in range(0, len(cells), CELLS):
        stop_if_asked(should_stop)
        rows, columns = cells[start : start + CELLS].T
        patches = np.ascontiguousarray(np.moveaxis(views[:, rows, columns], 0, 1))
        shares[:, rows, columns] = explain(patches).T
        progress(min((start + CELLS) / len(cells), 1.0), "Mapping")
    return shares


def _dominant(shares: np.ndarray) -> np.ndarray:
    """Return uint8 (rows, columns): the number of the factor with the largest absolute contribution, from 1; 0 nodata."""
    known = np.isfinite(shares).all(axis=0)
    return np.where(known, np.abs(np.nan_to_num(shares)).argmax(axis=0) + 1, 0).astype(np.uint8)
