"""Calibration curves against what they must be."""

import json
from functools import partial

import numpy as np
import pytest

from landslide_toolbox.core.susceptibility.evaluation import cross_fitted
from landslide_toolbox.core.susceptibility.metrics import auc, brier_score
from landslide_toolbox.models.susceptibility.calibration import Calibrator


def overconfident(count=4000, seed=0):
    """Return labels, their true probabilities and scores whose log-odds are three times too far from 0, shifted by 1."""
    random = np.random.default_rng(seed)
    odds = random.normal(0, 1, count)
    true = 1 / (1 + np.exp(-odds))
    scores = 1 / (1 + np.exp(-(3 * odds + 1)))
    return (random.random(count) < true).astype(np.int8), true, scores.astype(np.float32)


@pytest.mark.parametrize("kind", ["platt", "isotonic"])
def test_a_curve_never_falls_even_where_scores_are_the_wrong_way_round(kind):
    landslide, _, scores = overconfident()
    found = Calibrator.fit(kind, 1 - landslide, scores)(np.linspace(0, 1, 50))
    assert np.ptp(found) < 0.01 and (np.diff(found) >= 0).all()


@pytest.mark.parametrize(("kind", "tolerance"), [("platt", 0.03), ("isotonic", 0.06)])
def test_a_curve_gives_back_the_true_probabilities(kind, tolerance):
    landslide, _, scores = overconfident()
    calibrator = Calibrator.fit(kind, landslide, scores)
    landslide, true, scores = overconfident(seed=1)
    found = calibrator(scores)
    assert np.sqrt(np.mean((found - true) ** 2)) < tolerance
    assert brier_score(landslide, found) < brier_score(landslide, scores) - 0.02
    assert auc(landslide, found) == pytest.approx(auc(landslide, scores), abs=0.01)
    again = Calibrator.from_json(json.loads(json.dumps(calibrator.to_json())))
    np.testing.assert_array_equal(again(scores), found)
    assert np.isnan(again(np.array([np.nan, 0.5]))).tolist() == [True, False]


def test_platt_finds_the_slope_and_shift_of_the_log_odds():
    landslide, _, scores = overconfident(100_000)
    slope, intercept = Calibrator.fit("platt", landslide, scores).numbers[0]
    assert (slope, intercept) == (pytest.approx(1 / 3, abs=0.01), pytest.approx(-1 / 3, abs=0.02))


def test_isotonic_steps_are_means_of_blocks():
    scores = np.array([0.1, 0.2, 0.3, 0.4, 0.5])
    calibrator = Calibrator.fit("isotonic", np.array([0, 1, 0, 1, 1]), scores)
    assert calibrator(scores) == pytest.approx([0, 0.5, 0.5, 1, 1])


def test_a_spread_shrinks_with_the_curve():
    calibrator = Calibrator("isotonic", ((0.0, 0.0), (1.0, 0.5)))
    assert calibrator.spread(np.array([0.5]), np.array([0.2])) == pytest.approx([0.1])


@pytest.mark.parametrize(
    "record",
    [
        {"kind": "magic", "numbers": [[0, 0]]},
        {"kind": "isotonic", "numbers": [[0, 1], [1, 0]]},
        {"kind": "platt", "numbers": [[-1, 0]]},
        {"kind": "platt", "numbers": [[1, float("nan")]]},
        {"kind": "platt", "numbers": []},
        {"kind": "isotonic", "numbers": [[0, 1, 2]]},
    ],
)
def test_damaged_curves_are_refused(record):
    with pytest.raises((ValueError, KeyError, TypeError, IndexError)):
        Calibrator.from_json(record)


@pytest.mark.parametrize("kind", ["platt", "isotonic"])
def test_thresholds_and_curve_of_a_fold_know_nothing_of_its_outcomes(kind):
    landslide, _, scores = overconfident()
    fold = np.arange(len(scores)) % 4 + 1
    own = fold == 2
    fitted = partial(Calibrator.fit, kind)
    found, thresholds = cross_fitted(landslide, scores, fold, fitted)
    assert brier_score(landslide, found) < brier_score(landslide, scores) - 0.02
    _, others = cross_fitted(np.where(own, 1 - landslide, landslide), np.where(own, 0.3, scores), fold, fitted)
    for name, values in thresholds.items():
        np.testing.assert_array_equal(others[name][own], values[own])
    again = cross_fitted(np.where(own, 1 - landslide, landslide), scores, fold, fitted)[0]
    np.testing.assert_array_equal(again[own], found[own])
    assert (again[~own] != found[~own]).any()
