"""Ordinary kriging: the best linear unbiased prediction for a variogram, with an unknown constant mean (Matheron 1963).

PyKrige predicts; it is imported where it is used, so that the other methods do without it.
"""

import numpy as np
from scipy.spatial import cKDTree

from ..errors import InputError
from ..progress import ShouldStop, never_stop, stop_if_asked
from .stations import Stations
from .variogram import MeasuredVariogram, Variogram, fitted_variogram

MOST_STATIONS = 3000
"""More take minutes and gigabytes."""
ALL_COUNT_UP_TO = 150
"""With more stations only the nearest count at a place: those behind them get next to no weight and cost the most."""
NEIGHBOURS = 32


class Kriging:
    """Ordinary kriging from all stations, or from the nearest NEIGHBOURS of more than ALL_COUNT_UP_TO."""

    def __init__(self, stations: Stations, variogram: Variogram):
        self.stations = stations
        self.variogram = variogram
        # near the origin, because distances between coordinates of millions lose digits
        self._middle = stations.x.mean(), stations.y.mean()
        self._system = self._system_of(stations)

    @property
    def reach(self) -> int:
        """How many stations count at a place."""
        return len(self.stations) if len(self.stations) <= ALL_COUNT_UP_TO else NEIGHBOURS

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return float64 (places,)."""
        if self.reach == len(self.stations):
            return self._predicted(self._system, x, y, backend="vectorized")
        from threadpoolctl import threadpool_limits

        # systems of 32 equations are solved one by one: threads would spend their time waiting for each other
        with threadpool_limits(1, "blas"):
            return self._predicted(self._system, x, y, backend="C", n_closest_points=self.reach)

    def left_out(self, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float64 (stations,): what the stations that count there give at each without it, variogram unchanged."""
        x, y, count = self.stations.x, self.stations.y, len(self.stations)
        _, near = cKDTree(np.stack([x, y], axis=1)).query(np.stack([x, y], axis=1), min(self.reach + 1, count))
        found = np.empty(count)
        for index in range(count):
            stop_if_asked(should_stop)
            others = near[index][near[index] != index]
            system = self._system_of(Stations(x[others], y[others], self.stations.values[others]))
            found[index] = self._predicted(system, x[[index]], y[[index]], backend="vectorized")[0]
        return found

    def _system_of(self, stations: Stations) -> object:
        from pykrige.ok import OrdinaryKriging

        x, y, fitted = stations.x - self._middle[0], stations.y - self._middle[1], self.variogram
        parameters = {"psill": fitted.sill, "range": fitted.range, "nugget": fitted.nugget}
        return OrdinaryKriging(x, y, stations.values, fitted.model, parameters, nlags=1)

    def _predicted(self, system: object, x: np.ndarray, y: np.ndarray, **options: object) -> np.ndarray:
        values, _ = system.execute("points", x - self._middle[0], y - self._middle[1], **options)
        return np.asarray(values)


def fitted_kriging(stations: Stations) -> tuple[Kriging, MeasuredVariogram]:
    """Return kriging with the variogram fitted to the stations, and the measured one; raises InputError for too many."""
    if len(stations) > MOST_STATIONS:
        raise InputError(
            "METHOD",
            "kriging",
            f"takes at most {MOST_STATIONS} stations, and there are {len(stations)}; thin them out or choose idw",
        )
    variogram, measured = fitted_variogram(stations)
    return Kriging(stations, variogram), measured
