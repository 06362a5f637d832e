"""Inverse distance weighting (Shepard 1968): every station counts, the nearer the more."""

from dataclasses import dataclass

import numpy as np

from ..progress import ShouldStop, never_stop, stop_if_asked
from .distances import distances_between
from .stations import Stations

POWER = 2.0


@dataclass(frozen=True)
class InverseDistance:
    """Mean of the stations weighted by distance to the power of −2; at a station, its own value."""

    stations: Stations

    @property
    def reach(self) -> int:
        """How many stations count at a place."""
        return len(self.stations)

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return float64 (places,)."""
        distances = distances_between(x, y, self.stations)
        with np.errstate(divide="ignore"):
            weights = distances**-POWER
        here = np.isinf(weights)
        weights[here.any(axis=1)] = 0
        weights[here] = 1
        return weights @ self.stations.values / weights.sum(axis=1)

    def left_out(self, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float64 (stations,): what the other stations give at each."""
        x, y, values = self.stations.x, self.stations.y, self.stations.values
        found = np.empty(values.size)
        for index in range(values.size):
            stop_if_asked(should_stop)
            weights = distances_between(x[[index]], y[[index]], self.stations)[0]
            weights[index] = np.inf
            weights **= -POWER
            found[index] = weights @ values / weights.sum()
        return found
