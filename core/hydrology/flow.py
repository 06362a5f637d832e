"""From a DEM on disk to the upslope area of every cell."""

import numpy as np

from ..progress import Progress, ShouldStop, never_stop, no_progress, part, track
from ..raster import Raster
from ..terrain.dem import read_heights
from .accumulation import upslope_cells
from .depressions import treat_depressions
from .surface import empty_surface


def specific_catchment_area(
    dem: Raster, method: str, depressions: str, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> tuple[np.ndarray, int]:
    """Return upslope area per contour width in m, float64 (rows, columns) with NaN for nodata, and the depressions treated.

    The contour width of a cell is the root of its area. Holds the whole DEM in memory: see ``choices.flow_memory``.
    """
    grid = dem.grid
    surface = empty_surface(grid.height, grid.width, grid.cell_width, grid.cell_height)
    heights = surface.inner(surface.heights)
    for window in track(grid.windows(), grid.window_count(), "Reading the DEM", part(progress, 0, 0.1), should_stop):
        rows, columns = slice(window.row, window.row + window.height), slice(window.column, window.column + window.width)
        heights[rows, columns] = read_heights(dem, window)
    treated = treat_depressions(surface, depressions, part(progress, 0.1, 0.5), should_stop)
    area = upslope_cells(surface, method, part(progress, 0.5, 1), should_stop)
    area *= np.sqrt(grid.cell_area)
    return area, treated
