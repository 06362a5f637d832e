"""Drainage basins of a DEM and the lowest passes between them.

A basin is what drains to one depression bottom; basin 0 is what drains off the map. Passes are kept one for each pair of
neighbouring basins, so that depressions are treated on a graph much smaller than the DEM (Cordonnier, Bovy & Braun 2019,
"A versatile, linear complexity algorithm for flow routing in topographies with depressions").
"""

from dataclasses import dataclass

import numpy as np

from ..compiled import compiled
from ..progress import Progress, ShouldStop, never_stop, no_progress, part
from .directions import NOWHERE, OFF_THE_MAP, steepest_directions
from .flats import UNDRAINED, flat_distances
from .surface import OPPOSITES, Surface

UNKNOWN = -1
FULLEST = 0.9
"""Share of the table of passes that may be taken before it is made larger."""


@dataclass
class Basins:
    """``labels`` int32 (cells,) hold the basin of each cell, ``directions`` uint8 (cells,) the way to its bottom.

    ``bottoms`` int32 (count + 1,) hold one cell at the bottom of each basin (entry 0 is unused).
    """

    labels: np.ndarray
    directions: np.ndarray
    bottoms: np.ndarray

    @property
    def count(self) -> int:
        """How many depressions there are."""
        return self.bottoms.size - 1


PASS = np.dtype([("first", np.int32), ("second", np.int32), ("height", np.float32), ("cell", np.int32)])
"""The lowest pass between two basins, of which the first has the larger number, and the cell of the first where it begins.

It is as high as the higher one of that cell and the neighbour it leads to. Basin 0 is never the first.
"""


def basins_of(surface: Surface, progress: Progress = no_progress, should_stop: ShouldStop = never_stop) -> Basins:
    """Return the basins of the surface."""
    message = "Finding depressions"
    distances = flat_distances(surface, message, part(progress, 0, 0.4), should_stop)
    directions = steepest_directions(surface, distances, message, part(progress, 0.4, 0.7), should_stop)
    labels = np.full(surface.heights.size, UNKNOWN, dtype=np.int32)
    labels[np.isnan(surface.heights)] = 0
    undrained = np.count_nonzero(distances == UNDRAINED)
    stack, bottoms = np.empty(undrained, dtype=np.int32), np.empty(undrained + 1, dtype=np.int32)
    count = 0
    for start, stop in surface.steps("", no_progress, should_stop):
        count = _label_bottoms(distances, directions, labels, bottoms, surface.offsets, OPPOSITES, stack, count, start, stop)
    for start, stop in surface.steps(message, part(progress, 0.7, 1), should_stop):
        _label_slopes(directions, labels, surface.offsets, start, stop)
    return Basins(labels, directions, bottoms[: count + 1].copy())


def passes_of(
    surface: Surface, basins: Basins, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> np.ndarray:
    """Return the lowest pass (PASS) from each basin to each of its neighbours with a smaller number."""
    table = np.zeros(int(5 * basins.count / FULLEST) + 1024, dtype=PASS)
    taken = 0
    for start, stop in surface.steps("Finding passes", progress, should_stop):
        position = start
        while position < stop:
            position, taken = _find_passes(surface.heights, basins.labels, surface.offsets, table, taken, position, stop)
            if position < stop:
                larger = np.zeros(2 * table.size, dtype=PASS)
                _copy_table(table, larger)
                table = larger
    _gather(table)
    table.resize(taken, refcheck=False)  # gives the memory back
    return table


@compiled
def _label_bottoms(
    distances: np.ndarray,
    directions: np.ndarray,
    labels: np.ndarray,
    bottoms: np.ndarray,
    offsets: np.ndarray,
    opposites: np.ndarray,
    stack: np.ndarray,
    count: int,
    start: int,
    stop: int,
) -> int:
    """Number connected bottoms on from ``count``; cells of a wide bottom get directions to its first cell."""
    for first in range(start, stop):
        if distances[first] != UNDRAINED or labels[first] != UNKNOWN:
            continue
        count += 1
        bottoms[count] = first
        labels[first] = count
        directions[first] = NOWHERE
        stack[0] = first
        waiting = 1
        while waiting:
            waiting -= 1
            cell = stack[waiting]
            for k in range(8):
                neighbour = cell + offsets[k]
                # two bottoms that touch have the same height, or the higher one would not be a bottom
                if distances[neighbour] == UNDRAINED and labels[neighbour] == UNKNOWN:
                    labels[neighbour] = count
                    directions[neighbour] = opposites[k]
                    stack[waiting] = neighbour
                    waiting += 1
    return count


@compiled
def _label_slopes(directions: np.ndarray, labels: np.ndarray, offsets: np.ndarray, start: int, stop: int) -> None:
    for first in range(start, stop):
        if labels[first] != UNKNOWN:
            continue
        cell = first
        while labels[cell] == UNKNOWN and directions[cell] != OFF_THE_MAP:
            cell += offsets[directions[cell]]
        label = 0 if labels[cell] == UNKNOWN else labels[cell]
        cell = first
        while labels[cell] == UNKNOWN:
            labels[cell] = label
            if directions[cell] == OFF_THE_MAP:
                break
            cell += offsets[directions[cell]]


@compiled
def _place_of(table: np.ndarray, first: int, second: int) -> int:
    """Return where the pass between two basins is or belongs in a table with open addressing; free places are zero."""
    scattered = (np.uint64(first) << np.uint64(32) | np.uint64(second)) * np.uint64(0x9E3779B97F4A7C15)
    place = np.int64((scattered >> np.uint64(20)) % np.uint64(table.size))
    while table[place].first != 0 and (table[place].first != first or table[place].second != second):
        place += 1
        if place == table.size:
            place = 0
    return place


@compiled
def _copy_table(table: np.ndarray, larger: np.ndarray) -> None:
    for old in range(table.size):
        if table[old].first != 0:
            larger[_place_of(larger, table[old].first, table[old].second)] = table[old]


@compiled
def _gather(table: np.ndarray) -> None:
    """Move the places that are taken to the front."""
    target = 0
    for place in range(table.size):
        if table[place].first != 0:
            table[target] = table[place]
            target += 1


@compiled
def _find_passes(
    heights: np.ndarray, labels: np.ndarray, offsets: np.ndarray, table: np.ndarray, taken: int, start: int, stop: int
) -> tuple[int, int]:
    """Look for passes from each cell; return where it ended (before ``stop`` when the table is full) and places taken."""
    limit = int(FULLEST * table.size) - 8
    for cell in range(start, stop):
        label = labels[cell]
        if label == 0:
            continue
        if taken > limit:
            return cell, taken
        height = heights[cell]
        for k in range(8):
            other = labels[cell + offsets[k]]
            if other >= label:
                continue
            beyond = heights[cell + offsets[k]]
            passing = beyond if beyond > height else height  # NaN is off the map, where only the cell itself counts
            place = _place_of(table, label, other)
            if table[place].first == 0:
                table[place].first = label
                table[place].second = other
                taken += 1
            elif passing >= table[place].height:
                continue
            table[place].height = passing
            table[place].cell = cell
    return stop, taken
