"""Distances between places and stations."""

import numpy as np

from .stations import Stations


def distances_between(x: np.ndarray, y: np.ndarray, stations: Stations) -> np.ndarray:
    """Return float64 (places, stations) in map units."""
    return np.hypot(x[:, np.newaxis] - stations.x, y[:, np.newaxis] - stations.y)
