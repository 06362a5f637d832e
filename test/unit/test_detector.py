"""Networks take any number of bands and tiles of any size, and a model file gives back exactly what was saved."""

import json
import zipfile

import detection_support  # noqa: F401 – one thread
import numpy as np
import pytest
import safetensors.torch
import torch

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.models.detection.detector import Detector, build_network, load_detector, save_detector
from landslide_toolbox.models.detection.networks import ARCHITECTURES
from landslide_toolbox.models.detection.networks.blocks import AttentionGate, SqueezeExcitation
from landslide_toolbox.models.detection.normalisation import Normalisation

SEMANTIC = [name for name, architecture in ARCHITECTURES.items() if not architecture.is_instance]
INSTANCE = [name for name, architecture in ARCHITECTURES.items() if architecture.is_instance]
CPU = torch.device("cpu")


def card_of(architecture, bands):
    statistics = [{"mean": 100.0 * (band + 1), "std": 10.0, "min": 0.0, "max": 255.0} for band in range(bands)]
    names = [f"band_{band + 1}" for band in range(bands)]
    card = {"architecture": architecture, "bands": names, "statistics": statistics, "cell_size": 10.0}
    return card | {"chip_size": 32, "threshold": 0.5}


def tiles_of(count, bands, height, width):
    noise = np.random.default_rng(1).normal(0, 10, (count, bands, height, width))
    return (noise + 100 * np.arange(1, bands + 1).reshape(-1, 1, 1)).astype(np.float32)


def test_normalisation_uses_the_given_statistics_and_puts_the_mean_where_there_are_no_data():
    normalisation = Normalisation([{"mean": 10.0, "std": 2.0}, {"mean": 0.0, "std": 5.0}])
    tile = np.array([[[10, 14, np.nan]], [[-5, np.inf, 0]]], np.float32)
    np.testing.assert_array_equal(normalisation(tile).numpy(), [[[0, 2, 0]], [[-1, 0, 0]]])
    assert np.isnan(tile[0, 0, 2])


@pytest.mark.parametrize("architecture", SEMANTIC)
@pytest.mark.parametrize(("bands", "height", "width"), [(1, 1, 1), (4, 33, 47), (7, 16, 64)])
def test_semantic_networks_take_any_bands_and_any_size(architecture, bands, height, width):
    detector = Detector(build_network(architecture, bands, 0), card_of(architecture, bands), CPU)
    probabilities = detector.probabilities(tiles_of(2, bands, height, width))
    assert probabilities.shape == (2, height, width)
    assert probabilities.dtype == np.float32
    assert ((probabilities > 0) & (probabilities < 1)).all()


@pytest.mark.parametrize("architecture", SEMANTIC)
def test_a_tile_is_predicted_the_same_alone_and_in_a_batch(architecture):
    detector = Detector(build_network(architecture, 3, 0), card_of(architecture, 3), CPU)
    tiles = tiles_of(3, 3, 32, 32)
    alone = np.concatenate([detector.probabilities(tile[np.newaxis]) for tile in tiles])
    np.testing.assert_allclose(detector.probabilities(tiles), alone, atol=1e-6)


@pytest.mark.slow
def test_mask_rcnn_finds_and_trains_on_a_tiny_chip():
    network = build_network("maskrcnn_resnet18", 4, 0)
    mask = torch.zeros(1, 64, 64, dtype=torch.uint8)
    mask[0, 20:50, 10:30] = 1
    target = {"boxes": torch.tensor([[10.0, 20.0, 30.0, 50.0]]), "labels": torch.tensor([1]), "masks": mask}
    losses = network.train()([torch.randn(4, 64, 64), torch.randn(4, 64, 64)], [target, empty_target()])
    sum(losses.values()).backward()
    assert all(torch.isfinite(loss) for loss in losses.values())
    assert network.backbone.body.conv1.weight.grad.abs().sum() > 0
    detector = Detector(network, card_of("maskrcnn_resnet18", 4), CPU)
    tiles = tiles_of(2, 4, 45, 70)
    found = detector.instances(tiles)
    assert len(found) == 2
    for instances in found:
        assert instances.masks.shape == (len(instances.scores), 45, 70)
        assert instances.boxes.shape == (len(instances.scores), 4)
        assert (instances.boxes[:, 2] <= 70).all()
        assert (instances.boxes[:, 3] <= 45).all()
    probabilities = detector.probabilities(tiles)
    expected = [max((s for s, m in zip(f.scores, f.masks, strict=True) if m[20, 30]), default=0.0) for f in found]
    np.testing.assert_allclose(probabilities[:, 20, 30], expected)


def empty_target():
    labels = torch.zeros(0, dtype=torch.int64)
    return {"boxes": torch.zeros(0, 4), "labels": labels, "masks": torch.zeros(0, 64, 64, dtype=torch.uint8)}


def test_tiles_are_never_rescaled():
    network = build_network("maskrcnn_resnet18", 2, 0)
    images, _ = network.transform([torch.full((2, 40, 60), 3.0)])
    assert images.image_sizes == [(40, 60)]
    assert float(images.tensors.max()) == 3.0


