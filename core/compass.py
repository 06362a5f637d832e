"""Directions in degrees clockwise from north."""

import numpy as np

FLAT = -1
"""What a circular factor holds on flat ground, which faces nowhere."""
SECTORS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def sector_of(degrees: np.ndarray) -> np.ndarray:
    """Return the number of the 45° sector (0 = N, 1 = NE … 7 = NW) of directions in degrees clockwise from north."""
    return (np.round(np.asarray(degrees, dtype=float) / 45.0) % 8).astype(int)
