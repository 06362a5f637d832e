"""The area of applicability against its definition (Meyer & Pebesma 2021), written out in loops."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.applicability import Applicability
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
    model = SimpleNamespace(predict_patches=lambda patches: patches[:, 0, 0, 0])
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
