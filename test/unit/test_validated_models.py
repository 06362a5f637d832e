"""The models that a cross-validation scores are made as the one that is kept."""

from dataclasses import replace

import numpy as np
import pytest
from test_susceptibility_models import training_data

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.core.susceptibility.metrics import auc, roc_curve
from landslide_toolbox.models.susceptibility import training, tuning
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.fitting_task import Diverged
from landslide_toolbox.models.susceptibility.folds import with_both_classes
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.validation import cross_validate

QUICK = {"epochs": 12, "trees": 40, "patience": 2, "learning_rate": 0.02, "batch_size": 32, "device": "cpu"}


def by_lot(data):
    """The samples with labels drawn by lot, so that training soon stops."""
    landslide = np.random.default_rng(0).integers(0, 2, len(data)).astype(np.int8)
    return replace(data, landslide=landslide, landslide_id=landslide * np.arange(1, len(data) + 1))


@pytest.mark.parametrize("architecture", ["cnn_1d", "xgboost", "random_forest"])
@pytest.mark.parametrize("patience", [0, 2])
def test_each_has_learnt_from_all_samples_of_the_other_folds(architecture, patience):
    settings = DEFAULTS[architecture].changed(**QUICK | {"patience": patience})
    data = by_lot(training_data(settings.window))
    found = cross_validate(data, data.fold, False, settings, no_progress, never_stop)
    for number, rounds in zip((1, 2, 3), found.rounds, strict=True):
        others = data.chosen(data.fold != number)
        again = fit(others, settings, None, no_progress, never_stop, rounds or None).model
        scored = data.fold == number
        np.testing.assert_array_equal(found.scores[scored], again.predict_patches(data.patches[scored]))
    if patience and architecture != "random_forest":
        assert found.rounds == [1 + int(np.argmin([one.watched_loss for one in history])) for history in found.histories]
        assert min(found.rounds) < max(len(history) for history in found.histories)


@pytest.mark.parametrize(("architecture", "all_rounds"), [("cnn_1d", 12), ("xgboost", 40)])
def test_without_patience_nothing_is_watched_and_all_rounds_are_run(architecture, all_rounds):
    settings = DEFAULTS[architecture].changed(**QUICK | {"patience": 0})
    data = training_data(settings.window)
    found = cross_validate(data, data.fold, False, settings, no_progress, never_stop)
    assert found.rounds == [all_rounds] * 3
    assert all(one.watched_loss is None for history in found.histories for one in history)
    stopping = cross_validate(data, data.fold, False, settings.changed(patience=2), no_progress, never_stop)
    assert all(one.watched_loss is not None for history in stopping.histories for one in history)


@pytest.mark.parametrize("validation", ["spatial_cv", "test_split"])
def test_the_model_that_is_kept_learns_for_as_many_rounds_as_those_that_were_watched(validation):
    settings = DEFAULTS["xgboost"].changed(**QUICK)
    data = by_lot(training_data(1))
    trained = training.train(data, data, settings, validation, no_progress, never_stop)
    histories = trained.histories.values()
    watched = [1 + int(np.argmin([one.watched_loss for one in history])) for history in histories]
    assert trained.model.estimator.num_boosted_rounds() == int(np.median(watched)) < QUICK["trees"]


def test_hidden_and_shifted_factors_repeat_with_the_seed():
    settings = DEFAULTS["cnn"].changed(**QUICK | {"epochs": 2}, hidden_factors=0.3, factor_shift=0.5, augment=True)
    data = training_data(9)
    one, again, other = (
        fit(data, settings.changed(seed=seed), None, no_progress, never_stop).model.predict_patches(data.patches)
        for seed in (4, 4, 5)
    )
    np.testing.assert_array_equal(one, again)
    assert np.abs(one - other).max() > 1e-3


@pytest.mark.parametrize("patience", [0, 2])
def test_numbers_that_grow_beyond_all_bounds_are_said(patience):
    data = training_data(9)
    settings = DEFAULTS["cnn"].changed(**QUICK | {"learning_rate": 10.0, "patience": patience}, weight_decay=10.0)
    with pytest.raises(InputError, match=r"LEARNING_RATE \(10.0\) lets the network's numbers grow beyond all bounds"):
        fit(data, settings, data, no_progress, never_stop)


def test_scores_that_are_no_numbers_have_no_auc():
    with pytest.raises(ValueError, match="not numbers"):
        auc(np.array([1, 1, 0]), np.full(3, np.nan))


def test_a_threshold_is_one_of_the_scores_also_where_they_are_the_wrong_way_round():
    curve = roc_curve(np.array([0, 0, 1, 1]), np.array([0.9, 0.8, 0.2, 0.1]))
    assert curve.youden_threshold() in (0.9, 0.8, 0.2, 0.1)


def test_a_cell_that_a_member_draws_twice_is_on_one_side():
    drawn = training_data(1).resampled(0)
    held = drawn.held_back(False, 0.5, 0)
    cells = [set(drawn.cell[side & (drawn.landslide == 0)].tolist()) for side in (held, ~held)]
    assert min(map(len, cells)) > 5 and not cells[0] & cells[1]


def test_a_fold_without_the_first_draw_is_merged():
    data = training_data(1)
    draw = np.where(data.landslide == 1, 0, np.where(data.fold == 1, 2, 1))
    fold, notes = with_both_classes(replace(data, draw=draw), data.fold, [])
    assert set(fold.tolist()) == {2, 3}
    assert notes == ["Fold 1 holds one class only and was merged with fold 2."]


def test_a_search_gives_choices_that_diverge_the_worst_score(monkeypatch):
    def diverges(*given):
        raise Diverged(1.0)

    monkeypatch.setattr(tuning, "_area", diverges)
    settings = DEFAULTS["cnn_1d"].changed(epochs=2, batch_size=32, device="cpu")
    _, record = tuning.tuned(training_data(1), settings, 2, "spatial_cv", no_progress, never_stop)
    assert [trial.score for trial in record.trials] == [0.0, 0.0]
