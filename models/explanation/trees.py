"""Trees of a forest or of boosting as plain arrays, whatever library grew them."""

import json
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..susceptibility.tree_thresholds import rounded_down

if TYPE_CHECKING:
    from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import OneHotEncoder
    from xgboost import Booster


class Trees(NamedTuple):
    """All nodes of all trees one after the other, whose sum is the prediction up to a constant.

    ``column`` int32: the column a node asks for, −1 in a leaf; ``threshold`` float32: go left when x ≤ threshold; ``left``,
    ``right`` int32: numbers of the children; ``value`` float64: what a leaf adds; ``roots`` int32: where each tree starts.
    """

    column: np.ndarray
    threshold: np.ndarray
    left: np.ndarray
    right: np.ndarray
    value: np.ndarray
    roots: np.ndarray

    @property
    def deepest_path(self) -> int:
        """Return the largest number of nodes between a root and a leaf, both included."""
        depth, nodes = 0, self.roots
        while len(nodes):
            depth += 1
            nodes = nodes[self.column[nodes] >= 0]
            nodes = np.concatenate((self.left[nodes], self.right[nodes]))
        return depth


def trees_of_forest(forest: "RandomForestClassifier") -> Trees:
    """Return the trees of a scikit-learn forest, which sum up to the probability of class 1."""
    parts = []
    for estimator in forest.estimators_:
        tree = estimator.tree_
        share = tree.value[:, 0, 1] / tree.value[:, 0].sum(axis=1) / len(forest.estimators_)
        inner = tree.children_left >= 0
        parts.append(
            (
                np.where(inner, tree.feature, -1),
                rounded_down(tree.threshold),
                tree.children_left,
                tree.children_right,
                np.where(inner, 0.0, share),
            )
        )
    return _joined(parts)


def trees_of_boosting(booster: "Booster") -> Trees:
    """Return the trees of an XGBoost model of one output, which sum up to its margin (log-odds) up to a constant.

    Missing values, which take a direction of their own in XGBoost, do not occur: encoded factors are never NaN.
    """
    model = json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]
    parts = []
    for tree in model["trees"]:
        left = np.array(tree["left_children"])
        conditions = np.array(tree["split_conditions"], dtype=np.float32)
        inner = left >= 0
        # XGBoost goes left when x < condition: when x is at most the next smaller number
        thresholds = np.nextafter(conditions, np.float32(-np.inf))
        columns = np.where(inner, np.array(tree["split_indices"]), -1)
        parts.append((columns, thresholds, left, np.array(tree["right_children"]), np.where(inner, 0.0, conditions)))
    return _joined(parts)


def trees_of_stacking(trees: "GradientBoostingClassifier", leaves: "OneHotEncoder", regression: "LogisticRegression") -> Trees:
    """Return the trees of a logistic regression on leaves, which sum up to its log-odds up to a constant.

    A leaf adds its coefficient; one that the regression has never seen adds nothing.
    """
    parts, first = [], 0
    for (estimator,), known in zip(trees.estimators_, leaves.categories_, strict=True):
        tree = estimator.tree_
        value = np.zeros(tree.node_count)
        value[known.astype(int)] = regression.coef_[0, first : first + len(known)]
        first += len(known)
        columns = np.where(tree.children_left >= 0, tree.feature, -1)
        parts.append((columns, rounded_down(tree.threshold), tree.children_left, tree.children_right, value))
    return _joined(parts)


def _joined(parts: list[tuple[np.ndarray, ...]]) -> Trees:
    """Join trees; children that count from the start of their tree then count from the start of all."""
    sizes = [len(columns) for columns, *_ in parts]
    roots = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return Trees(
        np.concatenate([part[0] for part in parts]).astype(np.int32),
        np.concatenate([part[1] for part in parts]).astype(np.float32),
        np.concatenate([part[2] + root for part, root in zip(parts, roots, strict=True)]).astype(np.int32),
        np.concatenate([part[3] + root for part, root in zip(parts, roots, strict=True)]).astype(np.int32),
        np.concatenate([part[4] for part in parts]).astype(np.float64),
        roots.astype(np.int32),
    )
