"""The dense evaluations of the patch CNN equal its patches."""

import numpy as np
import pytest
import torch

from landslide_toolbox.models.susceptibility import dense_cnn_processor
from landslide_toolbox.models.susceptibility.dense_cnn import DensePatchCnn
from landslide_toolbox.models.susceptibility.dense_cnn_processor import DensePatchCnnOnProcessor
from landslide_toolbox.models.susceptibility.factor_cnn import HybridCnn
from landslide_toolbox.models.susceptibility.fixed_weights import FixedWeights
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn, PlainPatchCnn


def trained_looking(kind, columns, window):
    """A network whose norms scale up and down, as after training."""
    torch.manual_seed(window)
    network = kind(columns, window).eval()
    with torch.no_grad():
        for norm in network.modules():
            if isinstance(norm, torch.nn.BatchNorm2d):
                norm.weight.normal_()
                norm.bias.normal_()
                norm.running_mean.normal_(0, 0.3)
                norm.running_var.uniform_(0.5, 2)
        network.output.weight.mul_(30)
    return network


@pytest.mark.parametrize("dense", [DensePatchCnn, DensePatchCnnOnProcessor])
@pytest.mark.parametrize(
    ("kind", "window"),
    [*((PatchCnn, window) for window in (5, 6, 8, 9, 12, 13)), (PlainPatchCnn, 13), (HybridCnn, 13), (HybridCnn, 6)],
)
def test_dense_equals_patches(dense, kind, window, monkeypatch):
    monkeypatch.setattr(dense, "block", 8)
    monkeypatch.setattr(dense_cnn_processor, "ROWS", 3)
    monkeypatch.setattr(dense_cnn_processor, "COLUMNS", 5)
    network = trained_looking(kind, 6, window)
    raster = torch.from_numpy(np.random.default_rng(0).normal(size=(6, 18 + window, 20 + window)).astype(np.float32))
    threads = torch.get_num_threads()
    with torch.inference_mode():
        found = dense(network, window).logits(raster)
        patches = raster.unfold(1, window, 1).unfold(2, window, 1).permute(1, 2, 0, 3, 4).reshape(-1, 6, window, window)
        expected = network(patches).view(19, 21)
    assert expected.std() > 0.05
    # torch 2.6 and 2.14 add up in other orders, which shows in the fifth decimal of the logits
    torch.testing.assert_close(found, expected, atol=5e-5, rtol=0)
    assert torch.get_num_threads() == threads


@pytest.mark.parametrize(
    ("kind", "window"), [(PatchCnn, 9), (PatchCnn, 12), (PatchCnn, 31), (PlainPatchCnn, 13), (HybridCnn, 6)]
)
def test_dense_differs_from_patches_by_rounding_alone(kind, window):
    """With twice the digits nothing is left of the difference: what a GPU computes is no approximation."""
    network = trained_looking(kind, 6, window).double().to(memory_format=torch.channels_last)
    raster = torch.randn(6, 7 + window, 9 + window, dtype=torch.float64)
    with torch.inference_mode():
        found = DensePatchCnn(network, window).logits(raster)
        patches = raster.unfold(1, window, 1).unfold(2, window, 1).permute(1, 2, 0, 3, 4).reshape(-1, 6, window, window)
        expected = network(patches).view(8, 10)
    torch.testing.assert_close(found, expected, atol=1e-12, rtol=0)


@pytest.mark.parametrize("has_bias", [False, True])
def test_products_are_the_same_with_onednn_and_without(has_bias, monkeypatch):
    matrix, weights, bias = torch.randn(70, 12), torch.randn(12, 30), torch.randn(30) if has_bias else None
    prepared = FixedWeights(weights, bias)
    monkeypatch.setattr(torch.ops, "mkldnn", None)
    plain = FixedWeights(weights, bias)
    monkeypatch.undo()
    expected = matrix @ weights if bias is None else matrix @ weights + bias
    torch.testing.assert_close(prepared(matrix), expected, atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(plain(matrix), expected, atol=1e-5, rtol=1e-5)
