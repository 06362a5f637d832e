"""Folds of a validation: those of the samples where they fit it, else drawn anew; both classes in each."""

from dataclasses import replace

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.folds import folds_of
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.training import train
from landslide_toolbox.models.susceptibility.training_data import TrainingData

COUNT = 240
LANDSLIDE = (np.arange(COUNT) % 3 == 0).astype(np.int8)
LANDSLIDE_ID = np.where(LANDSLIDE, np.arange(COUNT) // 6 + 1, 0)
BLOCK = np.arange(COUNT) // 12 + 1
BY_BLOCK, BY_LANDSLIDE = BLOCK % 4 + 1, np.where(LANDSLIDE, LANDSLIDE_ID % 4, np.arange(COUNT) % 4) + 1
NOTHING = np.zeros(COUNT, np.int64)
PATCHES = (np.random.default_rng(0).normal(size=COUNT) + LANDSLIDE).astype(np.float32)[:, None, None, None]


def data_of(fold, block, landslide=LANDSLIDE):
    return TrainingData([Factor("slope")], np.zeros((COUNT, 1, 1, 1)), landslide, LANDSLIDE_ID, fold, block, "samples")


def assert_whole(fold, groups):
    assert all(len(set(fold[groups == group])) == 1 for group in set(groups))


@pytest.mark.parametrize(("fold", "spatial"), [(BY_BLOCK, True), (BY_LANDSLIDE, False)])
def test_folds_that_fit_are_taken(fold, spatial):
    found, notes = folds_of(data_of(fold, BLOCK), spatial, seed=0)
    np.testing.assert_array_equal(found, fold)
    assert notes == []


def test_random_validation_draws_folds_of_blocks_anew_by_landslide():
    found, notes = folds_of(data_of(BY_BLOCK, BLOCK), False, seed=0)
    assert notes == ["4 folds were drawn by landslide for this validation."]
    assert_whole(found[LANDSLIDE == 1], LANDSLIDE_ID[LANDSLIDE == 1])
    assert any(len(set(found[block == BLOCK])) > 1 for block in set(BLOCK))


@pytest.mark.parametrize(("fold", "count"), [(BY_LANDSLIDE, 4), (NOTHING, 5)])
def test_spatial_validation_draws_folds_anew_by_block(fold, count):
    found, notes = folds_of(data_of(fold, BLOCK), True, seed=0)
    assert notes == [f"{count} folds were drawn by block for this validation."]
    assert len(set(found)) == count
    assert_whole(found, BLOCK)
    assert (folds_of(data_of(fold, BLOCK), True, seed=1)[0] != found).any()


def test_one_block_has_no_spatial_folds():
    with pytest.raises(InputError, match=r"SAMPLES \(samples\) lies in one spatial block"):
        folds_of(data_of(BY_LANDSLIDE, NOTHING), True, seed=0)


def test_a_fold_of_one_class_joins_its_neighbour_and_one_fold_is_none():
    alone = np.where(BY_BLOCK == 3, 0, LANDSLIDE).astype(np.int8)
    found, notes = folds_of(data_of(BY_BLOCK, BLOCK, alone), True, seed=0)
    np.testing.assert_array_equal(found, np.where(BY_BLOCK == 3, 2, BY_BLOCK))
    assert notes == ["Fold 3 holds one class only and was merged with fold 2."]


FIRST_BLOCK = (BLOCK == 1).astype(np.int8)


@pytest.mark.parametrize(
    ("fold", "landslide", "spatial", "cure"),
    [
        (np.where(BLOCK == 1, 1, 2), FIRST_BLOCK, True, "has no two .*smaller blocks in .*, or choose random_cv"),
        (BY_BLOCK, FIRST_BLOCK * (LANDSLIDE_ID == 1), True, "has one landslide to learn from, .*; map more landslides"),
        (BY_LANDSLIDE, FIRST_BLOCK * (LANDSLIDE_ID == 1), False, "has one landslide to learn from, .*; map more landslides"),
        (LANDSLIDE + 1, LANDSLIDE, False, "has no two folds with both classes; draw it anew"),
    ],
)
def test_without_two_folds_a_cure_that_helps_is_named(fold, landslide, spatial, cure):
    with pytest.raises(InputError, match=cure):
        folds_of(data_of(fold, BLOCK, landslide), spatial, seed=0)


@pytest.mark.parametrize("validation", ["test_split", "spatial_cv", "random_cv"])
def test_test_samples_among_training_samples_are_held_against_spatial_blocks(validation):
    among, apart = (replace(data_of(BY_LANDSLIDE, block), patches=PATCHES) for block in (BLOCK, BLOCK + 1000))
    settings = DEFAULTS["logistic_regression"]
    trained = train(among, among, settings, validation, no_progress, never_stop)
    near, far = (trained.evaluations[kind].curve.area for kind in ("test_split", "spatial_cv"))
    assert f"their AUC is {near:.3f}, by spatial blocks it is {far:.3f} ({near - far:+.3f})." in trained.notes[-1]
    trained = train(among, apart, settings, validation, no_progress, never_stop)
    assert ("spatial_cv" in trained.evaluations) == (validation != "test_split")
    assert not any("same spatial blocks" in note for note in trained.notes)


def test_random_folds_need_no_spatial_ones_to_be_judged():
    one_has_all = replace(data_of(BY_BLOCK, np.where(LANDSLIDE, 1, BLOCK)), patches=PATCHES)
    trained = train(one_has_all, None, DEFAULTS["logistic_regression"], "random_cv", no_progress, never_stop)
    assert list(trained.evaluations) == ["random_cv"]
    assert "Spatial cross-validation could not be run beside it: SAMPLES (samples) has no two folds" in trained.notes[-1]
