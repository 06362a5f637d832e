"""Spectral indices from reflectance, on arrays: NDVI, NDWI, BSI, a free band ratio, and composites of several dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

Reflectance = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class SpectralIndex:
    """An index: its full name, the bands it takes, and the numerator and denominator of its quotient."""

    title: str
    bands: tuple[str, ...]
    numerator: Callable[[Reflectance], np.ndarray]
    denominator: Callable[[Reflectance], np.ndarray]
    is_difference: bool = True
    """A normalised difference, so that its values lie in [−1, 1]."""


INDICES = {
    # Rouse et al. 1974
    "ndvi": SpectralIndex(
        "normalised difference vegetation index",
        ("red", "nir"),
        lambda r: r["nir"] - r["red"],
        lambda r: r["nir"] + r["red"],
    ),
    # McFeeters 1996: open water is positive
    "ndwi": SpectralIndex(
        "normalised difference water index",
        ("green", "nir"),
        lambda r: r["green"] - r["nir"],
        lambda r: r["green"] + r["nir"],
    ),
    # Rikimaru et al. 2002
    "bsi": SpectralIndex(
        "bare soil index",
        ("blue", "red", "nir", "swir"),
        lambda r: (r["swir"] + r["red"]) - (r["nir"] + r["blue"]),
        lambda r: (r["swir"] + r["red"]) + (r["nir"] + r["blue"]),
    ),
    "ratio": SpectralIndex(
        "band ratio", ("numerator", "denominator"), lambda r: r["numerator"], lambda r: r["denominator"], False
    ),
}


def spectral_index(name: str, reflectance: Reflectance) -> np.ndarray:
    """Return one of ``INDICES`` as float32 (rows, columns).

    ``reflectance`` maps band roles to float arrays (rows, columns) with NaN for nodata. Haze correction can leave reflectance
    slightly below zero, which would push a normalised difference out of [−1, 1]: it counts as zero. A denominator of zero
    gives NaN, as does nodata in any band.
    """
    index = INDICES[name]
    values = {role: np.asarray(reflectance[role], dtype=np.float64) for role in index.bands}
    if index.is_difference:
        values = {role: np.maximum(array, 0.0) for role, array in values.items()}
    denominator = index.denominator(values)
    denominator = np.where(denominator == 0, np.nan, denominator)
    return (index.numerator(values) / denominator).astype(np.float32)


def composite(dates: np.ndarray, method: str) -> np.ndarray:
    """Return the ``maximum`` or ``median`` over the first axis of (dates, rows, columns), leaving out NaN.

    A cell is NaN where every date is NaN. The median of an even number of dates is the mean of the two in the middle.
    """
    if method == "maximum":
        return np.fmax.reduce(dates, axis=0)
    ordered = np.sort(dates, axis=0)  # NaN goes last
    count = np.isfinite(dates).sum(axis=0, keepdims=True)
    lower = np.take_along_axis(ordered, np.maximum(count - 1, 0) // 2, axis=0)[0]
    upper = np.take_along_axis(ordered, np.maximum(count, 1) // 2, axis=0)[0]
    return (lower + upper) / 2
