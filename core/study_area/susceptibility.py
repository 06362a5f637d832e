"""The stated truth: the probability that a cell belongs to a landslide, as a function of its factors and surroundings."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..factors.distance import distance_field
from ..terrain.derivatives import aspects, curvatures, gradients, slopes
from ..vector import Features, rasterised
from .climate import Climate
from .geology import ROCKS
from .site import Site

WEIGHTS = {
    "slope": 3.1,
    "slope_around": 1.5,
    "aspect": 0.7,
    "plan_curvature": -0.6,
    "distance_to_faults": 1.6,
    "distance_to_rivers": 1.3,
    "distance_to_roads": 1.3,
    "forest": -0.7,
    "rainfall": 0.4,
    "shaking": 0.4,
}
TERMS = {
    "slope": "exp(−((slope − 36°) / 13°)²)",
    "slope_around": "(mean slope of 9 × 9 cells − 24°) / 5°, kept between −2 and 2",
    "aspect": "cos(aspect − 150°) · min(slope / 15°, 1)",
    "plan_curvature": "tanh(plan curvature / 0.008 per m)",
    "distance_to_faults": "exp(−distance / 700 m)",
    "distance_to_rivers": "exp(−distance / 180 m)",
    "distance_to_roads": "exp(−distance / 120 m)",
    "forest": "1 in forest, else 0",
    "rainfall": "(annual rainfall − mean) / standard deviation",
    "shaking": "(peak ground acceleration − mean) / standard deviation",
}
REACHES = {"faults": 700.0, "rivers": 180.0, "roads": 120.0}
"""Distance in m over which a line's influence falls to 1/e."""

SURROUNDINGS = 2.0
"""The logit is averaged over the ground around a cell by a Gaussian of this standard deviation, in cells."""

SHARPNESS = 1.35
"""Landslides are drawn with odds exp(SHARPNESS · mean logit under the landslide): a mean over several cells differs less from
place to place than its cells do, and this makes up for it, so that cells are hit as often as stated."""

UNKNOWN_DEVIATION = 0.8
"""Standard deviation of what no factor explains, correlated over about a kilometre; not part of the stated probability."""


def stated_function() -> dict:
    """Return the truth as study_area.json states it; the intercept makes the mean probability the landslides' share."""
    return {
        "logit": {name: f"{weight:g} · ({TERMS[name]})" for name, weight in WEIGHTS.items()},
        "logit_of_lithology": {rock.name: rock.logit for rock in ROCKS},
        "surroundings": f"the sum of the terms is averaged by a Gaussian of standard deviation {SURROUNDINGS:g} cells",
        "draw": f"odds of a landslide: exp({SHARPNESS:g} · mean logit under it + what no factor explains)",
        "unknown_standard_deviation": UNKNOWN_DEVIATION,
    }


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
    """Return float64 (rows, columns): what ``stated_function`` says, without intercept.

    ``lines`` holds ``faults``, ``rivers`` and ``roads``; ``forest`` is bool on the DEM grid.
    """
    slope = landform.slope
    around = ndimage.uniform_filter(slope, 9, mode="nearest")
    terms = {
        "slope": np.exp(-(((slope - 36) / 13) ** 2)),
        "slope_around": np.clip((around - 24) / 5, -2, 2),
        "aspect": np.cos(np.radians(landform.aspect - 150)) * np.minimum(slope / 15, 1),
        "plan_curvature": np.tanh(landform.plan_curvature / 0.008),
        "forest": forest,
        "rainfall": _standard(climate.rainfall),
        "shaking": _standard(climate.shaking),
    }
    for name, reach in REACHES.items():
        distance = distance_field(lines[name], site.dem).read(site.dem.whole())
        terms[f"distance_to_{name}"] = np.exp(-distance / reach)
    by_name = {rock.name: rock.logit for rock in ROCKS}
    rocks = [by_name[name] for name in lithology.attributes["lithology"]]
    logit = rasterised(lithology, site.dem, values=rocks, all_touched=False)
    logit += sum(weight * terms[name] for name, weight in WEIGHTS.items())
    return ndimage.gaussian_filter(logit, SURROUNDINGS, mode="nearest")


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
