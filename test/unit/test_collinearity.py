"""Variance inflation against statsmodels and against its definition; correlations against SciPy; the rule of selection."""

import numpy as np
import pytest
from scipy import stats

from landslide_toolbox.core.analysis.collinearity import Collinearity, select_factors
from landslide_toolbox.core.analysis.correlation import cramers_v, pearson, spearman

RANDOM = np.random.default_rng(0)
COUNT = 400
COMMON = RANDOM.normal(size=COUNT)
COLUMNS = (
    np.stack([COMMON + RANDOM.normal(0, spread, COUNT) for spread in (0.1, 0.3, 1.0, 5.0)], axis=1) * [1, 1000, 1e-3, 7] + 50
)
ANGLE = RANDOM.uniform(0, 2 * np.pi, COUNT) + COMMON
ROCK = np.clip(np.round(COMMON + RANDOM.normal(0, 0.5, COUNT)), -1, 2)


def one_column(values):
    return [column[:, np.newaxis] for column in values.T]


def indicators(values):
    return (values[:, np.newaxis] == np.unique(values)).astype(float)


def determinant_of_correlation(columns):
    return np.linalg.det(np.atleast_2d(np.corrcoef(columns, rowvar=False)))


def test_vif_equals_statsmodels():
    from statsmodels.stats.outliers_influence import variance_inflation_factor
    from statsmodels.tools import add_constant

    with_constant = add_constant(COLUMNS)
    expected = [variance_inflation_factor(with_constant, index) for index in range(1, 5)]
    np.testing.assert_allclose(Collinearity(one_column(COLUMNS)).inflation(range(4)), expected, rtol=1e-8)


def test_a_subset_is_inflated_by_itself_alone():
    alone = Collinearity(one_column(COLUMNS[:, [0, 2]])).inflation([0, 1])
    np.testing.assert_allclose(Collinearity(one_column(COLUMNS)).inflation([0, 2]), alone)
    assert Collinearity(one_column(COLUMNS)).inflation([3]).tolist() == [1.0]


def test_generalised_vif_is_the_ratio_of_determinants():
    groups = [COLUMNS[:, :1], np.stack([np.sin(ANGLE), np.cos(ANGLE)], axis=1), indicators(ROCK), COLUMNS[:, 2:3]]
    found = Collinearity(groups)
    assert found.degrees_of_freedom == [1, 2, len(np.unique(ROCK)) - 1, 1]
    # without one column each, because indicators of all categories always add up to 1
    bare = [group[:, 1:] if index == 2 else group for index, group in enumerate(groups)]
    for index, (inflation, freedom) in enumerate(zip(found.inflation(range(4)), found.degrees_of_freedom, strict=True)):
        others = np.concatenate([group for other, group in enumerate(bare) if other != index], axis=1)
        own, all_of_them = determinant_of_correlation(bare[index]), determinant_of_correlation(np.concatenate(bare, axis=1))
        generalised = own * determinant_of_correlation(others) / all_of_them
        assert inflation == pytest.approx(generalised ** (1 / freedom), rel=1e-6)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_linear_combinations_are_infinite_and_the_others_are_not(dtype):
    first, second, other = RANDOM.normal(100, 1, (3, COUNT))
    columns = np.stack([first, second, other, 2 * first - second], axis=1).astype(dtype)
    inflation = Collinearity(one_column(columns)).inflation(range(4))
    assert np.isinf(inflation[[0, 1, 3]]).all()
    assert inflation[2] < 1.1


def test_a_category_that_repeats_another_factor_is_infinite():
    inflation = Collinearity([indicators(ROCK), indicators(ROCK * 10), COLUMNS[:, :1]]).inflation(range(3))
    assert np.isinf(inflation[:2]).all()
    assert np.isfinite(inflation[2])


def test_a_constant_has_no_degree_of_freedom():
    assert Collinearity([np.full((COUNT, 1), 7.3), COLUMNS[:, :1]]).degrees_of_freedom == [0, 1]


def test_infinite_factors_go_first_and_the_least_important_of_them():
    first, second = RANDOM.normal(size=(2, COUNT))
    near = COLUMNS[:, 0] + RANDOM.normal(0, 0.01, COUNT)
    columns = np.stack([first, second, first + second, COLUMNS[:, 0], near], axis=1)
    importance = np.array([0.3, 0.2, 0.4, 0.05, 0.05001])
    asked = []

    def importance_of(kept):
        asked.append(kept)
        return importance[kept]

    kept, steps = select_factors(Collinearity(one_column(columns)), 10, importance_of)
    assert [step.dropped for step in steps] == [1, 3, None]
    assert kept == [0, 2, 4]
    assert asked == [[0, 1, 2, 3, 4], [0, 2, 3, 4]]
    assert (steps[-1].inflation < 10).all()


def test_nothing_over_the_limit_drops_nothing():
    kept, steps = select_factors(Collinearity(one_column(COLUMNS[:, 2:])), 10, lambda kept: pytest.fail("not needed"))
    assert kept == [0, 1]
    assert len(steps) == 1


def test_correlations_equal_scipy():
    # rounded, so that there are equal values
    columns = np.round(COLUMNS[:, :3] / [1, 1000, 1e-3], 1)
    assert len(np.unique(columns[:, 2])) < COUNT
    np.testing.assert_allclose(spearman(columns), stats.spearmanr(columns).statistic, rtol=1e-10)
    assert pearson(columns)[0, 1] == pytest.approx(stats.pearsonr(columns[:, 0], columns[:, 1]).statistic)


def test_a_constant_column_has_no_correlation():
    columns = np.stack([COMMON, np.ones(COUNT), -COMMON], axis=1)
    np.testing.assert_allclose(pearson(columns)[0], [1, np.nan, -1])


def test_cramers_v_equals_scipy_and_is_1_for_the_same():
    other = RANDOM.integers(0, 3, COUNT)
    table = stats.contingency.crosstab(ROCK, other).count
    assert cramers_v(ROCK, other) == pytest.approx(stats.contingency.association(table, method="cramer"))
    assert cramers_v(ROCK, -ROCK) == pytest.approx(1.0)
