"""The dense evaluation of the patch CNN equals its patches."""

import numpy as np
import pytest
import torch

from landslide_toolbox.models.susceptibility import dense_cnn
from landslide_toolbox.models.susceptibility.dense_cnn import DensePatchCnn
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn


def trained_looking(columns, window):
    """A network whose norms scale up and down, as after training."""
    torch.manual_seed(window)
    network = PatchCnn(columns, window).eval()
    with torch.no_grad():
        for norm in (network.first_norm, network.second_norm):
            norm.weight.normal_()
            norm.bias.normal_()
            norm.running_mean.normal_(0, 0.3)
            norm.running_var.uniform_(0.5, 2)
        network.output.weight.mul_(10)
    return network


@pytest.mark.parametrize("window", [5, 6, 7, 8, 9, 12, 13])
def test_dense_equals_patches(window, monkeypatch):
    monkeypatch.setattr(dense_cnn, "BLOCK", 8)
    monkeypatch.setitem(dense_cnn.CELLS_AT_ONCE, "cpu", 24)
    network = trained_looking(6, window)
    raster = torch.from_numpy(np.random.default_rng(0).normal(size=(6, 18 + window, 20 + window)).astype(np.float32))
    with torch.inference_mode():
        dense = DensePatchCnn(network, window).logits(raster)
        patches = raster.unfold(1, window, 1).unfold(2, window, 1).permute(1, 2, 0, 3, 4).reshape(-1, 6, window, window)
        expected = network(patches).view(19, 21)
    assert expected.std() > 0.05
    torch.testing.assert_close(dense, expected, atol=1e-5, rtol=0)
