"""Trainings start from other models and from published weights, and say what does not fit."""

import os
import pickle

import detection_support  # noqa: F401 – one thread
import pytest
import torch
import torchvision

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.models.detection.detector import build_network, save_detector
from landslide_toolbox.models.detection.starting_weights import (
    adapted_filters,
    band_sources,
    random_start,
    start_from_backbone,
    start_from_model,
)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A model file of a U-Net for blue, green, red, nir, and its network."""
    network = build_network("unet_se", 4, 7)
    path = tmp_path_factory.mktemp("model") / "old.lsm"
    statistics = [{"mean": 0.0, "std": 1.0, "min": 0.0, "max": 1.0}] * 4
    card = {"architecture": "unet_se", "bands": ["blue", "green", "red", "nir"], "statistics": statistics}
    save_detector(path, network, card | {"cell_size": 10.0, "chip_size": 32, "threshold": 0.5})
    return path, network


def test_bands_are_matched_by_name_then_by_order():
    assert band_sources(["blue", "green", "red"], ["Red", "nir", "blue"]) == [2, None, 0]
    assert band_sources(["blue", "green"], ["band_1", "band_2"]) == [0, 1]
    assert band_sources(["blue", "green"], ["band_1", "band_2", "band_3"]) == [None, None, None]


def test_a_new_band_starts_from_the_mean_of_the_filters():
    filters = torch.arange(2 * 3 * 1 * 1, dtype=torch.float32).reshape(2, 3, 1, 1)
    adapted = adapted_filters(filters, [2, None])
    assert adapted[:, 0, 0, 0].tolist() == [2, 5]
    assert adapted[:, 1, 0, 0].tolist() == [1, 4]


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        (["blue", "green", "red", "nir"], "The bands are those of the initial model"),
        (["red", "nir"], "no longer used: blue, green"),
        (["red", "swir", "blue", "green", "nir"], "new, from the mean of its filters: swir"),
        (["a", "b", "c", "d"], "a from blue"),
    ],
)
def test_an_initial_model_takes_fewer_and_more_bands(model, bands, words):
    path, old = model
    start = start_from_model(path, bands, None)
    assert (start.architecture, start.is_trained) == ("unet_se", True)
    assert words in start.origin
    first, *rest = start.network.state_dict().items()
    old_first, *old_rest = old.state_dict().items()
    assert first[1].shape[1] == len(bands)
    assert all(torch.equal(new, before) for (_, new), (_, before) in zip(rest, old_rest, strict=True))
    if "red" in bands:
        assert torch.equal(first[1][:, bands.index("red")], old_first[1][:, 2])


def test_an_initial_model_of_another_architecture_is_refused(model):
    with pytest.raises(InputError, match=r"INITIAL_MODEL .* holds a unet_se where ARCHITECTURE is unet; clear ARCHITECTURE"):
        start_from_model(model[0], ["red"], "unet")


@pytest.fixture(scope="module")
def resnet18(tmp_path_factory):
    """A checkpoint as torchvision publishes it, and its content."""
    path = tmp_path_factory.mktemp("weights") / "resnet18.pth"
    torch.manual_seed(3)
    weights = torchvision.models.resnet18(weights=None).state_dict()
    torch.save(weights, path)
    return path, weights


@pytest.mark.parametrize(("architecture", "prefix"), [("maskrcnn_resnet18", "backbone.body."), ("resnet18_se", "encoder.")])
def test_published_weights_reach_every_layer_of_the_backbone(resnet18, architecture, prefix):
    path, weights = resnet18
    bands = ["blue", "green", "red", "nir"]
    start = start_from_backbone(path, random_start(architecture, bands, 0), bands)
    network = start.network.state_dict()
    for name, tensor in weights.items():
        if name.startswith(("layer", "bn")) and "num_batches" not in name:
            assert torch.equal(network[prefix + name], tensor), name
    first = network[f"{prefix}conv1.weight"]
    assert torch.equal(first[:, 2], weights["conv1.weight"][:, 0])
    assert torch.equal(first[:, 0], weights["conv1.weight"][:, 2])
    assert torch.allclose(first[:, 3], weights["conv1.weight"].mean(dim=1))
    assert "backbone weights resnet18.pth" in start.origin


def test_published_weights_of_vgg_fit_and_may_be_safetensors(tmp_path):
    import safetensors.torch

    layers = torchvision.models.vgg.make_layers(torchvision.models.vgg.cfgs["B"], batch_norm=True)
    features = layers.state_dict(prefix="features.")
    safetensors.torch.save_file(dict(features), tmp_path / "vgg.safetensors")
    start = start_from_backbone(tmp_path / "vgg.safetensors", random_start("vgg13_se", ["red"], 0), ["red"])
    network = start.network.state_dict()
    assert torch.equal(network["features.3.weight"], features["features.3.weight"])
    assert torch.equal(network["features.0.weight"][:, 0], features["features.0.weight"][:, 0])


def test_weights_that_do_not_fit_name_the_first_layer(resnet18, tmp_path):
    path, weights = resnet18
    red = ["red"]
    with pytest.raises(
        InputError, match=r"layer layer1.0.conv1.weight has shape \(64, 64, 3, 3\) there and needs \(64, 64, 1, 1\)"
    ):
        start_from_backbone(path, random_start("maskrcnn_resnet50", red, 0), red)
    torch.save({name: tensor for name, tensor in weights.items() if "layer3" not in name}, tmp_path / "cut.pth")
    with pytest.raises(InputError, match=r"BACKBONE_WEIGHTS .*layer layer3.0.conv1.weight is missing there.*resnet18\."):
        start_from_backbone(tmp_path / "cut.pth", random_start("resnet18_se", red, 0), red)
    with pytest.raises(InputError, match="unet_se has no published weights; choose one of vgg13_se, resnet18_se, maskrcnn"):
        start_from_backbone(path, random_start("unet_se", red, 0), red)


class Harmful:
    def __reduce__(self):
        return os.mkdir, (self.folder,)


def test_a_file_that_would_run_code_is_refused_and_does_not_run_it(tmp_path):
    harmful = Harmful()
    harmful.folder = str(tmp_path / "proof")
    (tmp_path / "evil.pth").write_bytes(pickle.dumps({"conv1.weight": harmful}, protocol=2))
    (tmp_path / "text.pth").write_text("hello")
    torch.save({"model": {"conv1.weight": torch.zeros(1)}}, tmp_path / "nested.pth")
    for name, words in (
        ("evil", "holds no plain weights"),
        ("text", "holds no plain weights"),
        ("nested", "not a list of weights"),
    ):
        with pytest.raises(InputError, match=words):
            start_from_backbone(tmp_path / f"{name}.pth", random_start("resnet18_se", ["red"], 0), ["red"])
    assert not (tmp_path / "proof").exists()
