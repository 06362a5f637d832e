"""What sets landslides off: monthly rainfall and the shaking of one earthquake, as fields and as measurements of them."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from .noise import smooth_field
from .site import Site

MONTHLY_SHARE = np.array([0.01, 0.015, 0.03, 0.06, 0.11, 0.17, 0.2, 0.18, 0.12, 0.07, 0.025, 0.01])
"""Share of the year's rain that falls in each month: a summer monsoon."""


@dataclass(frozen=True)
class Climate:
    """Annual rainfall in mm and peak ground acceleration in g, float32 on the DEM grid."""

    rainfall: np.ndarray
    shaking: np.ndarray


def climate_of(site: Site, elevation: np.ndarray, generator: np.random.Generator) -> Climate:
    """Return rain that grows with altitude and towards the south-east, and shaking that fades from an epicentre.

    Attenuation: ln PGA = a − 1.1 ln(distance + 8 km), with a smooth deviation for the ground.
    """
    rows, columns = np.mgrid[: site.dem.height, : site.dem.width] / site.dem.width
    altitude = ndimage.gaussian_filter(elevation, 12, mode="nearest")
    rain = 1050 + 0.35 * (altitude - altitude.mean()) + 160 * (rows + columns - 1)
    rain += 70 * smooth_field(elevation.shape, 90, generator)
    east, north = generator.uniform(0.1, 0.9, 2) * site.side
    x, y = columns * site.side, (1 - rows) * site.side
    distance = np.hypot(x - east, y - north) / 1000
    shaking = 0.55 * (8.0 / (distance + 8.0)) ** 1.1 * np.exp(0.12 * smooth_field(elevation.shape, 60, generator))
    return Climate(rain.astype(np.float32), shaking.astype(np.float32))
