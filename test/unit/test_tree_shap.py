"""Contributions of trees are exact Shapley values: equal to enumeration and to shap's own, with factors as players."""

from itertools import combinations
from math import factorial

import numpy as np
import pytest

from landslide_toolbox.models.explanation.tree_shap import TreeShap
from landslide_toolbox.models.explanation.trees import Trees, trees_of_boosting, trees_of_forest, trees_of_stacking


@pytest.fixture(scope="module")
def table():
    """Five columns of whole quarters, so that many samples stand exactly on a threshold."""
    random = np.random.default_rng(3)
    table = np.round(random.normal(size=(400, 5)) * 4).astype(np.float32) / 4
    signal = table[:, 0] + table[:, 1] * table[:, 2] - (table[:, 3] > 0.5)
    return table, (signal + random.normal(size=400) * 0.5 > 0).astype(int)


@pytest.fixture(scope="module")
def forest(table):
    from sklearn.ensemble import RandomForestClassifier

    return RandomForestClassifier(12, random_state=0, max_depth=7).fit(*table)


@pytest.fixture(scope="module")
def boosting(table):
    import xgboost

    matrix = xgboost.DMatrix(table[0], table[1])
    options = {"objective": "binary:logistic", "max_depth": 4, "base_score": 0.3, "nthread": 1}
    return xgboost.train(options, matrix, num_boost_round=15)


def shapley_by_enumeration(predict, sample, background, column_player):
    """Shapley values of the mean prediction when coalitions take the sample's columns and the rest the background's."""
    players = max(column_player) + 1

    def worth(coalition):
        mixed = background.copy()
        taken = np.isin(column_player, coalition)
        mixed[:, taken] = sample[taken]
        return predict(mixed).mean()

    values = np.zeros(players)
    for player in range(players):
        others = [other for other in range(players) if other != player]
        for size in range(players):
            weight = factorial(size) * factorial(players - size - 1) / factorial(players)
            for coalition in combinations(others, size):
                values[player] += weight * (worth((*coalition, player)) - worth(coalition))
    return values


@pytest.mark.parametrize("column_player", [[0, 1, 2, 3, 4], [0, 1, 1, 2, 0]])
def test_forest_equals_enumeration_whatever_columns_a_factor_has(table, forest, column_player):
    background, samples = table[0][:70], table[0][200:204]  # more than fit one word of bits
    found = TreeShap(trees_of_forest(forest), column_player, background).contributions(samples)
    for sample, contributions in zip(samples, found, strict=True):
        expected = shapley_by_enumeration(lambda rows: forest.predict_proba(rows)[:, 1], sample, background, column_player)
        np.testing.assert_allclose(contributions, expected, atol=1e-12)


def test_boosting_equals_enumeration(table, boosting):
    background, samples = table[0][:30], table[0][200:203]
    found = TreeShap(trees_of_boosting(boosting), [0, 1, 2, 3, 3], background).contributions(samples)

    def margin(rows):
        return boosting.inplace_predict(rows, predict_type="margin").astype(float)

    for sample, contributions in zip(samples, found, strict=True):
        expected = shapley_by_enumeration(margin, sample, background, [0, 1, 2, 3, 3])
        np.testing.assert_allclose(contributions, expected, atol=1e-5)


def test_a_regression_on_leaves_equals_enumeration(table):
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import OneHotEncoder

    trees = GradientBoostingClassifier(n_estimators=10, random_state=0).fit(*table)
    leaves = OneHotEncoder(handle_unknown="ignore").fit(trees.apply(table[0][:100])[:, :, 0])  # some leaves stay unknown

    def hot(rows):
        return leaves.transform(trees.apply(rows)[:, :, 0])

    def log_odds(rows):
        return regression.decision_function(hot(rows))

    regression = LogisticRegression().fit(hot(table[0]), table[1])
    background, samples = table[0][:25], table[0][200:203]
    found = TreeShap(trees_of_stacking(trees, leaves, regression), [0, 1, 2, 3, 3], background).contributions(samples)
    for sample, contributions in zip(samples, found, strict=True):
        expected = shapley_by_enumeration(log_odds, sample, background, [0, 1, 2, 3, 3])
        np.testing.assert_allclose(contributions, expected, atol=1e-9)


def test_forest_equals_shap_with_one_column_per_factor(table, forest):
    import shap

    background, samples = table[0][:100], table[0][200:260]
    explainer = shap.TreeExplainer(forest, background, feature_perturbation="interventional")
    expected = explainer.shap_values(samples, check_additivity=False)[..., 1]
    found = TreeShap(trees_of_forest(forest), range(5), background).contributions(samples)
    np.testing.assert_allclose(found, expected, atol=1e-7)
    additive = found.sum(axis=1) + forest.predict_proba(background)[:, 1].mean()
    np.testing.assert_allclose(additive, forest.predict_proba(samples)[:, 1], atol=1e-12)


def test_a_tree_that_is_one_leaf_contributes_nothing():
    from sklearn.ensemble import RandomForestClassifier

    stump = RandomForestClassifier(2, random_state=0).fit(np.zeros((6, 2), np.float32), [0, 1] * 3)
    found = TreeShap(trees_of_forest(stump), [0, 1], np.zeros((3, 2), np.float32)).contributions(np.ones((2, 2), np.float32))
    np.testing.assert_array_equal(found, np.zeros((2, 2)))


def test_paths_of_more_than_thirty_one_factors_are_counted():
    """One chain of 40 splits: its last leaf is reached by 1 of every factor, the background, all 0, never gets there."""
    count = 40
    inner = np.arange(count) * 2
    column, left, right = (np.full(2 * count + 1, -1, np.int32) for _ in range(3))
    column[inner], left[inner], right[inner] = np.arange(count), inner + 1, inner + 2
    value = np.zeros(2 * count + 1)
    value[-1] = 1.0
    trees = Trees(column, np.full(2 * count + 1, 0.5, np.float32), left, right, value, np.zeros(1, np.int32))
    shap = TreeShap(trees, range(count), np.zeros((3, count), np.float32))
    np.testing.assert_allclose(shap.contributions(np.ones((1, count), np.float32)), np.full((1, count), 1 / count))
    with pytest.raises(NotImplementedError, match="64 factors"):
        TreeShap(trees, range(64), np.zeros((1, 64), np.float32))
