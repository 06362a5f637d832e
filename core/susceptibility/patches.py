"""Patches of a factor stack around cells: what a network sees of a cell's surroundings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..errors import InputError
from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from .samples import Samples

if TYPE_CHECKING:
    from ..factor_stack import FactorStack

TILE = 512


def read_mirrored(stack: "FactorStack", window: Window, names: Sequence[str] | None = None) -> np.ndarray:
    """Return float32 (factors, rows, columns) of a window; beyond the raster's edge the raster is mirrored.

    The edge itself is the mirror: the first row outside repeats the first inside. Nodata stays NaN. Mirroring keeps cells
    at the edge from looking different only because the map ends there.
    """
    rows = mirrored_indices(window.row, window.height, stack.grid.height)
    columns = mirrored_indices(window.column, window.width, stack.grid.width)
    top, left = int(rows.min()), int(columns.min())
    inside = Window(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)
    values = stack.read(inside, names)
    if inside == window:
        return values
    return values[:, (rows - top)[:, np.newaxis], columns - left]


def mirrored_indices(start: int, count: int, size: int) -> np.ndarray:
    """Return ``count`` indices from ``start`` on, folded back into 0 … size − 1 at both edges."""
    folded = np.arange(start, start + count) % (2 * size)
    return np.where(folded < size, folded, 2 * size - 1 - folded)


def check_window_fits(grid: Grid, window: int, parameter: str = "WINDOW") -> None:
    """Raise InputError when a patch is larger than the raster; ``parameter`` is the window's, or that of a model with one."""
    if window > min(grid.width, grid.height):
        raise InputError(
            parameter,
            window if parameter == "WINDOW" else f"window of {window} cells",
            f"is larger than the raster ({grid.width} × {grid.height} cells); choose a smaller window or a larger area",
        )


def read_patches(
    stack: "FactorStack",
    rows: np.ndarray,
    columns: np.ndarray,
    window: int = 1,
    names: Sequence[str] | None = None,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return float32 (n, factors, window, window): the surroundings of the cells at ``rows``, ``columns``.

    The cell itself is at ``[window // 2, window // 2]``. Nodata is NaN, beyond the raster's edge the raster is mirrored, and
    a cell outside the raster is all NaN. Factors come in the order of ``names`` (default: of the stack). Reads the raster
    tile by tile, each tile at most once.
    """
    rows, columns = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
    factor_count = len(stack.factors) if names is None else len(names)
    patches = np.full((len(rows), factor_count, window, window), np.nan, dtype=np.float32)
    inside = (rows >= 0) & (rows < stack.grid.height) & (columns >= 0) & (columns < stack.grid.width)
    order, tiles = _tiles_with_cells(rows, columns, inside)
    before = window // 2
    for members in track(np.split(order, tiles), len(tiles) + 1, "Reading samples", progress, should_stop):
        if len(members) == 0:
            continue
        top, left = rows[members].min() - before, columns[members].min() - before
        height = int(rows[members].max() - before + window - top)
        width = int(columns[members].max() - before + window - left)
        values = read_mirrored(stack, Window(int(left), int(top), width, height), names)
        views = np.lib.stride_tricks.sliding_window_view(values, (window, window), axis=(1, 2))
        cut = views[:, rows[members] - before - top, columns[members] - before - left]
        patches[members] = np.moveaxis(cut, 0, 1)
    return patches


def read_sample_patches(
    stack: "FactorStack",
    samples: Samples,
    window: int = 1,
    names: Sequence[str] | None = None,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[Samples, np.ndarray, list[str]]:
    """Return the samples whose cell has every factor, their patches as ``read_patches`` gives them, and a note of the rest.

    Raises InputError when there is no such sample.
    """
    rows, columns = stack.grid.cells_at(samples.x, samples.y)
    patches = read_patches(stack, rows, columns, window, names, progress, should_stop)
    complete = np.isfinite(patches[:, :, window // 2, window // 2]).all(axis=1)
    if not complete.any():
        raise InputError(
            "SAMPLES",
            f"{len(samples)} points",
            'lie where no factor stack has values; draw samples on this stack with "Sample points"',
        )
    inside = samples.chosen(complete)
    notes = _shared_cells(rows[complete], columns[complete], inside) or _off_centre(stack.grid, inside)
    if complete.all():
        return samples, patches, notes
    lost = int((~complete).sum())
    notes.append(f"{lost} of {len(samples)} samples lack a factor or lie outside the stack and were left out.")
    return samples.chosen(complete), patches[complete], notes


def _shared_cells(rows: np.ndarray, columns: np.ndarray, samples: Samples) -> list[str]:
    """Return notes on samples that share a cell: they were drawn on another grid, or twice."""
    _, place, count = np.unique(rows * (1 << 32) + columns, return_inverse=True, return_counts=True)
    shared = count[place] > 1
    if not shared.any():
        return []
    landslides = np.bincount(place, samples.landslide)
    both = int(((landslides > 0) & (landslides < count)).sum())
    note = f"{int(shared.sum())} of {len(samples)} samples share a cell of the stack: were they drawn on another grid?"
    if both:
        note += f" {both} cells are landslide and none at once."
    return [note]


def _off_centre(grid: Grid, samples: Samples) -> list[str]:
    """Return a note on samples that lie at a few places within cells, off their centres: they were drawn on another grid.

    Points of one's own lie anywhere.
    """
    x, y = grid.centres(*grid.cells_at(samples.x, samples.y))
    places = np.round(np.stack([(samples.x - x) / grid.cell_width, (samples.y - y) / grid.cell_height]), 2)
    if not places.any() or len(np.unique(places, axis=1).T) > len(samples) / 10:
        return []
    return ["The samples lie off the centres of cells, all alike: were they drawn on another grid?"]


def _tiles_with_cells(rows: np.ndarray, columns: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the indices of the cells inside the raster, sorted by tile, and where in them each further tile starts."""
    chosen = np.flatnonzero(inside)
    tile = rows[chosen] // TILE * (1 << 32) + columns[chosen] // TILE
    order = np.argsort(tile, kind="stable")
    starts = np.flatnonzero(np.diff(tile[order])) + 1
    return chosen[order], starts
