"""The packed forest gives scikit-learn's probabilities."""

import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier

from landslide_toolbox.models.susceptibility.packed_forest import PackedForest


def samples(count, seed=0):
    """Values with ties, zeros of both signs and one column of categories."""
    random = np.random.default_rng(seed)
    table = np.round(random.normal(size=(count, 6)), 1).astype(np.float32)
    table[:, 5] = random.integers(0, 2, count)
    return table, (table[:, 0] + table[:, 1] * table[:, 2] + random.normal(size=count) > 0).astype(int)


@pytest.mark.parametrize("depth", [None, 1, 4])
@pytest.mark.parametrize("count", [1, 7, 5000])
def test_probabilities_are_those_of_scikit_learn(depth, count):
    forest = RandomForestClassifier(40, max_depth=depth, random_state=1).fit(*samples(600))
    table = samples(count, 2)[0]
    # values on thresholds and just beside them
    thresholds = np.concatenate([tree.tree_.threshold for tree in forest.estimators_]).astype(np.float32)
    table[:, 0] = np.resize(np.concatenate([thresholds, np.nextafter(thresholds, np.float32(9)), [-0.0, 0.0]]), count)
    found = PackedForest(forest).probabilities(table)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, forest.predict_proba(table)[:, 1], atol=1e-6)
    assert count == 1 or found.std() > 0.01


def test_trees_of_a_single_leaf():
    table, landslide = samples(60)
    forest = RandomForestClassifier(30, min_samples_leaf=25, random_state=0).fit(table, landslide)
    assert any(tree.tree_.node_count == 1 for tree in forest.estimators_)
    np.testing.assert_allclose(PackedForest(forest).probabilities(table), forest.predict_proba(table)[:, 1], atol=1e-6)


def test_a_forest_that_does_not_fit_is_said():
    forest = RandomForestClassifier(2, max_leaf_nodes=30, random_state=0).fit(*samples(500))
    with pytest.raises(ValueError, match="do not follow"):
        PackedForest(forest)
    table, landslide = samples(90)
    with pytest.raises(ValueError, match="classes"):
        PackedForest(RandomForestClassifier(2).fit(table, landslide + np.arange(90) % 2))


def test_the_spread_is_that_over_the_trees():
    forest = RandomForestClassifier(25, random_state=1).fit(*samples(400))
    table = samples(300, 2)[0]
    every = np.stack([tree.predict_proba(table)[:, 1] for tree in forest.estimators_])
    mean, spread = PackedForest(forest).with_spread(table)
    np.testing.assert_allclose(mean, every.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(spread, every.std(axis=0), atol=1e-5)
