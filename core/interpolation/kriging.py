"""Ordinary kriging: the best linear unbiased prediction for a variogram, with an unknown constant mean (Matheron 1963)."""

import numpy as np
from scipy.linalg import lu_factor, lu_solve

from ..errors import InputError
from ..progress import ShouldStop, never_stop
from .distances import distances_between
from .stations import Stations
from .variogram import Variogram

MOST_STATIONS = 3000
"""More take minutes to solve and gigabytes to hold."""


class Kriging:
    """Ordinary kriging from all stations at once, in its dual form: the system is solved once, not once for each place."""

    def __init__(self, stations: Stations, variogram: Variogram):
        count = len(stations)
        if count > MOST_STATIONS:
            raise InputError(
                "METHOD",
                "kriging",
                f"takes at most {MOST_STATIONS} stations, and there are {count}; thin them out or choose idw",
            )
        self.stations = stations
        self.variogram = variogram
        system = np.ones((count + 1, count + 1))
        system[:count, :count] = variogram(distances_between(stations.x, stations.y, stations))
        system[count, count] = 0
        self._solved = lu_factor(system, overwrite_a=True, check_finite=False)
        self._weights = lu_solve(self._solved, np.append(stations.values, 0.0))

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return float64 (places,)."""
        return self.variogram(distances_between(x, y, self.stations)) @ self._weights[:-1] + self._weights[-1]

    def left_out(self, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float64 (stations,): what the other stations give at each, by Dubrule's (1983) identity, without refitting."""
        inverse = lu_solve(self._solved, np.eye(len(self.stations) + 1), overwrite_b=True)
        return self.stations.values - self._weights[:-1] / np.diag(inverse)[:-1]
