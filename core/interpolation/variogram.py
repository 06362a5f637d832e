"""The variogram: how much values differ with distance, measured and as a fitted model, both by PyKrige."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial.distance import pdist

from .stations import Stations

LAGS = 15
MODELS = ("spherical", "exponential")
PURE_NUGGET = 0.01
"""Share of the sill beyond the nugget, of the whole, below which near stations are no more alike than far ones."""


@dataclass(frozen=True)
class Variogram:
    """γ(h) for h > 0, and 0 at h = 0: from ``nugget``, by the curve ``model``, to nugget + ``sill``.

    ``range`` (map units): where the sill is reached, exponential 95 % of it.
    """

    model: str
    nugget: float
    sill: float
    range: float

    def __call__(self, distances: np.ndarray) -> np.ndarray:
        """Return γ of distances in map units."""
        from pykrige.ok import OrdinaryKriging

        curve = OrdinaryKriging.variogram_dict[self.model]
        return np.where(distances > 0, curve([self.sill, self.range, self.nugget], distances), 0.0)

    @property
    def is_pure_nugget(self) -> bool:
        """True when near stations are no more alike than far ones."""
        return self.sill < PURE_NUGGET * (self.nugget + self.sill)


@dataclass(frozen=True)
class MeasuredVariogram:
    """Mean distance and half the mean squared difference for each class of distance, float64 (lags,)."""

    distances: np.ndarray
    values: np.ndarray


def fitted_variogram(stations: Stations) -> tuple[Variogram, MeasuredVariogram]:
    """Return the model of MODELS that fits the stations better, and what was measured.

    PyKrige fits by robust least squares and trusts short distances more. The model is chosen over the nearer half of the
    distances, where it matters.
    """
    from pykrige.ok import OrdinaryKriging

    where = np.stack([stations.x, stations.y], axis=1)
    apart = pdist(where)
    # the search compares and stops in absolute numbers: with sizes of one it does not depend on units
    farthest, spread = apart.max(), stations.values.std()
    x, y = (where - where.mean(axis=0)).T / farthest
    best, least = None, np.inf
    for model in MODELS:
        # PyKrige's weights divide by the spread of distances, and three stations can lie equally far apart
        weighted = bool(np.ptp(apart) > 1e-6 * farthest)
        fit = OrdinaryKriging(x, y, stations.values / spread, model, nlags=LAGS, weight=weighted)
        near = fit.lags <= fit.lags.max() / 2 if len(fit.lags) > LAGS / 2 else np.ones(len(fit.lags), dtype=bool)
        modelled = fit.variogram_function(fit.variogram_model_parameters, fit.lags)
        misfit = ((modelled - fit.semivariance)[near] ** 2).sum()
        if misfit < least:
            sill, reach, nugget = map(float, fit.variogram_model_parameters)
            reach = max(reach, 1e-6) * farthest
            best, least = Variogram(model, nugget * spread**2, sill * spread**2, reach), misfit
    return best, MeasuredVariogram(fit.lags * farthest, fit.semivariance * spread**2)
