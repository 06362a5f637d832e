"""The models that a cross-validation scores are made as the one that is kept."""

import numpy as np
import pytest
from test_susceptibility_models import training_data

from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.validation import cross_validate

QUICK = {"epochs": 12, "trees": 40, "patience": 2, "learning_rate": 0.02, "batch_size": 32, "device": "cpu"}


@pytest.mark.parametrize("architecture", ["cnn_1d", "xgboost", "random_forest"])
@pytest.mark.parametrize("patience", [0, 2])
def test_each_has_learnt_from_all_samples_of_the_other_folds(architecture, patience):
    settings = DEFAULTS[architecture].changed(**QUICK | {"patience": patience})
    data = training_data(settings.window)
    found = cross_validate(data, data.fold, False, settings, no_progress, never_stop)
    for number, rounds in zip((1, 2, 3), found.rounds, strict=True):
        others = data.chosen(data.fold != number)
        again = fit(others, settings, None, no_progress, never_stop, rounds or None).model
        scored = data.fold == number
        np.testing.assert_array_equal(found.scores[scored], again.predict_patches(data.patches[scored]))


@pytest.mark.parametrize(("architecture", "all_rounds"), [("cnn_1d", 12), ("xgboost", 40)])
def test_without_patience_nothing_is_watched_and_all_rounds_are_run(architecture, all_rounds):
    settings = DEFAULTS[architecture].changed(**QUICK | {"patience": 0})
    data = training_data(settings.window)
    found = cross_validate(data, data.fold, False, settings, no_progress, never_stop)
    assert found.rounds == [all_rounds] * 3
    assert all(one.watched_loss is None for history in found.histories for one in history)
    stopping = cross_validate(data, data.fold, False, settings.changed(patience=2), no_progress, never_stop)
    assert all(one.watched_loss is not None for history in stopping.histories for one in history)
