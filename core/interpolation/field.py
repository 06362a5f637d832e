"""An interpolated field: the method chosen, fitted to the stations, and how far it is off where it can be checked."""

from dataclasses import dataclass

import numpy as np

from ..grid import Grid, Window
from ..progress import ShouldStop, never_stop, stop_if_asked
from .choices import IDW, LINEAR
from .inverse_distance import InverseDistance
from .kriging import Kriging, fitted_kriging
from .linear import Linear
from .stations import Stations, logarithms
from .variogram import MeasuredVariogram

PAIRS_AT_ONCE = 2_000_000
"""Distances between cells and stations held in memory at a time."""


@dataclass(frozen=True)
class InterpolatedField:
    """``read`` gives the values of a window. ``stations`` and errors are in the units of the measurements."""

    method: InverseDistance | Linear | Kriging
    stations: Stations
    grid: Grid
    logarithm: bool
    measured: MeasuredVariogram | None = None

    def read(self, window: Window, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float32 (rows, columns) of a window of the grid; NaN where the method gives no value."""
        rows, columns = np.divmod(np.arange(window.height * window.width), window.width)
        x, y = self.grid.centres(window.row + rows, window.column + columns)
        values = np.empty(x.size, dtype=np.float32)
        step = max(PAIRS_AT_ONCE // self.method.reach, 1)
        for start in range(0, x.size, step):
            stop_if_asked(should_stop)
            values[start : start + step] = self._back(self.method.at(x[start : start + step], y[start : start + step]))
        return values.reshape(window.height, window.width)

    def left_out(self, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float64 (stations,): the prediction at each station from all others, NaN where there is none."""
        return self._back(self.method.left_out(should_stop))

    def _back(self, values: np.ndarray) -> np.ndarray:
        return np.exp(values) if self.logarithm else values


def interpolated_field(stations: Stations, method: str, grid: Grid, logarithm: bool, field: str) -> InterpolatedField:
    """Fit a method (``choices.METHODS``) to the stations; with ``logarithm`` to the logarithm of their values.

    ``field`` names the values in messages. Raises InputError when the method or the logarithm cannot take the stations.
    """
    taken = logarithms(stations, field) if logarithm else stations
    measured = None
    if method == IDW:
        fitted = InverseDistance(taken)
    elif method == LINEAR:
        fitted = Linear(taken)
    else:
        fitted, measured = fitted_kriging(taken)
    return InterpolatedField(fitted, stations, grid, logarithm, measured)
