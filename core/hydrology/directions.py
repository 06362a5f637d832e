"""Flow directions: the steepest neighbour (D8, O'Callaghan & Mark 1984) or every lower one (MFD, Freeman 1991)."""

import numpy as np

from ..compiled import compiled
from ..progress import Progress, ShouldStop, never_stop, no_progress
from .surface import Surface

OFF_THE_MAP = 8
"""Direction of a cell at the edge of the map without a lower neighbour."""
NOWHERE = 9
"""Direction of the bottom of a depression."""
NODATA = 255


def steepest_directions(
    surface: Surface,
    distances: np.ndarray,
    message: str = "",
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return uint8 (cells,): the number of the neighbour with the steepest descent (the first of several), OFF_THE_MAP,
    NOWHERE or NODATA; over flats the way out that ``distances`` (``flats.flat_distances``) shows.
    """
    directions = np.full(surface.heights.size, NODATA, dtype=np.uint8)
    for start, stop in surface.steps(message, progress, should_stop):
        _find_steepest(surface.heights, distances, surface.offsets, surface.lengths, directions, start, stop)
    return directions


def receiver_bits(
    surface: Surface,
    distances: np.ndarray,
    single: bool,
    message: str = "",
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return uint8 (cells,): bit k is set when water flows to neighbour k. ``single`` keeps the steepest only (D8)."""
    bits = np.zeros(surface.heights.size, dtype=np.uint8)
    if single:
        directions = steepest_directions(surface, distances, message, progress, should_stop)
        flowing = directions < OFF_THE_MAP
        bits[flowing] = np.left_shift(np.uint8(1), directions[flowing])
        return bits
    for start, stop in surface.steps(message, progress, should_stop):
        _find_lower(surface.heights, distances, surface.offsets, bits, start, stop)
    return bits


@compiled
def _find_steepest(
    heights: np.ndarray,
    distances: np.ndarray,
    offsets: np.ndarray,
    lengths: np.ndarray,
    directions: np.ndarray,
    start: int,
    stop: int,
) -> None:
    for cell in range(start, stop):
        height = heights[cell]
        if np.isnan(height):
            continue
        distance = distances[cell]
        best = OFF_THE_MAP if distance == 0 else NOWHERE
        steepest = 0.0
        for k in range(8):
            neighbour = cell + offsets[k]
            if distance == 0:
                slope = (float(height) - float(heights[neighbour])) / lengths[k]
                if slope > steepest:  # never for NaN
                    steepest = slope
                    best = k
            elif distance > 0 and best == NOWHERE and heights[neighbour] == height and distances[neighbour] < distance:
                best = k
        directions[cell] = best


@compiled
def _find_lower(
    heights: np.ndarray, distances: np.ndarray, offsets: np.ndarray, bits: np.ndarray, start: int, stop: int
) -> None:
    for cell in range(start, stop):
        height = heights[cell]
        if np.isnan(height):
            continue
        distance = distances[cell]
        found = 0
        for k in range(8):
            neighbour = cell + offsets[k]
            if heights[neighbour] < height or (
                distance > 0 and heights[neighbour] == height and distances[neighbour] < distance
            ):
                found |= 1 << k
        bits[cell] = found
