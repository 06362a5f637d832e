"""Flat ground: how many steps each cell is from where water leaves the flat (Barnes et al. 2014, gradient to lower ground).

The distance orders cells of equal height, so that flow over flats needs no invented heights and never runs in circles.
"""

import numpy as np

from ..compiled import compiled
from ..progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked
from .surface import CELLS_PER_STEP, Surface

UNDRAINED = -1
"""Distance of cells from which water cannot leave: the bottoms of depressions."""


def flat_distances(
    surface: Surface, message: str, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> np.ndarray:
    """Return int32 (cells,): 0 for cells with a lower neighbour or at the edge of the map, on flat ground the number of steps
    to such a cell over cells of the same height, UNDRAINED where there is none.
    """
    heights, offsets = surface.heights, surface.offsets
    distances = np.zeros(heights.size, dtype=np.int32)
    flat_cells = 0
    for start, stop in surface.steps(message, progress, should_stop):
        flat_cells += _mark_flats(heights, offsets, distances, start, stop)
    queue = np.empty(flat_cells, dtype=np.int32)
    tail = 0
    for start, stop in surface.steps("", no_progress, should_stop):
        tail = _find_exits(heights, offsets, distances, queue, tail, start, stop)
    head = 0
    while head < tail:
        stop_if_asked(should_stop)
        head, tail = _walk_inwards(heights, offsets, distances, queue, head, tail, CELLS_PER_STEP)
    return distances


@compiled
def _mark_flats(heights: np.ndarray, offsets: np.ndarray, distances: np.ndarray, start: int, stop: int) -> int:
    flat_cells = 0
    for cell in range(start, stop):
        height = heights[cell]
        if np.isnan(height):
            continue
        flat = True
        for k in range(8):
            # nodata is lower than everything: water leaves the map there
            if not heights[cell + offsets[k]] >= height:
                flat = False
        if flat:
            distances[cell] = UNDRAINED
            flat_cells += 1
    return flat_cells


@compiled
def _find_exits(
    heights: np.ndarray, offsets: np.ndarray, distances: np.ndarray, queue: np.ndarray, tail: int, start: int, stop: int
) -> int:
    for cell in range(start, stop):
        if distances[cell] != UNDRAINED:
            continue
        for k in range(8):
            neighbour = cell + offsets[k]
            if distances[neighbour] == 0 and heights[neighbour] == heights[cell]:
                distances[cell] = 1
                queue[tail] = cell
                tail += 1
                break
    return tail


@compiled
def _walk_inwards(
    heights: np.ndarray, offsets: np.ndarray, distances: np.ndarray, queue: np.ndarray, head: int, tail: int, limit: int
) -> tuple[int, int]:
    end = min(head + limit, tail)
    while head < end:
        cell = queue[head]
        head += 1
        for k in range(8):
            neighbour = cell + offsets[k]
            if distances[neighbour] == UNDRAINED and heights[neighbour] == heights[cell]:
                distances[neighbour] = distances[cell] + 1
                queue[tail] = neighbour
                tail += 1
    return head, tail
