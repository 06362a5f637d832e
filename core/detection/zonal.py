"""What a raster holds under each polygon of a layer."""

from collections.abc import Iterator

import numpy as np

from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster
from ..vector import Features, envelope_window, rasterised


def mean_under(
    polygons: Features,
    raster: Raster,
    band: int = 0,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return float64 (polygons,): the mean of a band (from 0) under each polygon, NaN where it has no data.

    Polygons in the raster's reference system; a polygon that holds no cell's centre takes the mean of all cells it touches.
    """
    message = f"Averaging {raster.band_names[band]}"
    means = np.full(len(polygons), np.nan)
    for index, (window, cells) in enumerate(
        track(cells_under(polygons, raster.grid), len(polygons), message, progress, should_stop)
    ):
        values = raster.read(window, [band])[0][cells]
        valid = values[np.isfinite(values)]
        if valid.size:
            means[index] = valid.mean(dtype=np.float64)
    return means


def cells_under(polygons: Features, grid: Grid, margins: np.ndarray | None = None) -> Iterator[tuple[Window, np.ndarray]]:
    """Yield for each polygon a window of a north-up grid and bool (rows, columns): the cells of the polygon in it.

    Cells with their centre in the polygon or, where there are none, all that it touches. ``margins`` (polygons,) int widens the
    windows; they may reach beyond the grid.
    """
    for index, shape in enumerate(polygons.shapes()):
        window = envelope_window(shape, grid).grown(0 if margins is None else int(margins[index]))
        one = polygons.chosen([index])
        cells = rasterised(one, grid, window, [1], all_touched=False) > 0
        yield window, cells if cells.any() else rasterised(one, grid, window, [1], all_touched=True) > 0
