"""A small picture of a scene."""

import numpy as np

from ..figures.prediction_sheet import picture_of
from ..progress import ShouldStop, no_progress, track
from ..raster import Raster
from ..thumbnail import Thumbnail


def scene_picture(raster: Raster, should_stop: ShouldStop) -> np.ndarray:
    """Return (rows, columns, 3) in [0, 1], at most ``thumbnail.LONGEST_SIDE`` a side; white where there are no data."""
    grid, bands = raster.grid, raster.data_bands
    thumbnails = [Thumbnail(grid) for _ in bands]
    for window in track(grid.windows(), grid.window_count(), "Drawing the scene", no_progress, should_stop):
        for thumbnail, values in zip(thumbnails, raster.read(window, bands), strict=True):
            thumbnail.add(values, window)
    return picture_of(np.stack([thumbnail.values for thumbnail in thumbnails]), [raster.band_names[band] for band in bands])
