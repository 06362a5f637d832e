"""Training on so few landslides or blocks that some parts of them would hold one class alone."""

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.explanation.jackknife import jackknife
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.training import train
from landslide_toolbox.models.susceptibility.training_data import TrainingData
from landslide_toolbox.models.susceptibility.validation import BY_LANDSLIDE, watched_part


def data_of(landslide, landslide_id, block, window=1):
    random = np.random.default_rng(0)
    landslide = np.asarray(landslide, np.int8)
    patches = random.normal(size=(len(landslide), 2, window, window)) + landslide[:, None, None, None]
    factors = [Factor("slope"), Factor("relief")]
    return TrainingData(factors, patches.astype(np.float32), landslide, landslide_id, block, block, "few.gpkg")


def two_blocks(window=1):
    number = np.arange(80)
    landslide = number % 2
    return data_of(landslide, np.where(landslide, number // 8 + 1, 0), number % 8 // 4 + 1, window)


@pytest.mark.parametrize("model", ["cnn_1d", "xgboost"])
def test_with_two_blocks_landslides_are_watched_and_not_the_whole_of_what_is_left(model):
    settings = DEFAULTS[model].changed(epochs=2, trees=5)
    data = two_blocks(settings.window)
    one_block = data.chosen(data.block == 1)
    watched, notes = watched_part(one_block, True, settings)
    assert 0.05 < watched.mean() < 0.4
    assert not set(one_block.landslide_id[watched]) & set(one_block.landslide_id[~watched]) - {0}
    trained = train(data, None, settings, "spatial_cv", no_progress, never_stop)
    assert np.isfinite(trained.evaluations["spatial_cv"].scores).all()
    assert trained.notes == notes == [BY_LANDSLIDE]  # once, not for each fold
    assert jackknife(data, settings, True, no_progress, never_stop)[1] == notes


def test_a_test_split_says_that_landslides_are_watched_where_one_block_holds_them_all():
    data = two_blocks()
    data = data.chosen((data.block == 1) | (data.landslide == 0))
    trained = train(data, data, DEFAULTS["random_forest"].changed(trees=5), "test_split", no_progress, never_stop)
    assert trained.notes[0] == BY_LANDSLIDE


def test_blocks_are_watched_whole_where_there_are_enough():
    number = np.arange(200)
    data = data_of(number % 2, np.where(number % 2, number + 1, 0), number // 10)
    watched, notes = watched_part(data, True, DEFAULTS["xgboost"])
    assert notes == []
    assert not set(data.block[watched]) & set(data.block[~watched])


@pytest.mark.parametrize(
    ("model", "validation", "sentence"),
    [
        ("xgboost", "spatial_cv", "too few landslides to hold some back, which tell xgboost when to stop"),
        (
            "random_forest",
            "test_split",
            "too few landslides to hold some back, .*map more, or choose random_forest with a cross",
        ),
        ("gbdt_lr", "spatial_cv", "too few landslides for gbdt_lr, which learns in two steps"),
    ],
)
def test_one_landslide_cannot_be_halved(model, validation, sentence):
    number = np.arange(40)
    landslide = number % 2
    two = data_of(landslide, np.where(landslide, 1 + (number >= 20), 0), 1 + (number >= 20))
    one = data_of(landslide, landslide, np.where(landslide, 1, 1 + number % 3))
    data = one if validation == "test_split" else two
    with pytest.raises(InputError, match=rf"SAMPLES \(few.gpkg\) has {sentence}"):
        train(data, one, DEFAULTS[model].changed(trees=5), validation, no_progress, never_stop)


def test_a_support_vector_machine_learns_from_two_landslides():
    number = np.arange(24)
    landslide = (number < 2).astype(int)
    data = data_of(landslide, np.where(landslide, number + 1, 0), 1 + number % 2)
    trained = train(data, None, DEFAULTS["svm"], "spatial_cv", no_progress, never_stop)
    assert np.isfinite(trained.evaluations["spatial_cv"].scores).all()
