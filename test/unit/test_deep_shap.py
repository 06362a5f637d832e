"""Contributions of networks add up exactly, equal DeepLIFT's and, where that is exact, Shapley values."""

import numpy as np
import pytest
import torch
from test_tree_shap import shapley_by_enumeration
from torch import nn

from landslide_toolbox.models.explanation.deep_shap import DeepShap
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn


@pytest.fixture(autouse=True)
def repeatable():
    """The same numbers in every run, and one thread: many small operations are slower on several."""
    torch.manual_seed(0)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def trained_like(network, shape):
    """Give batch normalisation scales and statistics that are not 0 and 1, and return the network as it predicts."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            nn.init.normal_(layer.weight)
    network.train()
    for _ in range(5):
        network(torch.randn(32, *shape) * 1.5 + 0.3)
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    return network.eval()


class Scalar(nn.Module):
    """A network whose output (n, 1) becomes (n,)."""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, inputs):
        return self.layers(inputs).squeeze(1)


class TwoBranches(nn.Module):
    """Convolutions in two and in one dimension over the same patch (3, 5, 6), joined; values used twice, and an odd pool."""

    def __init__(self):
        super().__init__()
        self.wide = nn.Conv2d(3, 4, 3, padding=1)
        self.narrow = nn.Conv1d(1, 2, 9, stride=9)
        self.pool = nn.MaxPool2d((2, 3))
        self.join = nn.Linear(4 * 2 * 2 + 2 * 10 + 4 * 5 * 6, 5)
        self.out = nn.Linear(5, 1)

    def forward(self, inputs):
        wide = torch.relu(self.wide(inputs))
        surroundings = self.pool(wide + wide + self.wide(inputs)).flatten(1)
        vector = self.narrow(inputs.flatten(1).unsqueeze(1)).relu().flatten(1)
        joined = torch.cat((torch.cat((surroundings, vector), -1), wide.flatten(1)), 1)
        return self.out(torch.relu(self.join(joined))).squeeze(1)


def assert_additive(network, background, inputs, contributions, tolerance=1e-5):
    with torch.no_grad():
        gap = contributions.sum(1) + network(background).mean() - network(inputs)
    assert gap.abs().max() < tolerance


def test_the_patch_cnn_is_explained_to_rounding():
    network = trained_like(PatchCnn(6, 9), (6, 9, 9))
    background, inputs = torch.randn(13, 6, 9, 9), torch.randn(70, 6, 9, 9) * 2
    contributions = DeepShap(network, [0, 1, 1, 2, 2, 2], background).contributions(inputs)
    assert contributions.shape == (70, 3)
    assert_additive(network, background, inputs, contributions)


def test_branches_sums_and_pools_that_leave_cells_over_are_explained_to_rounding():
    network = trained_like(TwoBranches(), (3, 5, 6))
    background, inputs = torch.randn(5, 3, 5, 6), torch.randn(9, 3, 5, 6)
    assert_additive(network, background, inputs, DeepShap(network, [0, 1, 2], background).contributions(inputs))


def test_unchanged_inputs_and_dead_rectifiers_contribute_nothing():
    network = trained_like(PatchCnn(2, 9), (2, 9, 9))
    background = torch.randn(1, 2, 9, 9)
    inputs = background.clone()
    inputs[:, 1] += torch.randn(9, 9)
    explainer = DeepShap(network, [0, 1], background)
    assert explainer.contributions(background).abs().max() < 1e-6
    contributions = explainer.contributions(inputs)
    assert abs(contributions[0, 0]) < 1e-6 < abs(contributions[0, 1])
    assert_additive(network, background, inputs, contributions)


def test_without_pools_it_equals_shaps_deep_explainer():
    import shap

    network = trained_like(Scalar(nn.Conv2d(4, 8, 3), nn.ReLU(), nn.BatchNorm2d(8), nn.Flatten(), nn.Linear(72, 1)), (4, 5, 5))
    background, inputs = torch.randn(11, 4, 5, 5), torch.randn(7, 4, 5, 5)

    expected = shap.DeepExplainer(network.layers, background).shap_values(inputs)[..., 0].sum(axis=(2, 3))
    found = DeepShap(network, [0, 1, 2, 3], background).contributions(inputs).numpy()
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_shapley_values_are_exact_where_rectifiers_see_one_factor_each():
    """A grouped convolution keeps factors apart, so the function is a sum of one per factor, for which DeepLIFT is exact."""
    network = trained_like(Scalar(nn.Conv1d(3, 9, 1, groups=3), nn.ReLU(), nn.Flatten(), nn.Linear(9, 1)), (3, 1))
    background, inputs = torch.randn(6, 3, 1), torch.randn(4, 3, 1)
    found = DeepShap(network, [0, 1, 2], background).contributions(inputs).numpy()
    assert_exact(network, background, inputs, found)


def test_shapley_values_of_a_maximum_are_exact():
    """The pool compares the cells of one window, each of which is moved by one factor alone."""
    network = trained_like(Scalar(nn.Unflatten(1, (1, 2, 2)), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1, 1)), (4,))
    background, inputs = torch.randn(5, 4).round(decimals=1), torch.randn(6, 4).round(decimals=1)
    found = DeepShap(network, [0, 1, 2, 3], background).contributions(inputs).numpy()
    assert_exact(network, background, inputs, found)


def assert_exact(network, background, inputs, found):
    def predict(rows):
        with torch.no_grad():
            return network(torch.from_numpy(rows)).numpy()

    players = list(range(inputs.shape[1]))
    for sample, contributions in zip(inputs.numpy(), found, strict=True):
        expected = shapley_by_enumeration(predict, sample, background.numpy(), players)
        np.testing.assert_allclose(contributions, expected, atol=1e-5)


def test_a_linear_network_is_explained_by_its_weights():
    network = trained_like(Scalar(nn.Linear(3, 1)), (3,))
    background, inputs = torch.randn(4, 3), torch.randn(5, 3)
    expected = (inputs - background.mean(0)) * network.layers[0].weight
    torch.testing.assert_close(DeepShap(network, [0, 1, 2], background).contributions(inputs), expected)


def test_operations_without_a_rule_are_named():
    with pytest.raises(NotImplementedError, match="Sigmoid"):
        DeepShap(Scalar(nn.Linear(3, 1), nn.Sigmoid()).eval(), [0, 1, 2], torch.zeros(2, 3))
    with pytest.raises(NotImplementedError, match="MaxPool1d"):
        pool = Scalar(nn.Unflatten(1, (1, 4)), nn.MaxPool1d(2, stride=1), nn.Flatten(), nn.Linear(3, 1))
        DeepShap(pool.eval(), [0] * 4, torch.zeros(2, 4))
