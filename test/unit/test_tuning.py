"""The search for hyper-parameters of susceptibility models judges by samples that the model has not seen."""

import numpy as np
import pytest
from test_susceptibility_models import training_data

from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.training_data import TrainingData
from landslide_toolbox.models.susceptibility.tuning import tuned


@pytest.mark.parametrize("validation", ["random_cv", "spatial_cv"])
def test_labels_drawn_by_lot_cannot_be_searched_for(validation):
    """A forest knows its own samples by heart; of others it knows no more than chance."""
    plain = training_data(1, 300)
    labels = np.random.default_rng(0).integers(0, 2, 300).astype(np.int8)
    data = TrainingData(plain.factors, plain.patches, labels, labels * np.arange(1, 301), plain.fold, plain.block)
    settings = DEFAULTS["random_forest"].changed(trees=10, device="cpu")
    _, record = tuned(data, settings, 1, validation, no_progress, never_stop)
    assert 0.35 < record.best.score < 0.65
