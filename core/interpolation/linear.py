"""Linear interpolation in the Delaunay triangles of the stations."""

import numpy as np
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import ConvexHull, QhullError

from ..errors import InputError
from ..progress import ShouldStop, never_stop, stop_if_asked
from .stations import Stations


class Linear:
    """A plane through the corners of each triangle; NaN outside the hull of the stations."""

    def __init__(self, stations: Stations):
        self.stations = stations
        # near the origin, because the triangulation loses digits on coordinates of millions
        self._middle = stations.x.mean(), stations.y.mean()
        try:
            self._planes = LinearNDInterpolator(self._moved(stations.x, stations.y), stations.values)
        except QhullError:
            raise InputError(
                "METHOD", "linear", "needs stations that span triangles, and these lie on one line; choose idw or kriging"
            ) from None

    @property
    def reach(self) -> int:
        """How many stations count at a place."""
        return len(self.stations)

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return float64 (places,)."""
        return self._planes(self._moved(x, y))

    def left_out(self, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float64 (stations,): what the other stations give at each; NaN for those on the hull."""
        found = np.full(len(self.stations), np.nan)
        hull = ConvexHull(self._moved(self.stations.x, self.stations.y))
        for index in np.setdiff1d(np.arange(len(self.stations)), hull.vertices):
            stop_if_asked(should_stop)
            others = Linear(self.stations.without(index))
            found[index] = others.at(self.stations.x[[index]], self.stations.y[[index]])[0]
        return found

    def _moved(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return np.stack([x - self._middle[0], y - self._middle[1]], axis=1)
