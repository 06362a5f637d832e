"""The stated truth: the probability that a cell belongs to a landslide, as a function of its factors and surroundings."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..distance import distance_field
from ..terrain.derivatives import aspects, curvatures, gradients, slopes
from ..vector import Features, rasterised
from .climate import Climate
from .geology import ROCKS
from .site import Site

STATED_FUNCTION = {
    "slope": "4.2 · exp(−((slope − 36°) / 13°)²)",
    "slope_around": "2.0 · (mean slope of 9 × 9 cells − 24°) / 5°, between −2 and 2",
    "aspect": "0.9 · cos(aspect − 150°) · min(slope / 15°, 1)",
    "plan_curvature": "−0.8 · tanh(plan curvature / 0.008 per m)",
    "lithology": {rock.name: rock.logit for rock in ROCKS},
    "distance_to_faults": "2.1 · exp(−distance / 700 m)",
    "distance_to_rivers": "1.7 · exp(−distance / 180 m)",
    "distance_to_roads": "1.7 · exp(−distance / 120 m)",
    "forest": "−0.9 where forest",
    "rainfall": "0.5 · (annual rainfall − mean) / standard deviation",
    "shaking": "0.5 · (peak ground acceleration − mean) / standard deviation",
}
"""Terms of the logit, as study_area.json states them; the intercept makes the mean probability the landslides' share."""

UNKNOWN_DEVIATION = 0.8
"""Standard deviation of what no factor explains, correlated over about a kilometre; not part of the stated probability."""


@dataclass(frozen=True)
class Landform:
    """Slope (degrees), aspect (degrees clockwise from north) and plan curvature (1/m, positive on spurs) on the DEM grid."""

    slope: np.ndarray
    aspect: np.ndarray
    plan_curvature: np.ndarray


def landform_of(elevation: np.ndarray, cell: float) -> Landform:
    """Return the landform of an elevation grid (rows, columns) in m."""
    # the border goes on with the slope it has, as gdaldem -compute_edges takes it
    heights = np.pad(elevation.astype(np.float32), 1, mode="reflect", reflect_type="odd")
    slope, aspect, plan, profile = (np.empty(elevation.shape, dtype=np.float32) for _ in range(4))
    east, north = gradients(heights, cell, cell, False)
    slopes(east, north, slope)
    aspects(east, north, aspect)
    curvatures(heights, cell, cell, plan, profile)
    return Landform(slope, aspect, plan)


def stated_logit(
    site: Site,
    landform: Landform,
    lithology: Features,
    lines: dict[str, Features],
    forest: np.ndarray,
    climate: Climate,
) -> np.ndarray:
    """Return float64 (rows, columns): the terms of ``STATED_FUNCTION`` summed, without intercept.

    ``lines`` holds ``faults``, ``rivers`` and ``roads``; ``forest`` is bool on the DEM grid.
    """
    slope = landform.slope
    around = ndimage.uniform_filter(slope, 9, mode="nearest")
    logit = 4.2 * np.exp(-(((slope - 36) / 13) ** 2)) + 2.0 * np.clip((around - 24) / 5, -2, 2)
    logit += 0.9 * np.cos(np.radians(landform.aspect - 150)) * np.minimum(slope / 15, 1)
    logit -= 0.8 * np.tanh(landform.plan_curvature / 0.008)
    by_name = {rock.name: rock.logit for rock in ROCKS}
    logit += rasterised(
        lithology, site.dem, values=[by_name[name] for name in lithology.attributes["lithology"]], all_touched=False
    )
    for name, weight, reach in (("faults", 2.1, 700.0), ("rivers", 1.7, 180.0), ("roads", 1.7, 120.0)):
        logit += weight * np.exp(-distance_field(lines[name], site.dem).read(site.dem.whole()) / reach)
    logit -= 0.9 * forest
    logit += 0.5 * _standard(climate.rainfall) + 0.5 * _standard(climate.shaking)
    return ndimage.gaussian_filter(logit, 2.0, mode="nearest")


def calibrated(logit: np.ndarray, share: float) -> np.ndarray:
    """Return float32 probabilities whose mean is ``share``: the intercept is found by bisection."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _probability(logit + middle).mean() < share else (low, middle)
    return _probability(logit + low).astype(np.float32)


def _probability(logit: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logit))


def _standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / max(float(values.std()), 1e-9)
