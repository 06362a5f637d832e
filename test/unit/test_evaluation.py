"""Thresholds are chosen by samples they are not applied to, and a score at the threshold is a landslide."""

import numpy as np
import pytest

from landslide_toolbox.core.susceptibility.evaluation import Evaluation, common_thresholds, cross_fitted
from landslide_toolbox.core.susceptibility.matching import codes_of
from landslide_toolbox.core.susceptibility.metrics import Confusion

# in fold 1 landslides score from 0.75 on, in fold 2 from 0.25; eighths are exact
LANDSLIDE = np.array([0, 0, 1, 1, 0, 0, 1, 1])
SCORES = np.array([0.5, 0.625, 0.75, 0.875, 0.0, 0.125, 0.25, 0.375])
FOLD = np.array([1, 1, 1, 1, 2, 2, 2, 2])


def evaluation(**thresholds):
    given = {name: np.full(8, value) for name, value in thresholds.items()}
    return Evaluation("test", LANDSLIDE, LANDSLIDE * np.arange(8), SCORES, FOLD, given)


def test_a_threshold_separates_what_it_was_chosen_on():
    assert common_thresholds(LANDSLIDE[:4], SCORES[:4]) == {"half": 0.5, "youden": 0.75, "balanced": 0.75}


def test_the_threshold_of_a_fold_is_chosen_on_the_other_folds():
    scores, found = cross_fitted(LANDSLIDE, SCORES, FOLD, lambda *_: None)
    np.testing.assert_array_equal(scores, SCORES)
    np.testing.assert_array_equal(found["half"], np.full(8, 0.5))
    np.testing.assert_array_equal(found["youden"], np.repeat([0.25, 0.75], 4))
    np.testing.assert_array_equal(found["balanced"], np.repeat([0.25, 0.75], 4))


def test_a_score_at_the_threshold_counts_as_landslide():
    found = evaluation(low=0.25, high=0.75)
    assert found.confusion("low") == Confusion(4, 2, 0, 2)
    assert found.confusion("high") == Confusion(2, 0, 2, 4)


def test_matching_codes_are_those_of_the_threshold():
    assert codes_of(evaluation(youden=0.25)).tolist() == ["FP", "FP", "TP", "TP", "TN", "TN", "TP", "TP"]
    assert codes_of(evaluation(youden=0.75)).tolist() == ["TN", "TN", "TP", "TP", "TN", "TN", "FN", "FN"]


def test_folds_are_judged_apart():
    assert evaluation(half=0.5).fold_rows() == [(1, 4, 2, 1.0), (2, 4, 2, 1.0)]
    one_class = Evaluation("test", LANDSLIDE, LANDSLIDE, SCORES, np.array([1, 1, 2, 2, 3, 3, 3, 3]), {})
    assert one_class.fold_rows() == [(1, 2, 0, None), (2, 2, 2, None), (3, 4, 2, 1.0)]
    assert evaluation(half=0.5).measures()["rmse"] == pytest.approx(np.sqrt(np.mean((SCORES - LANDSLIDE) ** 2)))
