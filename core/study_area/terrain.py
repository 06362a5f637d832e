"""Relief shaped by drainage: fractal noise, uplifted, cut by streams and relaxed to stable hillslopes.

The valley network is laid out on coarse cells and refined, so that large rivers and small gullies belong to one network.
"""

import numpy as np
from scipy import ndimage

from ..progress import Progress, ShouldStop, stop_if_asked, track
from .drainage import Drainage, drainage_of
from .noise import fractal_field
from .site import DEM_CELL

MARGIN = 24
"""Cells cut off on each side: the border of a simulated relief is an artefact of its outlets."""
STEPS = {16: 12, 8: 10, 4: 8, 2: 5, 1: 3}
"""Erosion steps by refinement, from cells of 16 × 30 m to the final ones."""

AREA_EXPONENT = 0.36
UPLIFT = 15.0
"""Uplift over erodibility, in m^(2·AREA_EXPONENT): sets how steep the land is."""
STABLE_GRADIENT = 0.9
CREEP = 18.0
"""Distance (m) over which soil creep rounds the ground in one step."""
FLOOR_AREA = 1.5e6
"""Catchment (m²) from which a valley has a floor of gravel."""
FLOOR_DEPTH = 7.0
"""Thickness (m) of the gravel there; it grows downstream."""
FLOOR_GRADIENT = 0.03


def eroded_relief(
    size: int, resistance: np.ndarray, generator: np.random.Generator, progress: Progress, should_stop: ShouldStop
) -> np.ndarray:
    """Return float32 elevations (size, size) in m on cells of 30 m.

    Stream power with drainage area (Howard 1994), implicit in time (Braun & Willett 2013), and hillslopes no steeper than
    ``STABLE_GRADIENT``. ``resistance`` (any shape, stretched over the area) multiplies uplift over erodibility.
    """
    whole = size + 2 * MARGIN
    elevation = None
    for factor in track(STEPS, len(STEPS), "Eroding the relief", progress, should_stop):
        shape = (max(whole // factor, 8),) * 2
        cell = DEM_CELL * whole / shape[0]
        texture = fractal_field(shape, 1.8, 6.0, generator) * cell * 0.08
        if elevation is None:
            elevation = _tilted(shape, cell, generator)
        elevation = resized(elevation, shape) + texture
        strength = UPLIFT * resized(resistance, shape)
        for _ in range(STEPS[factor]):
            stop_if_asked(should_stop)
            elevation = _relaxed(_incised(elevation, strength, cell), cell)
    inside = slice(MARGIN, MARGIN + size)
    elevation = _with_valley_floors(elevation)[inside, inside]
    return (elevation - elevation.min()).astype(np.float32)


def _with_valley_floors(elevation: np.ndarray) -> np.ndarray:
    """Return the relief with the ground beside large rivers filled to a gently rising plain, as gravel does."""
    drainage = drainage_of(elevation)
    area = drainage.accumulated(np.full(elevation.shape, DEM_CELL**2))
    river = area > FLOOR_AREA
    if not river.any():
        return elevation
    # level and size of the river each cell drains to, so that no floor reaches across a divide
    level = drainage.solved(np.where(river, drainage.filled, 0.0), ~river)
    gravel = FLOOR_DEPTH * (drainage.solved(np.where(river, area, 0.0), ~river) / FLOOR_AREA) ** 0.35
    distance = ndimage.distance_transform_edt(~river, sampling=DEM_CELL)
    floor = np.where(gravel > 0, level + gravel + FLOOR_GRADIENT * distance - 3.0 * np.exp(-distance / DEM_CELL), -np.inf)
    filled = np.where(floor > drainage.filled, floor, drainage.filled)
    changed = ndimage.binary_dilation(floor > elevation, iterations=2)
    return np.where(changed, ndimage.gaussian_filter(filled, 0.8), filled)


def resized(values: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Return (rows, columns) stretched to another shape by cubic interpolation, edges mapped onto edges."""
    if values.shape == shape:
        return values
    rows = (np.arange(shape[0]) + 0.5) * values.shape[0] / shape[0] - 0.5
    columns = (np.arange(shape[1]) + 0.5) * values.shape[1] / shape[1] - 0.5
    grid = np.meshgrid(rows, columns, indexing="ij")
    return ndimage.map_coordinates(values, grid, order=3, mode="nearest")


def _tilted(shape: tuple[int, int], cell: float, generator: np.random.Generator) -> np.ndarray:
    rows, columns = np.mgrid[: shape[0], : shape[1]] * cell
    direction = generator.uniform(0, 2 * np.pi)
    plane = 0.03 * (np.cos(direction) * rows + np.sin(direction) * columns)
    return plane + 150.0 * fractal_field(shape, 2.0, shape[0], generator)


def _incised(elevation: np.ndarray, strength: np.ndarray, cell: float) -> np.ndarray:
    drainage: Drainage = drainage_of(elevation)
    area = drainage.accumulated(np.full(elevation.shape, cell**2))
    # one step lasts until the land has risen by a quarter of a cell; streams that are strong enough keep up with it
    uplift = 0.25 * cell
    pull = uplift / strength * area**AREA_EXPONENT / (drainage.distance.reshape(elevation.shape) * cell)
    outlet = (drainage.receiver == elevation.size).reshape(elevation.shape)
    constant = np.where(outlet, elevation, (drainage.filled + uplift) / (1 + pull))
    return drainage.solved(constant, np.where(outlet, 0.0, pull / (1 + pull)))


def _relaxed(elevation: np.ndarray, cell: float) -> np.ndarray:
    elevation = ndimage.gaussian_filter(elevation, CREEP / cell, mode="nearest")
    for _ in range(6):
        for axis in (0, 1):
            step = np.diff(elevation, axis=axis)
            excess = step - np.clip(step, -STABLE_GRADIENT * cell, STABLE_GRADIENT * cell)
            moved = 0.25 * excess
            change = np.zeros_like(elevation)
            lower, upper = [slice(None)] * 2, [slice(None)] * 2
            lower[axis], upper[axis] = slice(None, -1), slice(1, None)
            change[tuple(lower)] += moved
            change[tuple(upper)] -= moved
            elevation = elevation + change
    return elevation
