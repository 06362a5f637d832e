"""A random forest of 500 trees over cells: packed nodes against scikit-learn's predict_proba. Needs neither QGIS nor GDAL.

14 factors, trees grown to the end on 20,000 samples, both on all cores.
"""

import os

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from timing import Row, at_least, at_most, best_of_turns

from landslide_toolbox.models.susceptibility.packed_forest import PackedForest

SAMPLES = 20_000
FACTORS = 14


def measure(trees: int, count: int, turns: int) -> list[Row]:
    """Return the ratio of the rates over ``count`` cells and the largest difference of the probabilities."""
    random = np.random.default_rng(0)
    table = random.normal(size=(SAMPLES, FACTORS)).astype(np.float32)
    landslide = table[:, 0] + table[:, 1] * table[:, 2] + random.normal(0, 1.5, SAMPLES) > 0
    forest = RandomForestClassifier(trees, n_jobs=-1, random_state=0).fit(table, landslide)
    cells = random.normal(size=(count, FACTORS)).astype(np.float32)
    packed = PackedForest(forest)
    difference = float(np.abs(packed.probabilities(cells) - forest.predict_proba(cells)[:, 1]).max())
    ours, theirs = best_of_turns(lambda: packed.probabilities(cells), lambda: forest.predict_proba(cells), turns)
    nodes = sum(tree.tree_.node_count for tree in forest.estimators_)
    note = f"{count / ours:,.0f} against {count / theirs:,.0f} cells/s, {trees} trees, {nodes:,} nodes, {os.cpu_count()} cores"
    return [
        at_least("forest: packed over scikit-learn", theirs / ours, 2, note),
        at_most("forest: difference of probabilities", difference, 1e-6, ""),
    ]
