"""Spatial blocks: squares of the map that a split keeps whole, as wide as landslides cling together."""

from dataclasses import replace

import numpy as np

from ..grid import Grid
from .clustering_range import FARTHEST, clustering_range
from .samples import Samples
from .splitting import block_numbers, most_common_per_group

GROUPS_PER_PART = 4
"""Blocks or clusters with landslides per fold, so that no fold hangs on a single place."""
PARTS = 6
"""Parts that samples without blocks are laid out for: five folds and a test."""


def block_size_of(
    x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, grid: Grid, parts: int, seed: int
) -> tuple[float, float]:
    """Return the side of a block and the distance over which landslides cling together (0: not seen to).

    The side is that distance, or less where it leaves too few blocks for the parts: four with landslides each, but no more
    than half as many as there are landslides, or neighbours would be parted. Where landslides are not seen to cling together
    the side is as wide as leaves enough blocks, since the ground around them may be alike all the same.
    """
    _, first = np.unique(landslide_id, return_index=True)
    absent = np.flatnonzero(landslide_id == 0)
    one_each = np.concatenate([first[1:], absent[:: max(1, len(absent) // len(first))]])
    clinging = clustering_range(x[one_each], y[one_each], landslide_id[one_each] > 0, seed)
    landslides = len(first) - 1
    wanted = min(GROUPS_PER_PART * parts, max(parts, landslides // 2), landslides)
    smallest = 2 * max(grid.cell_width, grid.cell_height)
    size = max(clinging or FARTHEST * min(np.ptp(x), np.ptp(y)), smallest)
    while size > smallest and len(np.unique(blocks_of(x, y, landslide_id, grid, size)[landslide_id > 0])) < wanted:
        size = max(0.95 * size, smallest)
    return size, clinging


def side_of_blocks_said(size: float, clinging: float) -> str:
    """Return a sentence on the side of blocks and why it is what it is."""
    if clinging == 0:
        return f"Side of a block: {size:,.0f} m, which leaves enough of them: landslides are not seen to cling together."
    if size < clinging:
        return f"Side of a block: {size:,.0f} m, which leaves enough of them: landslides cling together over {clinging:,.0f} m."
    return f"Side of a block: {size:,.0f} m, over which landslides cling together, by their variogram."


def blocks_of(x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, grid: Grid, block_size: float) -> np.ndarray:
    """Return int64 (n,): block numbers; a landslide across an edge belongs whole to the block that holds most of it."""
    block = block_numbers(x, y, grid, block_size)
    present = landslide_id > 0
    home = most_common_per_group(landslide_id[present], block[present])
    block[present] = [home[number] for number in landslide_id[present].tolist()]
    return block


def with_blocks(samples: Samples, grid: Grid, seed: int) -> tuple[Samples, list[str]]:
    """Return samples that know their block, and a note where they did not: then their folds are blocks, else squares are laid.

    So samples from elsewhere can be validated spatially as well. Test samples say nothing of how wide the squares are.
    """
    training = samples.chosen(~samples.is_test)
    if len(np.unique(training.block)) > 1 or len(np.unique(training.landslide)) < 2:
        return samples, []
    if len(np.unique(training.fold)) > 1:
        note = "The samples do not say in which blocks they lie: that their folds are spatial was taken on trust."
        return replace(samples, block=samples.fold), [note]
    size, _ = block_size_of(training.x, training.y, training.landslide_id, grid, PARTS, seed)
    block = blocks_of(samples.x, samples.y, samples.landslide_id, grid, size)
    count = len(np.unique(block))
    note = f"The samples do not say in which blocks they lie: {count} squares were laid, {size:,.0f} map units wide."
    return replace(samples, block=block), [note]
