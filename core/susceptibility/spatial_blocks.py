"""Spatial blocks: squares of the map that a split keeps whole, as wide as landslides cling together."""

from dataclasses import replace

import numpy as np

from ..grid import Grid
from .clustering_range import clustering_range
from .samples import Samples
from .splitting import block_numbers, most_common_per_group

GROUPS_PER_PART = 4
"""Blocks or clusters with landslides per fold, so that no fold hangs on a single place."""
PARTS = 6
"""Parts that samples without blocks are laid out for: five folds and a test."""


def block_size_of(x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, grid: Grid, parts: int, seed: int) -> float:
    """Return the distance over which landslides cling together, or less where that leaves too few blocks for the parts."""
    _, first = np.unique(landslide_id, return_index=True)
    absent = np.flatnonzero(landslide_id == 0)
    one_each = np.concatenate([first[1:], absent[:: max(1, len(absent) // len(first))]])
    size = clustering_range(x[one_each], y[one_each], landslide_id[one_each] > 0, seed)
    wanted = min(GROUPS_PER_PART * parts, len(first) - 1)
    smallest = 2 * max(grid.cell_width, grid.cell_height)
    size = max(size, smallest)
    while size > smallest and len(np.unique(blocks_of(x, y, landslide_id, grid, size)[landslide_id > 0])) < wanted:
        size *= 0.95
    return size


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
    size = block_size_of(training.x, training.y, training.landslide_id, grid, PARTS, seed)
    block = blocks_of(samples.x, samples.y, samples.landslide_id, grid, size)
    count = len(np.unique(block))
    note = f"The samples do not say in which blocks they lie: {count} squares were laid, as wide as landslides cling together."
    return replace(samples, block=block), [note]
