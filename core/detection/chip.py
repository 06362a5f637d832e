"""One training chip, and the splits it may belong to."""

from dataclasses import dataclass

import numpy as np

SPLITS = ("train", "val", "test")
NO_DATA = 255
"""Value of a mask where the picture has no data."""


@dataclass(frozen=True)
class Chip:
    """One chip: ``image`` float32 (bands, rows, columns) with NaN for nodata, ``mask`` uint8 (rows, columns) with 1 landslide,
    0 not, 255 nodata, and one bool (rows, columns) for each landslide."""

    image: np.ndarray
    mask: np.ndarray
    instances: list[np.ndarray]
