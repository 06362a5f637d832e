"""Detectors as ONNX: other programs see what the toolbox sees, and Deepness finds what it asks for."""

import json

import numpy as np
import pytest
import torch
from tiny_detectors import add_architecture, card_of, save_blobs

from landslide_toolbox.models.detection.detector import build_network, load_detector, save_detector
from landslide_toolbox.models.detection.networks import ARCHITECTURES
from landslide_toolbox.models.detection.onnx_export import metadata
from support import files_in

onnxruntime = pytest.importorskip("onnxruntime")

BANDS = ("blue", "green", "red", "nir")
MEANS, DEVIATIONS = (900.0, 1100.0, 1300.0, 2600.0), (250.0, 260.0, 300.0, 500.0)
SEMANTIC = [
    pytest.param(name, marks=[] if name == "unet_se" else pytest.mark.slow)
    for name, architecture in ARCHITECTURES.items()
    if not architecture.is_instance
]


def save_random(path, architecture, chip_size=64, **card):
    """Write a detector with random weights whose batch normalisation has seen random tiles; return its path as text."""
    network = build_network(architecture, len(BANDS), seed=3)
    draw = torch.Generator().manual_seed(5)
    network.train()
    with torch.no_grad():
        for _ in range(3):
            network(torch.randn(4, len(BANDS), 64, 64, generator=draw))
        # random weights say little: spread what they say over 0 to 1
        logits = network.eval()(torch.randn(4, len(BANDS), 64, 64, generator=draw))
        network.head.bias -= logits.mean()
        network.head.weight *= 2 / logits.std()
        network.head.bias *= 2 / logits.std()
    statistics = [{"mean": m, "std": d, "min": 0.0, "max": 9e3} for m, d in zip(MEANS, DEVIATIONS, strict=True)]
    save_detector(path, network, card_of(architecture, BANDS, chip_size, **card) | {"statistics": statistics})
    return str(path)


def tiles_of(count, side, seed=0):
    """Random uint16 tiles (n, rows, columns, bands), as Deepness reads them."""
    draw = np.random.default_rng(seed)
    values = draw.normal(MEANS, DEVIATIONS, (count, side, side, len(BANDS)))
    values += 2 * np.array(DEVIATIONS) * (draw.random((count, 1, side, 1)) > 0.5)
    return values.clip(0, 65535).astype(np.uint16)


def as_in_deepness(path, tiles):
    """Return what Deepness 0.6.5 computes from tiles (n, rows, columns, bands): float32 (n, 1, rows, columns)."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    meta = session.get_modelmeta().custom_metadata_map
    mean, deviation = (np.array(json.loads(meta[f"standardization_{name}"]), np.float32) for name in ("mean", "std"))
    values = (np.float32(tiles * 1.0 / 255.0) - mean) / deviation
    (entry,) = session.get_inputs()
    (result,) = session.run(None, {entry.name: values.transpose(0, 3, 1, 2)})
    return result


@pytest.mark.parametrize("architecture", SEMANTIC)
def test_onnx_runtime_gives_what_torch_gives(run, tmp_path, architecture):
    model = save_random(tmp_path / "model.lsm", architecture)
    output = run("exportmodel", MODEL=model, OUTPUT=str(tmp_path / "model.onnx"))["OUTPUT"]
    detector = load_detector(model, "cpu")
    for count in (1, 3):
        tiles = tiles_of(count, 64, seed=count)
        wanted = detector.probabilities(tiles.transpose(0, 3, 1, 2).astype(np.float32))
        found = as_in_deepness(output, tiles)
        assert found.shape == (count, 1, 64, 64)
        assert wanted.std() > 0.1  # not one value all over, which anything would match
        np.testing.assert_allclose(found[:, 0], wanted, atol=1e-4)
    assert files_in(tmp_path) == ["model.lsm", "model.onnx"]


def test_chips_of_any_size_and_cells_without_data(run, tmp_path):
    model = save_random(tmp_path / "model.lsm", "unet", chip_size=50)
    output = run("exportmodel", MODEL=model, OUTPUT=str(tmp_path / "model.onnx"))["OUTPUT"]
    tiles = tiles_of(2, 50).astype(np.float32)
    tiles[0, 10:30, 5:25] = np.nan
    tiles[1, 0, 0] = np.inf
    wanted = load_detector(model, "cpu").probabilities(tiles.transpose(0, 3, 1, 2))
    assert np.isfinite(wanted).all()
    np.testing.assert_allclose(as_in_deepness(output, tiles)[:, 0], wanted, atol=1e-4)


def test_deepness_finds_what_it_asks_for(run, tmp_path):
    model = save_random(tmp_path / "model.lsm", "unet", cell_size=2.5, threshold=0.37)
    run("exportmodel", MODEL=model, OUTPUT=str(tmp_path / "model.onnx"))
    session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"), providers=["CPUExecutionProvider"])
    (entry,), (result,) = session.get_inputs(), session.get_outputs()
    assert entry.shape == ["batch", 4, 64, 64]
    assert result.shape == ["batch", 1, 64, 64]
    found = {name: json.loads(text) for name, text in session.get_modelmeta().custom_metadata_map.items()}
    card = found.pop("landslide_toolbox")
    assert (card["architecture"], card["bands"]) == ("unet", list(BANDS))
    assert found == {
        "model_type": "Segmentor",
        "class_names": {"0": "background", "1": "landslide"},
        "resolution": 250.0,
        "tile_size": 64,
        "tiles_size": 64,
        "tiles_overlap": 25,
        "standardization_mean": [0.0, 0.0, 0.0, 0.0],
        "standardization_std": [1.0, 1.0, 1.0, 1.0],
        "seg_thresh": 0.37,
        "seg_small_segment": 3,
    }


def test_an_unknown_cell_size_is_left_out(tmp_path):
    detector = load_detector(save_random(tmp_path / "model.lsm", "unet", cell_size=None), "cpu")
    assert "resolution" not in metadata(detector)


def test_mask_r_cnn_is_refused(refusal, tmp_path, monkeypatch):
    add_architecture(monkeypatch)
    message = refusal("exportmodel", MODEL=save_blobs(tmp_path / "m.lsm"), OUTPUT=str(tmp_path / "m.onnx"))
    assert message == (
        f"MODEL ({tmp_path / 'm.lsm'}) is a blobs, whose outlines Deepness cannot read; choose a network that maps cells, "
        "such as unet_se."
    )
    assert files_in(tmp_path) == ["m.lsm"]


def test_other_files_and_names_are_refused(refusal, tmp_path):
    (tmp_path / "no.lsm").write_text("no model")
    assert "is not a Landslide Toolbox model" in refusal(
        "exportmodel", MODEL=str(tmp_path / "no.lsm"), OUTPUT=str(tmp_path / "m.onnx")
    )
    model = save_random(tmp_path / "model.lsm", "unet")
    assert ".onnx" in refusal("exportmodel", MODEL=model, OUTPUT=str(tmp_path / "model.pt"))


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    model = save_random(tmp_path / "model.lsm", "unet")
    cancelled_run("exportmodel", at=20, MODEL=model, OUTPUT=str(tmp_path / "model.onnx"))
    assert files_in(tmp_path) == ["model.lsm"]
