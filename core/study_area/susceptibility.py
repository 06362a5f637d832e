"""The stated truth: the probability that a cell belongs to a landslide, as a function of its factors and surroundings."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..vector import Features, rasterised
from .climate import Climate
from .geology import ROCKS
from .site import Site

STATED_FUNCTION = {
    "slope": "3.2 · exp(−((slope − 36°) / 13°)²)",
    "slope_around": "1.5 · (mean slope of 9 × 9 cells − 24°) / 5°, between −2 and 2",
    "aspect": "0.7 · cos(aspect − 150°) · min(slope / 15°, 1)",
    "plan_curvature": "−0.6 · tanh(plan curvature / 0.008 per m)",
    "lithology": {rock.name: rock.logit for rock in ROCKS},
    "distance_to_faults": "1.6 · exp(−distance / 700 m)",
    "distance_to_rivers": "1.3 · exp(−distance / 180 m)",
    "distance_to_roads": "1.3 · exp(−distance / 120 m)",
    "forest": "−0.7 where forest",
    "rainfall": "0.4 · (annual rainfall − mean) / standard deviation",
    "shaking": "0.4 · (peak ground acceleration − mean) / standard deviation",
}
"""Terms of the logit, as study_area.json states them; the intercept makes the mean probability the landslides' share."""

UNKNOWN_DEVIATION = 0.7
"""Standard deviation of what no factor explains, correlated over about a kilometre; not part of the stated probability."""


@dataclass(frozen=True)
class Landform:
    """Slope (degrees), aspect (degrees clockwise from north) and plan curvature (1/m, positive on spurs) on the DEM grid."""

    slope: np.ndarray
    aspect: np.ndarray
    plan_curvature: np.ndarray


def landform_of(elevation: np.ndarray, cell: float) -> Landform:
    """Return the landform of an elevation grid (rows, columns) in m."""
    surface = np.pad(elevation.astype(np.float64), 1, mode="reflect", reflect_type="odd")
    south, east = np.gradient(surface, cell)
    p, q = east, -south
    s_south, r = np.gradient(p, cell)
    t, s = -np.gradient(q, cell)[0], -s_south
    steep = p**2 + q**2
    plan = -(q**2 * r - 2 * p * q * s + p**2 * t) / np.maximum(steep, 1e-6) ** 1.5
    inside = (slice(1, -1), slice(1, -1))
    slope = np.degrees(np.arctan(np.sqrt(steep)))[inside]
    aspect = (np.degrees(np.arctan2(-p, -q)) % 360)[inside]
    return Landform(slope, aspect, np.where(slope > 1, plan[inside], 0.0))


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
    logit = 3.2 * np.exp(-(((slope - 36) / 13) ** 2)) + 1.5 * np.clip((around - 24) / 5, -2, 2)
    logit += 0.7 * np.cos(np.radians(landform.aspect - 150)) * np.minimum(slope / 15, 1)
    logit -= 0.6 * np.tanh(landform.plan_curvature / 0.008)
    by_name = {rock.name: rock.logit for rock in ROCKS}
    logit += rasterised(
        lithology, site.dem, values=[by_name[name] for name in lithology.attributes["lithology"]], all_touched=False
    )
    for name, weight, reach in (("faults", 1.6, 700.0), ("rivers", 1.3, 180.0), ("roads", 1.3, 120.0)):
        logit += weight * np.exp(-distance_to(site, lines[name]) / reach)
    logit -= 0.7 * forest
    return logit + 0.4 * _standard(climate.rainfall) + 0.4 * _standard(climate.shaking)


def calibrated(logit: np.ndarray, share: float) -> np.ndarray:
    """Return float32 probabilities whose mean is ``share``: the intercept is found by bisection."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _probability(logit + middle).mean() < share else (low, middle)
    return _probability(logit + low).astype(np.float32)


def distance_to(site: Site, lines: Features) -> np.ndarray:
    """Return metres (rows, columns) from each DEM cell to lines, those up to 3 km outside the DEM included."""
    halo = 100
    window = site.dem.whole().grown(halo)
    burnt = rasterised(lines, site.dem, window) > 0
    distance = ndimage.distance_transform_edt(~burnt, sampling=site.dem.cell_width)
    return distance[halo:-halo, halo:-halo]


def _probability(logit: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-logit))


def _standard(values: np.ndarray) -> np.ndarray:
    return (values - values.mean()) / max(float(values.std()), 1e-9)
