"""Metrics against scikit-learn and hand-made cases."""

import numpy as np
import pytest
from sklearn import metrics as reference

from landslide_toolbox.core.susceptibility import metrics


@pytest.fixture(scope="module")
def scored():
    random = np.random.default_rng(0)
    landslide = (random.random(2000) < 0.3).astype(int)
    return landslide, np.round(np.clip(0.3 * landslide + random.normal(0.35, 0.2, 2000), 0, 1), 2)  # with ties


def test_curves_and_areas_match_scikit_learn(scored):
    curve = metrics.roc_curve(*scored)
    false_rate, true_rate, _ = reference.roc_curve(*scored, drop_intermediate=False)
    np.testing.assert_allclose(curve.false_positive_rate, false_rate)
    np.testing.assert_allclose(curve.true_positive_rate, true_rate)
    assert metrics.auc(*scored) == pytest.approx(reference.roc_auc_score(*scored), abs=1e-12)
    assert metrics.average_precision(*scored) == pytest.approx(reference.average_precision_score(*scored), abs=1e-12)
    assert metrics.brier_score(*scored) == pytest.approx(reference.brier_score_loss(*scored), abs=1e-12)


def test_the_youden_threshold_is_a_threshold_not_the_index(scored):
    landslide, scores = scored
    threshold = metrics.roc_curve(*scored).youden_threshold()
    youden = {t: _youden(landslide, scores >= t) for t in np.unique(scores)}
    assert threshold in youden
    assert youden[threshold] == pytest.approx(max(youden.values()))
    perfect = metrics.roc_curve(np.array([0, 0, 1, 1]), np.array([0.1, 0.2, 0.7, 0.9]))
    assert perfect.youden_threshold() == 0.7
    assert (perfect.area, perfect.balanced_threshold()) == (1.0, 0.7)


def _youden(landslide, predicted):
    table = metrics.confusion(landslide, predicted)
    return table.sensitivity + table.specificity - 1


def test_confusion_keeps_negatives_apart(scored):
    landslide, scores = scored
    predicted = scores >= 0.4
    table = metrics.confusion(landslide, predicted)
    (tn, fp), (fn, tp) = reference.confusion_matrix(landslide, predicted)
    assert (table.true_negatives, table.false_positives, table.false_negatives, table.true_positives) == (tn, fp, fn, tp)
    assert table.accuracy == pytest.approx(reference.accuracy_score(landslide, predicted))
    assert table.precision == pytest.approx(reference.precision_score(landslide, predicted))
    assert table.sensitivity == pytest.approx(reference.recall_score(landslide, predicted))
    assert table.specificity == pytest.approx(reference.recall_score(1 - landslide, ~predicted))
    assert table.f1 == pytest.approx(reference.f1_score(landslide, predicted))
    assert table.kappa == pytest.approx(reference.cohen_kappa_score(landslide, predicted))
    nothing = metrics.confusion(landslide, np.zeros(len(landslide), bool))
    assert (nothing.precision, nothing.f1, nothing.kappa) == (0, 0, 0)


def test_calibration_counts_every_sample():
    bins = metrics.calibration(np.array([0, 1, 1, 0, 1]), np.array([0.0, 0.05, 0.95, 0.5, 1.0]))
    assert bins == [(0.025, 0.5, 2), (0.5, 0.0, 1), (pytest.approx(0.975), 1.0, 2)]


def test_the_interval_is_that_of_theory_and_wider_when_cells_cling_together(scored):
    landslide, scores = scored
    low, high = metrics.auc_interval(landslide, scores)
    area, yes, no = metrics.auc(landslide, scores), scores[landslide == 1], scores[landslide == 0]
    wins = (yes[:, None] > no) + 0.5 * (yes[:, None] == no)
    spread = wins.mean(axis=1).var(ddof=1) / len(yes) + wins.mean(axis=0).var(ddof=1) / len(no)  # DeLong et al. 1988
    assert high - low == pytest.approx(2 * 1.96 * np.sqrt(spread), rel=0.1)
    assert low < area < high
    # each landslide four cells of one score: as sure as a quarter of them
    repeated = np.repeat(np.flatnonzero(landslide), 4)
    again = np.concatenate([repeated, np.flatnonzero(landslide == 0)])
    ids = np.where(landslide[again] == 1, again + 1, 0)
    apart = metrics.auc_interval(landslide[again], scores[again])
    together = metrics.auc_interval(landslide[again], scores[again], ids)
    assert together[1] - together[0] == pytest.approx(high - low, rel=0.15)
    assert apart[1] - apart[0] < 0.85 * (together[1] - together[0])
