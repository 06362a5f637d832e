"""What a DEM must be before terrain is derived from it."""

import os

import numpy as np

from ..crs import check_metric_grid
from ..errors import InputError
from ..grid import Window
from ..ground_scale import TRUE_ENOUGH, ground_cell_size
from ..progress import ShouldStop, never_stop, stop_if_asked
from ..raster import Raster, open_raster

PARAMETER = "DEM"
METRES = ("", "m", "metre", "meter", "metres", "meters")
SMALLEST_SIDE = 3
LARGEST_HEIGHT = 1e5
"""In metres: beyond any mountain, so that it can only mean nodata."""


def open_dem(path: str | os.PathLike, should_stop: ShouldStop = never_stop) -> Raster:
    """Open a DEM whose first band holds heights in metres on a north-up grid in metres.

    Raises InputError, with the cure, for a CRS in degrees or feet or none, a rotated grid, a projection that stretches (Web
    Mercator), heights in another unit, fewer than 3 × 3 cells, no data, and the same height everywhere.
    """
    dem = open_raster(path, PARAMETER)
    check_metric_grid(dem.grid, PARAMETER, path)
    _check_true_to_scale(dem)
    unit = dem.units[0]
    if unit.strip().lower() not in METRES:
        raise InputError(
            PARAMETER, path, f'has heights in {unit}, and slopes need metres; convert them with the "Raster calculator"'
        )
    if min(dem.grid.width, dem.grid.height) < SMALLEST_SIDE:
        raise InputError(PARAMETER, path, f"has {dem.grid.describe()}; slopes need at least 3 × 3 cells, so use a larger DEM")
    _check_varies(dem, should_stop)
    return dem


def read_heights(dem: Raster, window: Window) -> np.ndarray:
    """Return the heights of a window in metres, float32 (rows, columns); nodata, infinite and outside cells are NaN.

    A scale and an offset of the band are applied. Raises InputError for a height that no place has.
    """
    heights = dem.read(window, [0])[0]
    if (dem.scales[0], dem.offsets[0]) != (1, 0):
        heights = (heights * dem.scales[0] + dem.offsets[0]).astype(np.float32)
    heights[np.isinf(heights)] = np.nan
    for extreme in (np.fmin.reduce(heights, None), np.fmax.reduce(heights, None)):
        if abs(extreme) > LARGEST_HEIGHT:
            raise InputError(
                dem.parameter, dem.path, f'holds the height {extreme:g} m; declare it as nodata with gdal_edit or "Translate"'
            )
    return heights


def _check_true_to_scale(dem: Raster) -> None:
    ground, on_map = ground_cell_size(dem.grid), np.sqrt(dem.grid.cell_area)
    if abs(ground / on_map - 1) > TRUE_ENOUGH:
        raise InputError(
            dem.parameter,
            dem.path,
            f"is in a projection that shows {ground:.4g} m on the ground as {on_map:.4g} m, so slopes would be wrong; "
            'reproject it with "Warp (reproject)" to a CRS true to scale there, such as UTM',
        )


def _check_varies(dem: Raster, should_stop: ShouldStop) -> None:
    """Raise InputError unless two cells differ; reads no further than to the second height."""
    lowest, highest = np.inf, -np.inf
    for window in dem.grid.windows():
        stop_if_asked(should_stop)
        heights = read_heights(dem, window)
        lowest, highest = np.fmin.reduce(heights, None, initial=lowest), np.fmax.reduce(heights, None, initial=highest)
        if lowest < highest:
            return
    if lowest > highest:
        raise InputError(dem.parameter, dem.path, "has no cell with data; check its nodata value")
    raise InputError(dem.parameter, dem.path, f"has the height {lowest:g} m everywhere; choose a DEM with relief")
