"""Factors hidden and shifted while a network learns."""

import numpy as np
import pytest
import torch
from test_susceptibility_models import FACTORS, raw_values, training_data

from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.factor_blurring import FactorBlurring
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.settings import DEFAULTS

SLOPE, ASPECT, LITHOLOGY = [0], [1, 2], [3, 4, 5]


@pytest.fixture
def encoder():
    return FactorEncoder.fit(FACTORS, raw_values(500).T)


@pytest.fixture
def patches():
    # of every column another constant, so that what happened to it can be told
    return (torch.arange(1.0, 7.0).view(1, 6, 1, 1) + torch.zeros(4000, 6, 5, 5)).contiguous(memory_format=torch.channels_last)


def test_a_hidden_factor_is_missing_with_all_its_columns_in_the_whole_window(encoder, patches):
    hidden = (FactorBlurring(encoder, 0.3, 0.0, np.random.default_rng(0))(patches) == 0).numpy()
    for columns in (SLOPE, ASPECT, LITHOLOGY):
        own = hidden[:, columns]
        assert (own == own[:, :1, :1, :1]).all()
        assert own[:, 0, 0, 0].mean() == pytest.approx(0.3, abs=0.03)
    together = (hidden[:, 0, 0, 0] & hidden[:, 3, 0, 0]).mean()
    assert together == pytest.approx(0.09, abs=0.02)  # each by itself


def test_only_continuous_factors_are_shifted_by_the_same_in_the_whole_window(encoder, patches):
    moved = (FactorBlurring(encoder, 0.0, 0.5, np.random.default_rng(0))(patches) - patches).numpy()
    assert (moved[:, ASPECT + LITHOLOGY] == 0).all()
    shift = moved[:, 0]
    np.testing.assert_allclose(shift, np.broadcast_to(shift[:, :1, :1], shift.shape), atol=1e-6)
    assert shift[:, 0, 0].mean() == pytest.approx(0, abs=0.03)
    assert shift[:, 0, 0].std() == pytest.approx(0.5, abs=0.03)


def test_a_network_learns_without_what_is_hidden_and_is_not_hidden_from_when_it_predicts():
    data = training_data(9)
    settings = DEFAULTS["cnn"].changed(epochs=6, device="cpu", batch_size=32)
    models = [fit(data, settings.changed(hidden_factors=hidden), None, no_progress, never_stop).model for hidden in (0.0, 0.95)]
    seen, blind = (model.predict_patches(data.patches) for model in models)
    assert np.array_equal(blind, models[1].predict_patches(data.patches))
    landslide = data.landslide == 1
    assert seen[landslide].mean() - seen[~landslide].mean() > 3 * (blind[landslide].mean() - blind[~landslide].mean())
