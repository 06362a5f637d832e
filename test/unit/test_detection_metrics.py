"""Measures per cell agree with scikit-learn, and thresholds are those that brute force finds."""

import numpy as np
import pytest
from sklearn import metrics

from landslide_toolbox.core.detection.detection_metrics import BINS, CellConfusion, ProbabilityHistogram


@pytest.fixture
def cells():
    """Return (mask with 255, probabilities) that overlap like a mediocre map."""
    draw = np.random.default_rng(3)
    mask = draw.choice(np.array([0, 1, 255], np.uint8), (40, 50), p=[0.8, 0.15, 0.05])
    probabilities = np.clip(draw.normal(0.35 + 0.3 * (mask == 1), 0.2), 0, 1).astype(np.float32)
    return mask, probabilities


def histogram_of(mask, probabilities):
    histogram = ProbabilityHistogram()
    for rows in np.array_split(np.arange(len(mask)), 3):
        histogram.add(probabilities[rows], mask[rows])
    return histogram


@pytest.mark.parametrize("threshold", [0.25, 0.5, 0.8125])
def test_measures_agree_with_scikit_learn(cells, threshold):
    mask, probabilities = cells
    known = mask != 255
    truth, mapped = mask[known] == 1, probabilities[known] >= threshold
    confusion = histogram_of(mask, probabilities).confusion(threshold)
    expected = {
        "accuracy": metrics.accuracy_score(truth, mapped),
        "precision": metrics.precision_score(truth, mapped),
        "recall": metrics.recall_score(truth, mapped),
        "f1": metrics.f1_score(truth, mapped),
        "kappa": metrics.cohen_kappa_score(truth, mapped),
        "iou": metrics.jaccard_score(truth, mapped),
        "mean_iou": metrics.jaccard_score(truth, mapped, average="macro"),
    }
    assert confusion.measures() == pytest.approx(expected, abs=1e-12)
    table = metrics.confusion_matrix(truth, mapped)
    counts = (confusion.true_negatives, confusion.false_positives, confusion.false_negatives, confusion.true_positives)
    assert counts == tuple(table.ravel())


def test_the_best_threshold_is_the_one_brute_force_finds(cells):
    mask, probabilities = cells
    histogram = histogram_of(mask, probabilities)
    f1 = [histogram.confusion(step / BINS).f1 for step in range(1, BINS)]
    assert histogram.confusion(histogram.best_threshold()).f1 == max(f1)


def test_a_perfect_map_gets_a_threshold_between_the_two():
    histogram = histogram_of(np.array([[1, 1, 0]] * 3, np.uint8), np.array([[0.9, 0.8, 0.2]] * 3, np.float32))
    assert histogram.best_threshold() == pytest.approx(0.5, abs=2 / BINS)
    assert histogram.confusion(histogram.best_threshold()).iou == 1.0


def test_average_precision_agrees_with_scikit_learn(cells):
    mask, probabilities = cells
    binned = np.floor(probabilities * BINS) / BINS
    known = mask != 255
    expected = metrics.average_precision_score(mask[known] == 1, binned[known])
    assert histogram_of(mask, probabilities).average_precision() == pytest.approx(expected, abs=1e-9)


def test_nothing_mapped_and_nothing_there_divide_by_no_zero():
    assert CellConfusion(0, 0, 0, 9).measures() == pytest.approx(
        {"accuracy": 1, "precision": 0, "recall": 0, "f1": 0, "kappa": 0, "iou": 0, "mean_iou": 0.5}
    )
    assert CellConfusion(0, 0, 0, 0).kappa == 0
    empty = ProbabilityHistogram()
    assert 0 < empty.best_threshold() < 1


def test_a_probability_of_one_is_counted():
    histogram = ProbabilityHistogram()
    histogram.add(np.array([1.0, 0.0], np.float32), np.array([1, 0], np.uint8))
    assert histogram.confusion(0.5) == CellConfusion(1, 0, 0, 1)
