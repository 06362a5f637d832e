"""A random forest laid out for fast prediction: the same probabilities as scikit-learn's at more than twice its rate.

A node takes eight bytes, so that a tree fits a core's cache, and eight cells go down a tree side by side, so that the processor
works on one while it waits for the memory of another. A step has no branch that the processor could guess wrong.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from .packed_forest_kernel import FEATURE_BITS, LARGEST_SKIP, SKIP_BIT, add_trees
from .tree_thresholds import rounded_down

if TYPE_CHECKING:
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.tree._tree import Tree

ROWS = 2048
"""Cells that go through all trees together: their values stay in the cache while trees come and go."""


class PackedForest:
    """A two-class forest ready for prediction. Raises ValueError for one that does not fit the layout."""

    def __init__(self, forest: "RandomForestClassifier"):
        if forest.n_features_in_ >= 1 << FEATURE_BITS or len(forest.classes_) != 2:
            raise ValueError("more columns or classes than the layout holds")
        trees = [estimator.tree_ for estimator in forest.estimators_]
        self._nodes = np.concatenate([_packed_nodes(tree) for tree in trees])
        self._shares = np.concatenate([_landslide_shares(tree) for tree in trees])
        self._roots = np.cumsum([0, *(tree.node_count for tree in trees)])[:-1].astype(np.uint64)

    def with_spread(self, table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return ``probabilities`` and, float32 (n,), the standard deviation of that share over the trees."""
        mean = self.probabilities(table)
        squares = self._mean_over_trees(table, self._shares**2)
        return mean, np.sqrt(np.maximum(squares - mean.astype(np.float64) ** 2, 0)).astype(np.float32)

    def probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,): the mean over trees of the leaf's share of class 1, for finite float32 rows (n, columns)."""
        return self._mean_over_trees(table, self._shares).astype(np.float32)

    def _mean_over_trees(self, table: np.ndarray, values: np.ndarray) -> np.ndarray:
        keys = _as_ordered_integers(table)
        totals = np.zeros(len(table))

        def run(start: int) -> None:
            rows = slice(start, start + ROWS)
            add_trees(self._nodes, values, self._roots, keys[rows].ravel(), keys.shape[1], totals[rows])

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(run, range(0, len(table), ROWS)))
        return totals / len(self._roots)


def _packed_nodes(tree: "Tree") -> np.ndarray:
    """Return int64 (nodes,): threshold as ordered integer (32 bits), skip to the right child, inner-node bit, column."""
    count = np.arange(tree.node_count)
    inner = tree.children_left >= 0
    if (tree.children_left[inner] != count[inner] + 1).any():
        raise ValueError("left children that do not follow their parents")
    skip = np.where(inner, tree.children_right - count - 1, 0).astype(np.int64)
    if skip.max(initial=0) > LARGEST_SKIP:
        raise ValueError("a tree of more nodes than the layout holds")
    column = np.where(inner, tree.feature, 0).astype(np.int64)
    ordered = _as_ordered_integers(rounded_down(tree.threshold)).astype(np.int64)
    return (ordered << 32) | (skip << SKIP_BIT) | (inner.astype(np.int64) << FEATURE_BITS) | column


def _landslide_shares(tree: "Tree") -> np.ndarray:
    values = tree.value[:, 0, :]
    return (values[:, 1] / values.sum(axis=1)).astype(np.float32)


def _as_ordered_integers(values: np.ndarray) -> np.ndarray:
    """Return int32 that compare as the finite float32 values do."""
    bits = (np.asarray(values, dtype=np.float32) + np.float32(0)).view(np.int32)  # adding 0 makes −0 the same as 0
    return bits ^ ((bits >> 31) & np.int32(0x7FFFFFFF))
