"""Cells with landslides: those where every factor has a value, and of them the upper part of each landslide."""

import numpy as np

from ..crs import check_same_grid
from ..errors import InputError
from ..factor_stack import FactorStack
from ..progress import Progress, ShouldStop, never_stop, no_progress
from ..vector import Features
from .landslide_groups import LandslideGroups
from .patches import read_patches

ELEVATION_NAMES = ("altitude", "elevation", "dem")
"""Names under which a factor stack holds the elevation."""


def complete_cells(
    stack: FactorStack,
    cells: LandslideGroups,
    features: Features,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[LandslideGroups, np.ndarray, list[str]]:
    """Return the landslide cells that have every factor, their raw values (n, factors), and what was left out."""
    values = read_patches(stack, cells.rows, cells.columns, 1, progress=progress, should_stop=should_stop)[:, :, 0, 0]
    present = np.isfinite(values)
    complete = present.all(axis=1)
    if not complete.any():
        empty = [name for name, column in zip(stack.names, present.T, strict=True) if not column.any()]
        which = f"; {', '.join(empty)} has no value at any landslide" if empty else ""
        raise InputError(
            "INVENTORY",
            features.source,
            f"has no landslide where every factor has a value{which}; check extents and nodata, or leave the factor out",
        )
    warnings = []
    beyond = int((cells.id_of_feature == 0).sum())
    if beyond:
        warnings.append(f"{beyond} of {len(features)} landslides lie beyond the raster and were left out.")
    if not complete.all():
        lost = len(np.setdiff1d(cells.landslide_id, cells.landslide_id[complete]))
        warnings.append(
            f"{int((~complete).sum())} of {len(complete)} landslide cells lack a factor and were left out "
            f"({lost} landslides whole)."
        )
    return cells.chosen(complete), values[complete], warnings


def check_elevation(stack: FactorStack, elevation: FactorStack | None) -> None:
    """Raise InputError when neither a raster of elevation on the stack's grid nor a factor of that name is there."""
    if elevation is None:
        if not any(name in stack.names for name in ELEVATION_NAMES):
            raise InputError(
                "ELEVATION",
                "",
                "is empty and the factor stack holds no altitude; choose a DEM on the grid of the stack to tell what is up",
            )
        return
    check_same_grid(elevation.grid, stack.grid, "ELEVATION", elevation.path, "FACTORS")
    if len(elevation.factors) > 1:
        raise InputError("ELEVATION", elevation.path, f"has {len(elevation.factors)} bands; choose a DEM with one band")


def elevation_at(stack: FactorStack, elevation: FactorStack | None, cells: LandslideGroups) -> np.ndarray:
    """Return float32 (n,): the elevation of cells, from ``elevation`` or the stack's own factor; NaN where unknown."""
    source = elevation or stack
    names = source.names if elevation else [next(name for name in ELEVATION_NAMES if name in stack.names)]
    return read_patches(source, cells.rows, cells.columns, 1, names)[:, 0, 0, 0]


def in_upper_part(feature: np.ndarray, elevation: np.ndarray, share: float) -> np.ndarray:
    """Return bool (n,): True for the highest ``share`` of the cells of each mapped feature, at least one.

    Landslides break away above and run out below, where the ground did not fail. Cells without elevation (NaN) count as none.
    """
    order = np.lexsort((-np.nan_to_num(elevation, nan=-np.inf), feature))
    known = np.isfinite(elevation)
    _, first, place = np.unique(feature[order], return_index=True, return_inverse=True)
    rank = np.arange(len(order)) - first[place]
    wanted = np.ceil(share * np.bincount(place, known[order]))[place]
    upper = np.zeros(len(order), bool)
    upper[order] = (rank < wanted) & known[order]
    return upper
