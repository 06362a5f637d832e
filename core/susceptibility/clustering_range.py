"""How far landslides cling together: the range of an exponential variogram."""

import numpy as np

LAGS = 20
RANGES = 60
FEWEST_LAGS = 4
FEWEST_PAIRS = 30
"""Pairs that make a lag's semivariance dependable (Journel & Huijbregts 1978)."""
LEAST_STRUCTURE = 0.05
"""Share of the semivariance that must depend on distance; less comes about by chance."""
FARTHEST = 0.5
"""Longest lag as a share of the area's shorter side: longer ones have too few independent pairs."""
MOST_POINTS = 3000


def clustering_range(x: np.ndarray, y: np.ndarray, landslide: np.ndarray, seed: int = 0) -> float:
    """Return the practical range (map units): beyond it a point tells nothing of whether another is a landslide.

    ``x``, ``y`` float64 (n,) and ``landslide`` (n,) of 1 and 0, one point per landslide and points without. The semivariance
    of the 0/1 values is fitted with an exponential model (nugget, sill, range; 95 % of the sill is reached at the range) by
    least squares weighted by the number of pairs. The longest lag is returned when there is no sill before it, 0 when there is
    no structure, or the points are too few or too near to each other where it ends to tell.
    """
    lags, semivariance, counts = _semivariogram(x, y, landslide, seed)
    if len(lags) < FEWEST_LAGS:
        return 0.0
    candidates = np.geomspace(lags[0] / 2, 2 * lags[-1], RANGES)
    fits = [_fitted(lags, semivariance, counts, candidate) for candidate in candidates]
    best = int(np.argmin([misfit for misfit, _, _ in fits]))
    _, nugget, sill = fits[best]
    supported = lags[counts >= FEWEST_PAIRS]
    if sill < LEAST_STRUCTURE * (nugget + sill) or not (supported <= candidates[best]).any():
        return 0.0
    return float(min(candidates[best], lags[-1]))


def _semivariogram(x: np.ndarray, y: np.ndarray, landslide: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return mean distance, semivariance and number of pairs of each lag that has pairs."""
    chosen = np.random.default_rng(seed).permutation(len(x))[:MOST_POINTS]
    x, y, values = x[chosen], y[chosen], landslide[chosen].astype(np.float64)
    longest = FARTHEST * min(np.ptp(x), np.ptp(y))
    # lags grow with distance, so that short ranges are seen too
    edges = longest * np.linspace(0, 1, LAGS + 1) ** 2
    sums = np.zeros((3, LAGS))
    for index in range(len(x) - 1):
        distance = np.hypot(x[index + 1 :] - x[index], y[index + 1 :] - y[index])
        place = np.searchsorted(edges, distance, side="right") - 1
        near = (place < LAGS) & (distance > 0)  # two points at one place say nothing of distance
        differs = 0.5 * (values[index + 1 :] - values[index]) ** 2
        for row, weights in enumerate((np.ones(len(distance)), distance, differs)):
            sums[row] += np.bincount(place[near], weights[near], LAGS)
    filled = sums[0] > 0
    counts, distances, differences = sums[:, filled]
    return distances / counts, differences / counts, counts


def _fitted(lags: np.ndarray, semivariance: np.ndarray, counts: np.ndarray, candidate: float) -> tuple[float, float, float]:
    """Return for one range the weighted sum of squares left, nugget and sill, both at least 0."""
    shape = 1 - np.exp(-3 * lags / candidate)
    weights = np.sqrt(counts)
    design = np.stack([np.ones_like(lags), shape], axis=1)
    nugget, sill = np.linalg.lstsq(design * weights[:, np.newaxis], semivariance * weights, rcond=None)[0]
    if sill < 0:
        nugget, sill = np.average(semivariance, weights=counts), 0.0
    elif nugget < 0:
        nugget, sill = 0.0, np.sum(counts * shape * semivariance) / np.sum(counts * shape**2)
    return float(np.sum(counts * (semivariance - nugget - sill * shape) ** 2)), nugget, sill
