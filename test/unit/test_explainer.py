"""Every kind of susceptibility model is explained by factor, adds up to its own prediction, or is refused."""

import numpy as np
import pytest
from test_susceptibility_models import fitted, raw_values

from landslide_toolbox.core.errors import Cancelled, ToolboxError
from landslide_toolbox.models.explanation.explainer import AnyExplainer, LinearExplainer, NetworkExplainer, build_explainer
from landslide_toolbox.models.explanation.permutation_shap import PermutationShap
from landslide_toolbox.models.susceptibility.calibration import Calibrator
from landslide_toolbox.models.susceptibility.settings import DEFAULTS, NETWORK


def explainer_and_patches(architecture, count=40):
    """An explainer with a background of 20 and patches whose neighbours, but never whose centre, lack a factor."""
    model = fitted(architecture)
    window = model.window
    patches = raw_values((count + 20, window, window), 7).transpose(1, 0, 2, 3)
    if window > 1:
        patches[3, :, 0, :2] = np.nan
    return build_explainer(model, patches[:20]), patches[20:]


@pytest.mark.parametrize("architecture", DEFAULTS)
def test_contributions_add_up_to_the_models_own_prediction(architecture):
    explainer, patches = explainer_and_patches(architecture, 12)
    explanation = explainer.explain(patches)
    assert explanation.contributions.shape == (12, 3)
    assert explanation.gap < 1e-5
    sums = explanation.contributions.sum(axis=1) + explanation.base
    probability = 1 / (1 + np.exp(-sums)) if explainer.log_odds else sums
    np.testing.assert_allclose(probability, explainer.model.predict_patches(patches), atol=1e-5)
    assert isinstance(explainer, NetworkExplainer) == (DEFAULTS[architecture].family == NETWORK)


def test_a_network_with_an_unknown_layer_is_explained_by_asking_it():
    import torch

    known, patches = explainer_and_patches("cnn", 3)
    known.model.network.dense = torch.nn.Sequential(known.model.network.dense, torch.nn.Tanh())
    asked = build_explainer(known.model, patches[:2])
    assert isinstance(asked, AnyExplainer)
    assert asked.explain(patches).gap < 1e-5


def test_a_linear_model_is_explained_by_its_coefficients():
    explainer, patches = explainer_and_patches("logistic_regression", 5)
    assert isinstance(explainer, LinearExplainer)
    encoder, background = explainer.model.encoder, raw_values((25, 1, 1), 7)[:, :20, 0, 0]
    shares = (encoder.encode(patches[:, :, 0, 0].T) - encoder.encode(background).mean(axis=1, keepdims=True)).T
    shares = shares * explainer.model.estimator.coef_[0]
    expected = [[row[np.array(encoder.column_factor) == number].sum() for number in range(3)] for row in shares]
    np.testing.assert_allclose(explainer.explain(patches).contributions, expected, atol=1e-5)


def test_a_calibration_curve_is_not_explained():
    explainer, patches = explainer_and_patches("svm", 4)
    before = explainer.explain(patches).contributions
    explainer.model.calibrator = Calibrator("platt", ((0.1, 2.0),))
    np.testing.assert_allclose(explainer.explain(patches).contributions, before)


def test_asking_is_exact_for_factors_that_act_in_pairs():
    """f = a·b + c on the cell, whose Shapley values are known; the neighbours do not matter."""
    random = np.random.default_rng(0)
    background, patches = random.normal(size=(7, 3, 3, 3)), random.normal(size=(5, 3, 3, 3))

    def predict(inputs):
        a, b, c = inputs[:, :, 1, 1].astype(float).T
        return a * b + c

    x, z = patches[:, np.newaxis, :, 1, 1], background[:, :, 1, 1]
    a = ((x[..., 0] - z[:, 0]) * (x[..., 1] + z[:, 1]) / 2).mean(axis=1)
    b = ((x[..., 1] - z[:, 1]) * (x[..., 0] + z[:, 0]) / 2).mean(axis=1)
    c = (x[..., 2] - z[:, 2]).mean(axis=1)
    found = PermutationShap(predict, background).contributions(patches)
    np.testing.assert_allclose(found, np.stack([a, b, c], axis=1), atol=1e-6)


def test_only_a_random_forest_has_no_log_odds():
    units = {name: explainer_and_patches(name, 1)[0].units for name in ("random_forest", "xgboost", "cnn_1d", "svm")}
    assert units == {"random_forest": "probability", "xgboost": "log-odds", "cnn_1d": "log-odds", "svm": "log-odds"}


def test_a_factor_the_model_does_not_use_contributes_nothing():
    """The labels of these models depend on slope alone, so trees may ask for aspect and rock, but hardly ever do."""
    explainer, patches = explainer_and_patches("xgboost")
    importance = np.abs(explainer.explain(patches).contributions).mean(axis=0)
    assert importance[0] > 10 * importance[1:].max()  # more than 20 with XGBoost 3.2, 15 with 3.4


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
