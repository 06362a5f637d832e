"""A random forest of 500 trees over cells: packed nodes against scikit-learn's predict_proba.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/forest.py

14 factors, trees grown to the end on 20,000 samples, both on all cores. Best of several turns, taken alternately.
"""

import argparse
import os
import time

import numpy as np
import toolbox  # noqa: F401
from sklearn.ensemble import RandomForestClassifier

from landslide_toolbox.models.susceptibility.packed_forest import PackedForest

SAMPLES = 20_000
FACTORS = 14


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trees", type=int, default=500)
    parser.add_argument("--cells", type=int, default=65_536)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    random = np.random.default_rng(0)
    table = random.normal(size=(SAMPLES, FACTORS)).astype(np.float32)
    landslide = table[:, 0] + table[:, 1] * table[:, 2] + random.normal(0, 1.5, SAMPLES) > 0
    forest = RandomForestClassifier(options.trees, n_jobs=-1, random_state=0).fit(table, landslide)
    cells = random.normal(size=(options.cells, FACTORS)).astype(np.float32)
    packing = seconds(lambda: PackedForest(forest))
    packed = PackedForest(forest)
    difference = np.abs(packed.probabilities(cells) - forest.predict_proba(cells)[:, 1]).max()
    turns = [
        (seconds(lambda: packed.probabilities(cells)), seconds(lambda: forest.predict_proba(cells)))
        for _ in range(options.turns)
    ]
    ours, theirs = (options.cells / min(times) for times in zip(*turns, strict=True))
    nodes = sum(tree.tree_.node_count for tree in forest.estimators_)
    print(f"forest                {options.trees} trees, {nodes:,} nodes, {os.cpu_count()} cores; packed in {packing:.2f} s")
    print(f"scikit-learn          {theirs:,.0f} cells/s")
    print(f"packed                {ours:,.0f} cells/s")
    print(f"ratio                 {ours / theirs:.2f}")
    print(f"largest difference    {difference:.1e}")


if __name__ == "__main__":
    main()
