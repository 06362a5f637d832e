"""Every kind of susceptibility model is explained by factor, adds up to its own prediction, or is refused."""

import numpy as np
import pytest
from test_susceptibility_models import FACTORS, raw_values, trained_model

from landslide_toolbox.core.errors import Cancelled, ToolboxError
from landslide_toolbox.models.explanation.explainer import build_explainer
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder

ARCHITECTURES = ("cnn", "random_forest", "xgboost")


def explainer_and_patches(architecture, count=40):
    """An explainer with a background of 20 and patches whose neighbours, but never whose centre, lack a factor."""
    model = trained_model(architecture, FactorEncoder.fit(FACTORS, raw_values(500).T))
    window = model.window
    patches = raw_values((count + 20, window, window), 7).transpose(1, 0, 2, 3)
    if window > 1:
        patches[3, :, 0, :2] = np.nan
    return build_explainer(model, patches[:20]), patches[20:]


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_contributions_add_up_to_the_models_own_prediction(architecture):
    explainer, patches = explainer_and_patches(architecture)
    explanation = explainer.explain(patches)
    assert explanation.contributions.shape == (40, 3)
    assert explanation.gap < 1e-5
    probability = explainer.model.predict_patches(patches)
    if explainer.log_odds:
        probability = np.log(probability) - np.log1p(-probability)
    np.testing.assert_allclose(explanation.contributions.sum(axis=1) + explanation.base, probability, atol=1e-4)


def test_only_a_random_forest_has_no_log_odds():
    assert [explainer_and_patches(name)[0].units for name in ARCHITECTURES] == ["log-odds", "probability", "log-odds"]


def test_a_factor_the_model_does_not_use_contributes_nothing():
    """The labels of these models depend on slope alone, so trees may ask for aspect and rock, but hardly ever do."""
    explainer, patches = explainer_and_patches("xgboost")
    importance = np.abs(explainer.explain(patches).contributions).mean(axis=0)
    assert importance[0] > 20 * importance[1:].max()


def test_contributions_that_do_not_add_up_are_an_error():
    explainer, patches = explainer_and_patches("xgboost")
    explainer.base += 0.002
    with pytest.raises(ToolboxError, match=r"miss the prediction by 0\.002"):
        explainer.explain(patches)
    explainer.base = float("nan")
    with pytest.raises(ToolboxError, match="miss the prediction"):
        explainer.explain(patches)


def test_explaining_stops_between_batches():
    explainer, patches = explainer_and_patches("random_forest")
    explainer.batch, seen = 10, []
    with pytest.raises(Cancelled):
        explainer.explain(patches, lambda fraction, message: seen.append(fraction), lambda: len(seen) >= 2)
    assert len(seen) == 2
