"""Upslope area: how much ground drains through each cell, by D8 or by multiple flow directions (Freeman 1991)."""

import numpy as np

from ..compiled import compiled
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, stop_if_asked
from .choices import D8, MFD
from .directions import receiver_bits
from .flats import flat_distances
from .surface import CELLS_PER_STEP, OPPOSITES, Surface

EXPONENT = 1.1
"""Freeman's exponent of the slope; larger values gather the flow."""
DONE = 255


def upslope_cells(
    surface: Surface, method: str = MFD, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> np.ndarray:
    """Return float64 (rows, columns): the number of cells that drain through each cell, itself included; nodata is NaN.

    MFD shares the flow among all lower neighbours by slope to the power of EXPONENT; a cell on flat ground shares it among
    the neighbours nearer to the way out, as if each were equally much lower. Where water cannot leave, it stays.
    """
    heights, offsets = surface.heights, surface.offsets
    distances = flat_distances(surface, "Crossing flat ground", part(progress, 0, 0.15), should_stop)
    bits = receiver_bits(surface, distances, method == D8, "Finding flow directions", part(progress, 0.15, 0.35), should_stop)
    del distances
    donors = np.full(heights.size, DONE, dtype=np.uint8)
    for start, stop in surface.steps("Counting donors", part(progress, 0.35, 0.45), should_stop):
        _count_donors(heights, bits, offsets, OPPOSITES, donors, start, stop)
    cells = np.ones(heights.size)
    cells[np.isnan(heights)] = np.nan
    stack, waiting, start = np.empty(1024, dtype=np.int32), 0, 0
    while start < heights.size or waiting:
        stop_if_asked(should_stop)
        start, stack, waiting = _drain(heights, bits, donors, cells, offsets, surface.lengths, stack, waiting, start)
        progress(0.45 + 0.55 * start / heights.size, "Accumulating flow")
    return surface.inner(cells)


@compiled
def _count_donors(
    heights: np.ndarray, bits: np.ndarray, offsets: np.ndarray, opposites: np.ndarray, donors: np.ndarray, start: int, stop: int
) -> None:
    for cell in range(start, stop):
        if np.isnan(heights[cell]):
            continue
        count = 0
        for k in range(8):
            count += (bits[cell + offsets[k]] >> opposites[k]) & 1
        donors[cell] = count


@compiled
def _drain(
    heights: np.ndarray,
    bits: np.ndarray,
    donors: np.ndarray,
    cells: np.ndarray,
    offsets: np.ndarray,
    lengths: np.ndarray,
    stack: np.ndarray,
    waiting: int,
    start: int,
) -> tuple[int, np.ndarray, int]:
    """Pass on the flow of cells that have received all of theirs, following it downhill; return where to go on."""
    weights = np.empty(8, dtype=np.float32)
    handled = 0
    while handled < CELLS_PER_STEP:
        handled += 1
        if waiting == 0:
            if start == heights.size:
                break
            if donors[start] == 0:
                stack[0] = start
                waiting = 1
            start += 1
            continue
        waiting -= 1
        cell = stack[waiting]
        donors[cell] = DONE
        total = 0.0
        for k in range(8):
            if (bits[cell] >> k) & 1:
                drop = heights[cell] - heights[cell + offsets[k]]
                if drop == 0:
                    drop = np.float32(1)
                weights[k] = np.float32(drop / lengths[k]) ** np.float32(EXPONENT)
                total += weights[k]
        if waiting + 8 > stack.size:
            larger = np.empty(2 * stack.size, dtype=np.int32)
            for position in range(waiting):
                larger[position] = stack[position]
            stack = larger
        for k in range(8):
            if (bits[cell] >> k) & 1:
                receiver = cell + offsets[k]
                cells[receiver] += cells[cell] * (weights[k] / total)
                donors[receiver] -= 1
                if donors[receiver] == 0:
                    stack[waiting] = receiver
                    waiting += 1
    return start, stack, waiting
