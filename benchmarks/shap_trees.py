"""SHAP values of tree ensembles: all background samples in one walk against shap.TreeExplainer.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/shap_trees.py

A forest of unlimited depth on 14 columns, one per factor so that both answer the same question, the same background for both,
all processor threads as each uses them. shap cannot read the models of this XGBoost, so boosting is compared with nothing: its
rate is printed alone. Best of several turns, taken alternately.
"""

import argparse
import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import toolbox  # noqa: F401
from timing import seconds

from landslide_toolbox.models.explanation.tree_shap import TreeShap
from landslide_toolbox.models.explanation.trees import trees_of_boosting, trees_of_forest

COLUMNS = 14


def made_table(count: int) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(0)
    table = random.normal(size=(count, COLUMNS)).astype(np.float32)
    return table, (table[:, 0] + table[:, 1] * table[:, 2] + random.normal(size=count) * 0.7 > 0).astype(int)


def in_threads(shap: TreeShap, table: np.ndarray) -> np.ndarray:
    threads = os.cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        return np.concatenate(list(pool.map(shap.contributions, np.array_split(table, threads))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=200)
    parser.add_argument("--background", type=int, default=64)
    parser.add_argument("--trees", type=int, default=200)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    import shap
    import xgboost
    from sklearn.ensemble import RandomForestClassifier

    table, labels = made_table(4000)
    background, samples = table[: options.background], table[-options.samples :]
    forest = RandomForestClassifier(options.trees, n_jobs=-1, random_state=0).fit(table, labels)
    ours = TreeShap(trees_of_forest(forest), range(COLUMNS), background)
    theirs = shap.TreeExplainer(forest, background, feature_perturbation="interventional")
    few = samples[:: max(options.samples // 20, 1)]
    in_threads(ours, samples[:1])
    turns = [
        (seconds(lambda: in_threads(ours, samples)), seconds(lambda: theirs.shap_values(few, check_additivity=False)))
        for _ in range(options.turns)
    ]
    rate, other = len(samples) / min(turn[0] for turn in turns), len(few) / min(turn[1] for turn in turns)
    difference = np.abs(in_threads(ours, few) - theirs.shap_values(few, check_additivity=False)[..., 1]).max()

    matrix = xgboost.DMatrix(table, labels)
    booster = xgboost.train({"objective": "binary:logistic", "max_depth": 6, "eta": 0.05}, matrix, options.trees)
    boosting = TreeShap(trees_of_boosting(booster), range(COLUMNS), background)
    boosted = len(samples) / min(seconds(lambda: in_threads(boosting, samples)) for _ in range(options.turns))
    print(f"{options.trees} trees, {options.background} background samples, {os.cpu_count()} processor threads")
    print(f"forest, shap.TreeExplainer   {other:,.1f} samples/s")
    print(f"forest, TreeShap             {rate:,.1f} samples/s, largest difference {difference:.1e}")
    print(f"ratio                        {rate / other:.1f}")
    print(f"boosting, TreeShap           {boosted:,.1f} samples/s")


if __name__ == "__main__":
    main()
