"""Directions in degrees clockwise from north."""

import numpy as np

FLAT = -1
"""What a circular factor holds on flat ground, which faces nowhere."""
SECTORS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def sector_of(degrees: np.ndarray) -> np.ndarray:
    """Return the number of the 45° sector (0 = N, 1 = NE … 7 = NW) of directions in degrees clockwise from north."""
    return np.floor(np.asarray(degrees, dtype=float) / 45.0 + 0.5).astype(int) % 8


def direction_class(aspect: np.ndarray) -> np.ndarray:
    """Return ``sector_of`` each aspect, and 8 for flat ground (values below 0). A direction between two sectors, such as 22.5°,
    belongs to the one clockwise of it."""
    return np.where(aspect < 0, len(SECTORS), sector_of(aspect))
