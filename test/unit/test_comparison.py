"""Tests between models, against statsmodels and the definition."""

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import mcnemar

from landslide_toolbox.core.susceptibility.comparison import auc_difference, disagreement
from landslide_toolbox.core.susceptibility.metrics import auc


@pytest.fixture(scope="module")
def scored():
    random = np.random.default_rng(1)
    landslide = (random.random(400) < 0.4).astype(int)
    first = np.round(landslide + random.normal(0, 0.9, 400), 1)
    return landslide, first, np.round(0.5 * first + landslide + random.normal(0, 1.2, 400), 1)


def test_delong_is_what_its_definition_says(scored):
    landslide, *both = scored
    found = auc_difference(landslide, np.arange(400), *both)
    wins = []
    for scores in both:
        yes, no = scores[landslide == 1][:, None], scores[landslide == 0]
        wins.append((yes > no) + 0.5 * (yes == no))
    rows, columns = (np.cov([w.mean(axis=axis) for w in wins]) for axis in (1, 0))
    variance = sum((c[0, 0] + c[1, 1] - 2 * c[0, 1]) / n for c, n in ((rows, wins[0].shape[0]), (columns, wins[0].shape[1])))
    assert found.difference == pytest.approx(auc(landslide, both[0]) - auc(landslide, both[1]), abs=1e-12)
    assert found.standard_error == pytest.approx(np.sqrt(variance), rel=1e-9)
    assert found.p_by_landslide == pytest.approx(found.p, rel=1e-9)  # each cell a landslide of its own
    assert auc_difference(landslide, landslide, both[0], both[0]).p == 1


def test_delong_rejects_as_often_as_it_says():
    random = np.random.default_rng(0)
    landslide = np.repeat([0, 1], 150)
    p = [auc_difference(landslide, landslide, *(landslide + random.normal(0, 1.5, (2, 300)))).p for _ in range(400)]
    assert np.mean(np.array(p) < 0.1) == pytest.approx(0.1, abs=0.05)


def test_by_landslide_rejects_as_often_as_it_says_where_the_cells_of_one_are_alike():
    random = np.random.default_rng(0)
    landslide, number = np.repeat([0, 1], 300), np.r_[np.zeros(300, int), np.repeat(np.arange(1, 51), 6)]
    found = []
    for _ in range(400):
        of_landslide = random.normal(0, 1.5, (2, 51)) * [0, *[1] * 50]
        found.append(
            auc_difference(landslide, number, *(landslide + of_landslide[:, number] + random.normal(0, 0.5, (2, 600))))
        )
    assert np.mean([one.p_by_landslide < 0.1 for one in found]) == pytest.approx(0.1, abs=0.05)
    assert np.mean([one.p < 0.1 for one in found]) > 0.3
    assert auc_difference(landslide, landslide, *np.random.default_rng(1).random((2, 600))).p_by_landslide is None


@pytest.mark.parametrize("cut", [(0.5, 0.5), (0.5, 0.55), (0.2, 1.5)])
def test_mcnemar_matches_statsmodels(scored, cut):
    landslide, first, second = scored
    for count in (400, 40):
        truth, a, b = landslide[:count], first[:count] > cut[0], second[:count] > cut[1]
        found = disagreement(truth, a, b)
        table = [
            [((a == truth) & (b == truth)).sum(), ((a == truth) & (b != truth)).sum()],
            [((a != truth) & (b == truth)).sum(), ((a != truth) & (b != truth)).sum()],
        ]
        expected = mcnemar(table, exact=found.exact, correction=True)
        assert found.exact == (found.only_first + found.only_second < 25)
        assert found.p == pytest.approx(expected.pvalue, abs=1e-9)
