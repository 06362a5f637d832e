"""The running average of a network's weights."""

import numpy as np
import pytest
import torch

from landslide_toolbox.models.susceptibility.weight_average import weight_average


def network_of(weight, mean, count):
    network = torch.nn.BatchNorm1d(1)
    with torch.no_grad():
        network.weight.fill_(weight)
        network.running_mean.fill_(mean)
        network.num_batches_tracked.fill_(count)
    return network


def averaged(weights, kept):
    average = weight_average(network_of(0.0, 0.0, 0), kept)
    for number, weight in enumerate(weights, start=1):
        average.update_parameters(network_of(weight, 10 * weight, number))
    return average.module


def test_weights_and_running_means_follow_the_formula():
    weights = np.random.default_rng(0).normal(size=40)
    expected = weights[0]
    for steps, weight in enumerate(weights[1:], start=1):
        kept = min(0.6, (1 + steps) / (10 + steps))
        expected = kept * expected + (1 - kept) * weight
    found = averaged(weights, 0.6)
    assert found.weight.item() == pytest.approx(expected, abs=1e-6)
    assert found.running_mean.item() == pytest.approx(10 * expected, abs=1e-5)
    assert found.num_batches_tracked.item() == 40


def test_nothing_kept_is_the_last_step():
    assert averaged([1.0, 5.0, 2.0], 0.0).weight.item() == 2.0


def test_a_steady_network_is_its_own_average():
    assert averaged([0.3] * 500, 0.99).weight.item() == pytest.approx(0.3, abs=1e-6)


def test_few_steps_do_not_hang_on_the_first():
    assert averaged([-1.0] + [1.0] * 9, 0.99).weight.item() > 0.95
