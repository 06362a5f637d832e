"""Depressions, from which water could not leave: filled to their spill level, or breached by a channel to lower ground.

Filling gives the surface of the priority flood (Wang & Liu 2006; Barnes et al. 2014). It is found on the graph of basins: each
basin stands under water up to the lowest way off the map.
"""

import numpy as np

from ..compiled import compiled
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, stop_if_asked, track
from .basins import Basins, basins_of, passes_of
from .choices import FILL, NONE
from .directions import NOWHERE, OFF_THE_MAP
from .surface import OPPOSITES, Surface

BASINS_PER_STEP = 1 << 14


def treat_depressions(
    surface: Surface, treatment: str, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> int:
    """Fill, breach or leave the depressions of the surface, in place; return how many were treated.

    ``fill`` raises every cell to the lowest level from which water finds a way off the map. ``breach`` cuts a channel as deep
    as the bottom of the depression from there over the lowest pass to lower ground; nothing is raised.
    """
    if treatment == NONE:
        return 0
    basins = basins_of(surface, part(progress, 0, 0.5), should_stop)
    if basins.count == 0:
        return 0
    passes = passes_of(surface, basins, part(progress, 0.5, 0.7), should_stop)
    tree = _drainage_tree(passes, basins.count + 1)
    stop_if_asked(should_stop)
    if treatment == FILL:
        levels = tree[1]
        for start, stop in surface.steps("Filling depressions", part(progress, 0.7, 1), should_stop):
            _fill(surface.heights, basins.labels, levels, start, stop)
    else:
        _breach(surface, basins, passes, tree, part(progress, 0.7, 1), should_stop)
    return basins.count


Tree = tuple[np.ndarray, np.ndarray, np.ndarray]


def _drainage_tree(passes: np.ndarray, basin_count: int) -> Tree:
    """Return of the tree of lowest ways off the map: the basins in order from its root (basin 0) outwards, the water level of
    each basin, and the index of the pass by which each basin drains.
    """
    links = np.empty((2 * basin_count, 2), dtype=np.int32)
    latest = np.full(basin_count, -1, dtype=np.int32)
    _join(passes, np.argsort(passes["height"], kind="stable"), np.arange(basin_count, dtype=np.int32), links, latest)
    order = np.zeros(basin_count, dtype=np.int32)
    levels = np.full(basin_count, -np.inf, dtype=np.float32)
    ways_out = np.full(basin_count, -1, dtype=np.int64)
    _walk_outwards(passes, links, latest, order, levels, ways_out)
    return order, levels, ways_out


def _breach(
    surface: Surface, basins: Basins, passes: np.ndarray, tree: Tree, progress: Progress, should_stop: ShouldStop
) -> None:
    order, _, ways_out = tree
    heights, labels, directions, offsets = surface.heights, basins.labels, basins.directions, surface.offsets
    batches = [order[start : start + BASINS_PER_STEP] for start in range(1, order.size, BASINS_PER_STEP)]
    for batch in track(batches, len(batches), "Breaching depressions", part(progress, 0, 0.5), should_stop):
        _turn_around(batch, ways_out, passes, heights, labels, directions, offsets, OPPOSITES)
    for batch in track(batches, len(batches), "Breaching depressions", part(progress, 0.5, 1), should_stop):
        _carve(batch, basins.bottoms, heights, labels, directions, offsets)


@compiled
def _join(passes: np.ndarray, from_lowest: np.ndarray, group: np.ndarray, links: np.ndarray, latest: np.ndarray) -> None:
    """Join all basins over the lowest passes (Kruskal's spanning tree).

    ``links`` (count, 2) receives, for either side of a pass of the tree, the pass and the basin's link before it; ``latest``
    the last link of each basin. ``group`` starts as the number of each basin.
    """
    used = 0
    for index in from_lowest:
        a, b = passes[index].first, passes[index].second
        while group[a] != a:
            group[a] = group[group[a]]
            a = group[a]
        while group[b] != b:
            group[b] = group[group[b]]
            b = group[b]
        if a == b:
            continue
        group[a] = b
        for basin in (passes[index].first, passes[index].second):
            links[used, 0] = index
            links[used, 1] = latest[basin]
            latest[basin] = used
            used += 1


@compiled
def _walk_outwards(
    passes: np.ndarray,
    links: np.ndarray,
    latest: np.ndarray,
    order: np.ndarray,
    levels: np.ndarray,
    ways_out: np.ndarray,
) -> None:
    """Walk the tree from basin 0 to all others; a basin's water stands as high as the highest pass on the way."""
    reached = 1
    for position in range(order.size):
        basin = order[position]
        link = latest[basin]
        while link >= 0:
            index = links[link, 0]
            link = links[link, 1]
            if index == ways_out[basin]:
                continue
            neighbour = passes[index].first + passes[index].second - basin
            ways_out[neighbour] = index
            levels[neighbour] = max(levels[basin], passes[index].height)
            order[reached] = neighbour
            reached += 1


@compiled
def _fill(heights: np.ndarray, labels: np.ndarray, levels: np.ndarray, start: int, stop: int) -> None:
    for cell in range(start, stop):
        # nodata stays NaN: basin 0, where it is counted, is dry
        heights[cell] = max(heights[cell], levels[labels[cell]])


@compiled
def _turn_around(
    some: np.ndarray,
    ways_out: np.ndarray,
    passes: np.ndarray,
    heights: np.ndarray,
    labels: np.ndarray,
    directions: np.ndarray,
    offsets: np.ndarray,
    opposites: np.ndarray,
) -> None:
    """Let the bottoms of basins drain over their passes: turn the directions between the two around."""
    for basin in some:
        way_out = passes[ways_out[basin]]
        cell, other = way_out.cell, way_out.second
        if way_out.first != basin:
            cell, other = cell + offsets[_lowest_neighbour(cell, basin, heights, labels, offsets)], way_out.first
        new = _lowest_neighbour(cell, other, heights, labels, offsets)
        if np.isnan(heights[cell + offsets[new]]):
            new = OFF_THE_MAP
        while True:
            old = directions[cell]
            directions[cell] = new
            if old == NOWHERE:
                break
            new = opposites[old]
            cell += offsets[old]


@compiled
def _lowest_neighbour(cell: int, basin: int, heights: np.ndarray, labels: np.ndarray, offsets: np.ndarray) -> int:
    """Return the number of the lowest neighbour in a basin; nodata counts as lowest of basin 0."""
    best = -1
    for k in range(8):
        neighbour = cell + offsets[k]
        if labels[neighbour] != basin:
            continue
        if np.isnan(heights[neighbour]):
            return k
        if best < 0 or heights[neighbour] < heights[cell + offsets[best]]:
            best = k
    return best


@compiled
def _carve(
    some: np.ndarray, bottoms: np.ndarray, heights: np.ndarray, labels: np.ndarray, directions: np.ndarray, offsets: np.ndarray
) -> None:
    """Lower the ways from the bottoms of basins to the height of the bottom, until ground is reached that drains by itself."""
    for basin in some:
        cell = bottoms[basin]
        level = heights[cell]
        while directions[cell] != OFF_THE_MAP:
            cell += offsets[directions[cell]]
            if heights[cell] < level or (heights[cell] == level and labels[cell] != basin):
                break
            heights[cell] = level
