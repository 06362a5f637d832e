"""The area of applicability against its definition (Meyer & Pebesma 2021), written out in loops."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.applicability import PREDICTED, Applicability
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.training import train
from landslide_toolbox.models.susceptibility.training_data import TrainingData

CONTINUOUS = [Factor("slope"), Factor("rain")]
WEIGHTS = np.array([1.0, 0.25])


@pytest.fixture(scope="module")
def samples():
    random = np.random.default_rng(0)
    values = np.stack([random.normal(20, 5, 120), random.normal(900, 100, 120)], axis=1).astype(np.float32)
    return values, np.arange(120) % 4 + 1


def placed(values, like):
    return (values.astype(float) - like.mean(axis=0)) / like.std(axis=0) * WEIGHTS


def test_index_and_threshold_are_those_of_the_definition(samples):
    values, fold = samples
    found = Applicability(CONTINUOUS, values, fold, WEIGHTS)
    places = placed(values, values.astype(float))
    distance = np.array([[np.hypot(*(a - b)) for b in places] for a in places])
    mean = distance.sum() / (120 * 119)
    own = np.array([min(distance[i, j] for j in range(120) if fold[j] != fold[i]) for i in range(120)]) / mean
    low, high = np.quantile(own, [0.25, 0.75])
    assert found.threshold == pytest.approx(max(v for v in own if v <= high + 1.5 * (high - low)), rel=1e-5)
    cells = np.array([[20, 45, 3], [900, 1500, np.nan]], np.float32)
    index = found.dissimilarity(cells)
    for cell in (0, 1):
        place = placed(cells[:, cell], values.astype(float))
        expected = min(np.hypot(*(place - other)) for other in places) / mean
        assert index[cell] == pytest.approx(expected, rel=1e-4, abs=1e-6)
    assert np.isnan(index[2])
    assert index[0] < found.threshold < index[1]


def test_training_samples_are_at_no_distance_and_keep_the_shape(samples):
    values, fold = samples
    found = Applicability(CONTINUOUS, values, fold, WEIGHTS)
    index = found.dissimilarity(values.T.reshape(2, 10, 12))
    assert index.shape == (10, 12)
    assert np.abs(index).max() < 1e-6


def test_a_factor_the_model_does_not_use_does_not_count(samples):
    values, fold = samples
    found = Applicability(CONTINUOUS, values, fold, np.array([1.0, 0.0]))
    far_in_rain = np.array([[values[7, 0]], [1e6]], np.float32)
    assert found.dissimilarity(far_in_rain)[0] == pytest.approx(0, abs=1e-6)


def test_unknown_categories_are_as_far_as_others_and_north_is_near_north():
    random = np.random.default_rng(1)
    factors = [Factor("rock", CATEGORICAL), Factor("aspect", CIRCULAR)]
    values = np.stack([random.integers(1, 4, 300), random.uniform(0, 90, 300)], axis=1).astype(np.float32)
    found = Applicability(factors, values, np.arange(300), np.ones(2))
    assert found.dissimilarity(np.array([[2], [359.9]], np.float32))[0] < 0.05
    assert found.dissimilarity(np.array([[2], [225]], np.float32))[0] > 1
    unknown = found.dissimilarity(np.array([[9], [values[0, 1]]], np.float32))[0]
    assert unknown == pytest.approx(np.sqrt(2) / found._mean_distance, rel=1e-4)
    assert unknown > found.threshold


def test_importance_is_what_the_model_loses_and_json_keeps_everything(samples):
    values, fold = samples
    landslide = (values[:, 0] > 20).astype(np.int8)
    model = SimpleNamespace(predict_patches=lambda patches: patches[:, 0, 0, 0], block=256)
    number = np.arange(1, 121)
    data = TrainingData(CONTINUOUS, values[:, :, None, None], landslide, number * landslide, fold, number)
    found = Applicability.of(model, data, 0)
    record = json.loads(json.dumps(found.to_json()))
    assert record["weights"] == [1.0, 0.0]
    again = Applicability.from_json(CONTINUOUS, record)
    assert again.threshold == pytest.approx(found.threshold, rel=1e-3)
    cells = np.random.default_rng(3).normal([[20], [900]], [[9], [300]], (2, 50)).astype(np.float32)
    np.testing.assert_allclose(again.dissimilarity(cells), found.dissimilarity(cells), atol=1e-4)
    with pytest.raises(ValueError, match="does not fit"):
        Applicability.from_json(CONTINUOUS[:1], record)


def test_a_factor_counts_that_a_model_sure_of_its_training_needs_little(samples):
    """Rain moves the probability and never the order, so that no AUC tells it; the squared error does."""
    values, fold = samples
    landslide = (values[:, 0] > 20).astype(np.int8)
    rains = values[:, 1] > 900

    def probability(patches):
        return np.where(patches[:, 0, 0, 0] > 20, 0.9, 0.1) + np.where(patches[:, 1, 0, 0] > 900, 0.1, -0.1)

    number = np.arange(1, 121)
    agree = landslide == rains
    data = TrainingData(CONTINUOUS, values[:, :, None, None], landslide, number * landslide, fold, number).chosen(agree)
    model = SimpleNamespace(predict_patches=probability, block=256)
    weights = Applicability.of(model, data, 0).to_json()["weights"]
    assert weights == [1.0, pytest.approx((0.2 / 0.8) ** 2, rel=0.3)]


def test_weights_hardly_depend_on_the_seed():
    random = np.random.default_rng(0)
    values = random.normal(size=(2000, 2)).astype(np.float32)
    risk = 1 / (1 + np.exp(-2 * values[:, 0] - values[:, 1]))
    landslide = (random.random(2000) < risk).astype(np.int8)
    number = np.arange(1, 2001)
    data = TrainingData(CONTINUOUS, values[:, :, None, None], landslide, number * landslide, number % 4 + 1, number)
    model = SimpleNamespace(
        predict_patches=lambda patches: 1 / (1 + np.exp(-2 * patches[:, 0, 0, 0] - patches[:, 1, 0, 0])), block=256
    )
    second = [Applicability.of(model, data, seed).to_json()["weights"][1] for seed in range(6)]
    assert np.std(second) < 0.05 * np.mean(second)


def test_a_slow_network_is_asked_about_fewer_samples_and_can_be_cancelled():
    values = np.random.default_rng(0).normal(size=(3000, 2)).astype(np.float32)
    landslide, number = (values[:, 0] > 0).astype(np.int8), np.arange(1, 3001)
    data = TrainingData(CONTINUOUS, values[:, :, None, None], landslide, number * landslide, number % 4 + 1, number)
    asked = []

    def slow(patches):
        asked.append(len(patches))
        return patches[:, 0, 0, 0]

    Applicability.of(SimpleNamespace(predict_patches=slow, block=16), data, 0)
    assert sum(asked) <= 1.1 * PREDICTED * 16**2
    asked.clear()
    with pytest.raises(Cancelled):
        Applicability.of(SimpleNamespace(predict_patches=slow, block=16), data, 0, lambda: len(asked) > 3)
    assert len(asked) == 4


def test_the_threshold_is_as_far_as_the_validation_asked_for_has_tested(samples):
    """Random folds have neighbours on the other side, so that little is unlike what they have tested."""
    values, block = np.sort(samples[0], axis=0), np.arange(120) // 20 + 1  # blocks as unlike as can be
    landslide = (np.random.default_rng(4).random(120) < 0.5).astype(np.int8)
    number = np.arange(1, 121) * landslide
    data = TrainingData(CONTINUOUS, values[:, :, None, None], landslide, number, (block + 1) // 2, block)
    settings = DEFAULTS["logistic_regression"].changed(device="cpu")
    areas = {}
    for kind in ("spatial_cv", "random_cv"):
        areas[kind] = train(data, None, settings, kind, no_progress, never_stop).model.applicability()
        record = areas[kind].to_json()
        kept_whole = len(np.unique(np.stack([block, record["group"]]), axis=1).T) == 6
        assert kept_whole == (kind == "spatial_cv")
    assert areas["random_cv"].threshold < areas["spatial_cv"].threshold / 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("weights", [-1.0, 1.0]),
        ("weights", [0.0, 0.0]),
        ("weights", [float("nan"), 1.0]),
        ("values", [[float("nan"), 1.0]] * 120),
        ("group", [{}] * 120),
        ("group", [0.5] * 120),
    ],
)
def test_a_damaged_record_is_refused(samples, name, value):
    record = Applicability(CONTINUOUS, *samples, WEIGHTS).to_json()
    Applicability.from_json(CONTINUOUS, json.loads(json.dumps(record)))
    with pytest.raises((KeyError, TypeError, ValueError)):
        Applicability.from_json(CONTINUOUS, record | {name: value})
