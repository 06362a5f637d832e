"""Topographic wetness index and stream power index from upslope area and slope."""

import numpy as np

LEAST_SLOPE = 0.001
"""Slope (rise over run) that flat ground counts as, so that both indices stay finite."""


def wetness(area: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Return twi = ln(a / tan β) (Beven & Kirkby 1979); ``area`` is upslope area per contour width in m, ``slope`` is tan β."""
    return np.log(area / np.maximum(slope, LEAST_SLOPE))


def stream_power(area: np.ndarray, slope: np.ndarray) -> np.ndarray:
    """Return spi = a · tan β (Moore, Grayson & Ladson 1991), in metres."""
    return area * np.maximum(slope, LEAST_SLOPE)