@pytest.mark.parametrize("architecture", ["unet_se", "maskrcnn_resnet18"])
def test_a_model_file_predicts_bit_for_bit_what_was_saved(architecture, tmp_path):
    network = build_network(architecture, 3, 5)
    card = card_of(architecture, 3)
    saved = Detector(network, card, CPU)
    before = saved.probabilities(tiles_of(2, 3, 32, 32))
    save_detector(tmp_path / "m.lsm", network, card)
    after = load_detector(tmp_path / "m.lsm", "cpu")
    np.testing.assert_array_equal(after.probabilities(tiles_of(2, 3, 32, 32)), before)
    assert (after.bands, after.threshold, after.is_instance) == (card["bands"], 0.5, architecture != "unet_se")


def test_weights_depend_on_the_seed_alone():
    first, again, other = (build_network("unet_se", 3, seed).head.weight for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_weights_that_do_not_fit_the_card_are_refused(tmp_path):
    save_detector(tmp_path / "good.lsm", build_network("unet_se", 3, 0), card_of("unet_se", 3))
    with zipfile.ZipFile(tmp_path / "good.lsm") as good:
        card, weights = json.loads(good.read("model.json")), good.read("weights.safetensors")
    constant = [{"mean": 7.0, "std": 0.0, "min": 7.0, "max": 7.0}] * 3
    wider = safetensors.torch.load(weights) | {"one_more.weight": torch.zeros(3)}
    fewer = {layer: tensor for layer, tensor in safetensors.torch.load(weights).items() if layer != "head.bias"}
    no_fit = r"MODEL .*do not fit its model card: "
    for name, change, payload, sentence in (
        (
            "bands",
            {"bands": ["one"]},
            weights,
            no_fit + r"the layer \S+weight has shape \(\d+, 3, 3, 3\) and needs \(\d+, 1, 3, 3\);",
        ),
        ("fewer", {}, safetensors.torch.save(fewer), no_fit + r"the layer head.bias is missing and needs \(1,\);"),
        ("wider", {}, safetensors.torch.save(wider), no_fit + r"there is no layer one_more.weight;"),
        ("unknown", {"architecture": "no_such"}, weights, r"MODEL .* is damaged: card or weights"),
        ("damaged", {}, weights[:100], r"MODEL .* is damaged: card or weights"),
        ("statistics", {"statistics": None}, weights, r"MODEL .* is damaged: card or weights"),
        ("constant", {"statistics": constant}, weights, r"MODEL .* the band \S+ had one value only in training"),
    ):
        with zipfile.ZipFile(tmp_path / f"{name}.lsm", "w") as archive:
            archive.writestr("model.json", json.dumps(card | change))
            archive.writestr("weights.safetensors", payload)
        with pytest.raises(InputError, match=sentence):
            load_detector(tmp_path / f"{name}.lsm", "cpu")


@pytest.mark.parametrize(
    "change",
    [
        {"chip_size": "64"},
        {"chip_size": None},
        {"chip_size": 0},
        {"chip_size": 10**9},
        {"chip_size": 64.0},
        {"cell_size": "10"},
        {"cell_size": 0},
        {"cell_size": float("nan")},
        {"threshold": "0.5"},
        {"threshold": 7},
        {"bands": "abc"},
        {"bands": [1, 2, 3]},
        {"bands": ["red", "red", "red"]},
        {"statistics": [{"mean": float("nan"), "std": 1.0}] * 3},
        {"statistics": [{"mean": 1.0, "std": True}] * 3},
    ],
)
def test_a_card_with_values_of_another_type_is_refused(tmp_path, change):
    """They would end in a traceback, and a chip of a billion cells a side in no memory at all."""
    save_detector(tmp_path / "m.lsm", build_network("unet", 3, 0), card_of("unet", 3) | change)
    with pytest.raises(InputError, match="MODEL .* is damaged: card or weights"):
        load_detector(tmp_path / "m.lsm", "cpu")


@pytest.mark.parametrize(
    ("architecture", "squeezes", "gates", "has_skips"),
    [
        ("unet", 0, 0, True),
        ("unet_se", 9, 0, True),
        ("attention_unet", 0, 4, True),
        ("vgg13_se", 5, 0, False),
        ("resnet18_se", 8, 0, False),
    ],
)
def test_networks_are_built_as_described(architecture, squeezes, gates, has_skips):
    kinds = [type(module).__name__ for module in build_network(architecture, 4, 0).modules()]
    assert kinds.count("SqueezeExcitation") == squeezes
    assert kinds.count("AttentionGate") == gates
    assert ("ConvTranspose2d" in kinds) == has_skips


def test_squeeze_and_excitation_weights_channels_by_their_mean():
    gate = SqueezeExcitation(8)
    features = torch.randn(2, 8, 5, 6)
    first, _, second, _ = list(gate.gate)[1:]
    means = features.mean(dim=(2, 3))
    hidden = torch.relu(means @ first.weight[:, :, 0, 0].T + first.bias)
    weights = torch.sigmoid(hidden @ second.weight[:, :, 0, 0].T + second.bias)
    torch.testing.assert_close(gate(features), features * weights[:, :, None, None])


def test_attention_weights_cells_not_channels():
    gate = AttentionGate(8)
    seen, raised = torch.rand(1, 8, 4, 4) + 0.5, torch.randn(1, 8, 4, 4)
    weights = gate(seen, raised) / seen
    torch.testing.assert_close(weights, weights[:, :1].expand_as(weights))
    assert ((weights > 0) & (weights < 1)).all()
    assert weights[0, 0].std() > 0
