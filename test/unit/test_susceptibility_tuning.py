"""The search for settings of a susceptibility model."""

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.training_data import TrainingData
from landslide_toolbox.models.susceptibility.tuning import tuned


def samples(landslide, values):
    number = np.arange(len(landslide))
    ids = np.where(landslide == 1, number + 1, 0)
    patches = values.astype(np.float32)[:, :, None, None]
    factors = [Factor(f"factor_{index}") for index in range(values.shape[1])]
    return TrainingData(factors, patches, landslide.astype(np.int8), ids, number % 5 + 1, number % 20 + 1, "samples")


def test_a_choice_is_judged_on_samples_it_has_not_learnt_from():
    random = np.random.default_rng(0)
    noise = samples(random.integers(0, 2, 400), random.normal(size=(400, 3)))
    settings = DEFAULTS["random_forest"].changed(trees=10)
    _, record = tuned(noise, settings, 2, "spatial_cv", no_progress, never_stop)
    assert all(abs(trial.score - 0.5) < 0.12 for trial in record.trials)  # a forest knows its own samples by heart


def test_the_best_choice_is_taken_and_repeats_with_the_seed():
    random = np.random.default_rng(1)
    values = random.normal(size=(300, 20))
    landslide = (values[:, 0] + random.normal(0, 1, 300) > 0).astype(int)
    data = samples(landslide, values)
    settings = DEFAULTS["logistic_regression"]
    chosen, record = tuned(data, settings, 5, "spatial_cv", no_progress, never_stop)
    assert record.trials[0].values == {"penalty": 1.0}
    assert chosen.penalty == record.best.values["penalty"]
    assert record.best.score == max(trial.score for trial in record.trials if not trial.pruned)
    assert record.best.score > record.trials[0].score  # 20 factors of noise want a smoother curve
    again = tuned(data, settings, 5, "spatial_cv", no_progress, never_stop)[1]
    assert [trial.values for trial in again.trials] == [trial.values for trial in record.trials]


def test_what_was_asked_for_is_not_searched():
    random = np.random.default_rng(1)
    data = samples(random.integers(0, 2, 120), random.normal(size=(120, 3)))
    settings = DEFAULTS["xgboost"].changed(trees=5, tree_depth=3, learning_rate=0.3)
    chosen, record = tuned(data, settings, 2, "spatial_cv", no_progress, never_stop)
    assert (chosen.tree_depth, chosen.learning_rate) == (3, 0.3)
    assert set(record.trials[0].values) == {"row_share", "columns_per_tree", "leaf_weight", "l2_penalty"}
    with pytest.raises(InputError, match="TUNING_TRIALS .*nothing to search, as all of penalty"):
        tuned(data, DEFAULTS["logistic_regression"].changed(penalty=3.0), 2, "spatial_cv", no_progress, never_stop)
