"""Is a band that a file calls alpha a mask, or data that was only labelled so?

GDAL labels the fourth band of every four-band 8-bit GeoTIFF it makes as alpha unless told otherwise, so near infrared comes as
alpha all the time. A mask says yes or no: nearly all its cells are 0 or the greatest value, but for soft edges.
"""

import numpy as np
from osgeo import gdal

SAMPLES = 6
SIDE = 64
SOFT_EDGES = 0.05
"""A mask has up to this share of values in between; a band of data has nearly all."""


def is_mask(band: gdal.Band) -> bool:
    """True when a band of a raster, looked at in SAMPLES × SAMPLES squares of SIDE cells, says yes or no."""
    columns, rows = _starts(band.XSize), _starts(band.YSize)
    squares = [
        band.ReadAsArray(column, row, min(SIDE, band.XSize), min(SIDE, band.YSize)) for row in rows for column in columns
    ]
    values = np.concatenate([square.ravel() for square in squares if square is not None] or [np.zeros(0)])
    between = (values > 0) & (values < values.max(initial=0))
    return bool(between.sum() <= SOFT_EDGES * max(values.size, 1))


def _starts(length: int) -> list[int]:
    return np.unique(np.linspace(0, max(length - SIDE, 0), SAMPLES).astype(int)).tolist()
