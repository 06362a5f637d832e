"""Splits into test samples and folds, drawn by landslide or by spatial block and never by cell of a landslide."""

from dataclasses import dataclass

import numpy as np

from ..grid import Grid

ORDERS = 20
TEST_PART = 0
"""Part number of the test samples; folds are 1, 2, 3 …"""


@dataclass(frozen=True)
class Shares:
    """How much goes where: ``test_fraction`` of the landslide cells to test, the rest in ``folds`` equal parts."""

    test_fraction: float
    folds: int

    def targets(self) -> np.ndarray:
        """Return float64 (folds + 1,): the wanted share of test and of each fold."""
        return np.array([self.test_fraction, *[(1 - self.test_fraction) / self.folds] * self.folds])


def parts_of_groups(sizes: np.ndarray, shares: Shares, random: np.random.Generator) -> np.ndarray:
    """Return int64 (groups,): the part each group goes to, so that parts come near their share of every kind of cell.

    ``sizes`` (groups, kinds) counts the cells of each kind in a group. Groups come in random order and each goes to the part
    that lacks most of its share; of up to ``ORDERS`` orders the first is taken that meets the shares to 1 %, or the best.
    """
    weights = sizes / np.maximum(sizes.sum(axis=0), 1)
    best, best_miss = np.zeros(len(sizes), np.int64), np.inf
    for _ in range(ORDERS):
        parts, miss = _dealt(weights, shares.targets(), random.permutation(len(sizes)))
        if miss < best_miss:
            best, best_miss = parts, miss
        if best_miss < 0.01:
            break
    return best


def _dealt(weights: np.ndarray, targets: np.ndarray, order: np.ndarray) -> tuple[np.ndarray, float]:
    """Deal groups in ``order``; return their parts and by how much the worst part misses its share."""
    lacking = np.repeat(targets[:, np.newaxis], weights.shape[1], axis=1)
    # relative to the share, so that a small part is not left for last and then overfilled by one group
    relative = np.where(targets > 0, 1 / np.maximum(targets, 1e-12), 0)
    wanted = targets > 0
    parts = np.empty(len(weights), np.int64)
    for index in order:
        need = (lacking * (weights[index] > 0)).sum(axis=1) * relative
        parts[index] = np.argmax(np.where(wanted, need, -np.inf))
        lacking[parts[index]] -= weights[index]
    return parts, float(np.abs(lacking).max())


def parts_of_cells(count: int, shares: Shares, random: np.random.Generator) -> np.ndarray:
    """Return int64 (count,): a random part for each cell, parts of exactly their share but for rounding."""
    edges = np.cumsum(shares.targets())[:-1]
    places = (np.arange(count) + 0.5) / max(count, 1)
    return random.permutation(np.searchsorted(edges, places, side="right"))


def block_numbers(x: np.ndarray, y: np.ndarray, grid: Grid, block_size: float) -> np.ndarray:
    """Return int64 (n,): numbers from 1 of square blocks of ``block_size`` map units, counted from the north-west corner."""
    west, _, east, north = grid.bounds
    blocks_in_a_row = int(np.ceil((east - west) / block_size))
    across = np.floor((x - west) / block_size).astype(np.int64)
    down = np.floor((north - y) / block_size).astype(np.int64)
    return down * blocks_in_a_row + across + 1


def most_common_per_group(groups: np.ndarray, values: np.ndarray) -> dict[int, int]:
    """Return {group: the value most of its members have}, the smallest of equals."""
    pairs, counts = np.unique(np.stack([groups, values]), axis=1, return_counts=True)
    best: dict[int, tuple[int, int]] = {}
    for group, value, count in zip(*pairs.tolist(), counts.tolist(), strict=True):
        if group not in best or count > best[group][0]:
            best[group] = (count, value)
    return {group: value for group, (_, value) in best.items()}
