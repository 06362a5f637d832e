"""Where the memory does not suffice, susceptibility networks compute less at once, and say so when nothing is left to halve."""

import numpy as np
import pytest
import torch
from pretended_device import DEVICE, PretendedDevice
from test_susceptibility_models import fitted, raw_values

from landslide_toolbox.core.errors import InputError, ToolboxError
from landslide_toolbox.models.explanation.explainer import build_explainer
from landslide_toolbox.models.memory import is_out_of_memory
from landslide_toolbox.models.susceptibility.dense_cnn import DensePatchCnn
from landslide_toolbox.models.susceptibility.network_model import NetworkModel
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn


@pytest.mark.parametrize(
    "said",
    [
        "CUDA out of memory. Tried to allocate 20.00 GiB",
        "CUDA error: out of memory",
        "MPS backend out of memory (MPS allocated: 17.9 GB)",
        "CUDNN_STATUS_ALLOC_FAILED",
        "[enforce fail at alloc_cpu.cpp:121] err == 0. DefaultCPUAllocator: can't allocate memory",
        "[enforce fail at alloc_cpu.cpp:80] data. DefaultCPUAllocator: not enough memory: you tried to allocate 8 bytes.",
    ],
)
def test_all_ways_of_saying_that_memory_does_not_suffice_are_known(said):
    assert is_out_of_memory(RuntimeError(said))
    assert not is_out_of_memory(RuntimeError("CUDA error: no kernel image is available for execution on the device"))


def hungry(model, most, seen):
    """Let the first convolution of a model run out of memory over more than ``most`` cells."""

    def look(module, inputs):
        seen.append(inputs[0].numel())
        if seen[-1] > most:
            raise torch.OutOfMemoryError("CUDA out of memory")

    model.network.features.first.register_forward_pre_hook(look)
    return model


def test_fewer_patches_are_predicted_together_from_then_on():
    model, patches = fitted("cnn"), raw_values((50, 9, 9)).transpose(1, 0, 2, 3)
    expected, seen = model.predict_patches(patches), []
    hungry(model, 6 * 81 * 20, seen)  # 4096, 2048 ... 16 patches at once
    for _ in range(2):
        np.testing.assert_allclose(model.predict_patches(patches), expected, atol=1e-6)
    assert [count // (6 * 81) for count in seen] == [50, 50, 50, 50, 50, 50, 50, 32, 16, 16, 16, 2, 16, 16, 16, 2]
    with pytest.raises(ToolboxError, match="on even one cell; choose DEVICE cpu"):
        hungry(model, 0, seen).predict_patches(patches)


def test_smaller_blocks_are_mapped_together(monkeypatch):
    model, raster = fitted("cnn"), raw_values((48, 49), 1)
    expected, sides = model.predict_raster(raster), []
    whole = DensePatchCnn._block

    def block(self, encoded):
        sides.append(encoded.shape[1] - 8)
        if sides[-1] > 20:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return whole(self, encoded)

    monkeypatch.setattr(DensePatchCnn, "_block", block)
    with PretendedDevice():
        away = NetworkModel(model.card, model.encoder, model.network, DEVICE)
        np.testing.assert_allclose(away.predict_raster(raster), expected, atol=1e-6)
    assert max(sides) == 40 and sides[-1] == 8 and max(sides[-9:]) == 16


def test_fewer_samples_are_explained_together(monkeypatch):
    model, patches = fitted("cnn"), raw_values((30, 9, 9)).transpose(1, 0, 2, 3)
    expected = build_explainer(model, patches[:8]).contributions(patches)
    with PretendedDevice():
        explainer = build_explainer(NetworkModel(model.card, model.encoder, model.network, DEVICE), patches[:8])
        whole, counts = explainer._deep._contributions, []

        def contributions(inputs):
            counts.append(len(inputs))
            if len(inputs) > 7:
                raise torch.OutOfMemoryError("CUDA out of memory")
            return whole(inputs)

        monkeypatch.setattr(explainer._deep, "_contributions", contributions)
        np.testing.assert_allclose(explainer.contributions(patches), expected, atol=1e-5)
    assert max(counts) == 30 and 3 < counts[-2] <= 7


def test_a_batch_that_is_too_large_to_learn_from_is_said(monkeypatch):
    def too_much(self, patches):
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(PatchCnn, "forward", too_much)
    with pytest.raises(InputError, match=r"BATCH_SIZE \(32\) does not fit into the memory; choose a smaller one"):
        fitted("cnn")


def test_what_else_goes_wrong_while_learning_is_not_taken_for_memory(monkeypatch):
    def wrong(self, patches):
        raise RuntimeError("CUDA error: no kernel image is available")

    monkeypatch.setattr(PatchCnn, "forward", wrong)
    with pytest.raises(RuntimeError, match="no kernel image"):
        fitted("cnn")


def test_blocks_are_smaller_where_patches_are_large():
    def features(window):
        with torch.inference_mode():
            dense = DensePatchCnn(PatchCnn(3, window).eval(), window)
            return dense._side._count, dense._side._count**2 * dense._stage.count

    assert features(9) == (256, 256**2 * 256)
    side, count = features(61)
    assert side < 128 and 2**26 < count <= 2**27
