"""The terrain that each polygon of a layer lies on."""

from dataclasses import replace

import numpy as np

from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster
from ..terrain.dem import read_heights
from ..terrain.derivatives import gradients
from ..vector import Features, reprojected
from .zonal import cells_under


def with_terrain(
    polygons: Features, dem: Raster, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> Features:
    """Return the features with slope_deg (mean), aspect_deg (circular mean) and relief_m (highest minus lowest cell).

    Slopes after Zevenbergen & Thorne 1987. Empty where the DEM has no data under a polygon; the aspect also on flat ground.
    """
    moved = reprojected(polygons, dem.grid.crs_wkt)
    rows = []
    windows = cells_under(moved, dem.grid, np.ones(len(moved), dtype=int))
    for window, cells in track(windows, len(moved), "Measuring the terrain", progress, should_stop):
        rows.append(_terrain(read_heights(dem, window), cells[1:-1, 1:-1], dem))
    columns = zip(*rows, strict=True) if rows else ((), (), ())
    attributes = dict(zip(("slope_deg", "aspect_deg", "relief_m"), map(list, columns), strict=True))
    return replace(polygons, attributes={**polygons.attributes, **attributes})


def _terrain(heights: np.ndarray, cells: np.ndarray, dem: Raster) -> tuple[float | None, float | None, float | None]:
    """Return the three values of one polygon from heights with a border of one cell and bool ``cells`` without it."""
    under = cells & np.isfinite(heights[1:-1, 1:-1])
    if not under.any():
        return None, None, None
    east, north = (part[under] for part in gradients(heights, dem.grid.cell_width, dem.grid.cell_height, False))
    steepness = np.hypot(east, north)
    slope = float(np.degrees(np.arctan(steepness)).mean())
    inside = heights[1:-1, 1:-1][under]
    relief = float(inside.max() - inside.min())
    tilted = steepness > 0
    if not tilted.any():
        return slope, None, relief
    downhill_east, downhill_north = (-part[tilted] / steepness[tilted] for part in (east, north))
    return slope, float(np.degrees(np.arctan2(downhill_east.mean(), downhill_north.mean())) % 360), relief
