"""The variogram: how much values differ with distance, measured and as a fitted model."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls
from scipy.spatial.distance import pdist

from .stations import Stations

LAGS = 15
RANGES_TRIED = 60


@dataclass(frozen=True)
class Variogram:
    """γ(h) = nugget + sill · shape(h / range) for h > 0, and 0 at h = 0; ``model`` names the shape."""

    model: str
    nugget: float
    sill: float
    range: float

    def __call__(self, distances: np.ndarray) -> np.ndarray:
        """Return γ of distances in map units."""
        return np.where(distances > 0, self.nugget + self.sill * SHAPES[self.model](distances / self.range), 0.0)


def _spherical(ratio: np.ndarray) -> np.ndarray:
    return np.where(ratio < 1, 1.5 * ratio - 0.5 * ratio**3, 1.0)


def _exponential(ratio: np.ndarray) -> np.ndarray:
    return 1 - np.exp(-ratio)


SHAPES = {"spherical": _spherical, "exponential": _exponential}


@dataclass(frozen=True)
class MeasuredVariogram:
    """Mean distance, half the mean squared difference and number of pairs for each class of distance, float64 (lags,)."""

    distances: np.ndarray
    values: np.ndarray
    pairs: np.ndarray


def measured_variogram(stations: Stations) -> MeasuredVariogram:
    """Return Matheron's estimate over LAGS classes up to half the largest distance (all of it for few stations)."""
    distances = pdist(np.stack([stations.x, stations.y], axis=1))
    halves = pdist(stations.values[:, np.newaxis], "sqeuclidean") / 2
    farthest = distances.max() / (2 if len(stations) > LAGS else 1)
    lag = np.minimum((distances / farthest * LAGS).astype(int), LAGS)
    pairs = np.bincount(lag, minlength=LAGS + 1)[:LAGS]
    used = pairs > 0
    sums = [np.bincount(lag, of, LAGS + 1)[:LAGS][used] for of in (distances, halves)]
    return MeasuredVariogram(sums[0] / pairs[used], sums[1] / pairs[used], pairs[used].astype(float))


def fitted_variogram(measured: MeasuredVariogram) -> Variogram:
    """Return the model nearest to the measured variogram in weighted least squares (weight: pairs over squared distance).

    For every shape and a series of ranges the nugget and the sill are the exact least-squares solution not below 0.
    """
    weights = np.sqrt(measured.pairs) / measured.distances
    best, least = None, np.inf
    for model, shape in SHAPES.items():
        for reach in np.geomspace(measured.distances.min() / 2, measured.distances.max() * 4, RANGES_TRIED):
            columns = np.stack([np.ones_like(measured.distances), shape(measured.distances / reach)], axis=1)
            (nugget, sill), misfit = nnls(columns * weights[:, np.newaxis], measured.values * weights)
            if misfit < least:
                best, least = Variogram(model, float(nugget), float(sill), float(reach)), misfit
    return best
