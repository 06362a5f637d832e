"""A GPU gives what the processor gives. Needs neither QGIS nor GDAL; what needs CUDA is skipped where there is none."""

import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest
import xgboost
from test_susceptibility_models import fitted, raw_values, training_data
from tiny_detectors import card_of
from toolbox import ROOT

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models import device
from landslide_toolbox.models.detection.detector import Detector, build_network
from landslide_toolbox.models.device import chosen_device
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.settings import DEFAULTS, NETWORK
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model

torch = pytest.importorskip("torch")
needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
NETWORKS = [name for name, settings in DEFAULTS.items() if settings.family == NETWORK]


CHOICES = [
    "torch.set_float32_matmul_precision('medium')",
    "torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = True",
]
CHOICES_SINCE_2_9 = [
    "torch.backends.fp32_precision = 'tf32'",
    "torch.backends.cudnn.fp32_precision = 'tf32'",
    "torch.backends.cuda.matmul.fp32_precision = torch.backends.cudnn.conv.fp32_precision = 'tf32'",
]
"""Ways in which another plugin may have asked for fewer bits."""


def test_cuda_computes_with_all_bits_of_float32():
    """In a process of its own, because some choices cannot be taken back."""
    code = f"""
import toolbox, torch
from landslide_toolbox.models import device
torch.cuda.is_available = lambda: True
device._check_that_it_computes = lambda kind, name: None
has_kinds = hasattr(torch.backends.cudnn, "conv")
for choice in ({CHOICES_SINCE_2_9} if has_kinds else []) + {CHOICES}:
    exec(choice)
    assert device.chosen_device("cpu").type == "cpu"
    assert choice != {CHOICES[-1]!r} or torch.backends.cudnn.allow_tf32
    assert device.chosen_device("auto").type == "cuda"
    assert not torch.backends.cudnn.allow_tf32 and not torch.backends.cuda.matmul.allow_tf32, choice
    assert torch.get_float32_matmul_precision() == "highest", choice
    assert not has_kinds or torch.backends.cudnn.conv.fp32_precision == torch.backends.cuda.matmul.fp32_precision == "ieee"
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_gpu_that_torch_was_not_built_for_is_refused_in_one_sentence(monkeypatch):
    def ones(*size, device):
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device\nCompile with …")

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch, "ones", ones)
    assert chosen_device("cpu").type == "cpu"
    with pytest.raises(
        InputError, match=r"DEVICE \(auto\) finds a GPU \(cuda\) .*\(CUDA error: no kernel image.*device\); choose cpu"
    ):
        chosen_device("auto")


def test_a_device_that_is_not_there_is_refused(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    assert chosen_device("auto").type == "cpu"
    for name in ("cuda", "mps"):
        with pytest.raises(InputError, match=rf"DEVICE \({name}\) is not available on this computer; choose auto or cpu"):
            chosen_device(name)


def test_xgboost_computes_on_the_processor_whatever_the_computer_has(monkeypatch):
    """A GPU adds up and draws in its own way, and the same seed would make another model there."""
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(device, "_check_that_it_computes", lambda kind, name: None)
    train, asked = xgboost.train, []
    monkeypatch.setattr(xgboost, "train", lambda options, *data, **more: asked.append(options) or train(options, *data, **more))
    model = fit(training_data(1), DEFAULTS["xgboost"].changed(trees=3), None, no_progress, never_stop).model
    assert asked[0].get("device", "cpu") == model.device == "cpu"


@needs_cuda
@pytest.mark.parametrize("architecture", NETWORKS)
def test_maps_and_explanations_of_gpu_and_processor_agree(architecture, tmp_path):
    from landslide_toolbox.models.explanation.explainer import build_explainer

    save_susceptibility_model(tmp_path / "model.lsm", fitted(architecture))
    models = [load_susceptibility_model(tmp_path / "model.lsm", name) for name in ("cpu", "cuda")]
    window = models[0].window
    raster = raw_values((40 + window, 40 + window), 3)
    indices = [model.predict_raster(raster) for model in models]
    assert indices[0].std() > 1e-3
    np.testing.assert_allclose(indices[1], indices[0], atol=1e-4)
    patches = raw_values((60, window, window), 7).transpose(1, 0, 2, 3)
    shares = [build_explainer(model, patches[:20]).explain(patches[20:]).contributions for model in models]
    np.testing.assert_allclose(shares[1], shares[0], atol=1e-3)


@needs_cuda
@pytest.mark.parametrize("architecture", NETWORKS)
def test_what_a_gpu_learnt_says_the_same_on_the_processor(architecture, tmp_path):
    settings = DEFAULTS[architecture].changed(epochs=2, batch_size=32, device="cuda")
    data = training_data(settings.window)
    model = fit(data, settings, data, no_progress, never_stop).model
    save_susceptibility_model(tmp_path / "model.lsm", model)
    loaded = load_susceptibility_model(tmp_path / "model.lsm", "cpu")
    np.testing.assert_allclose(loaded.predict_patches(data.patches), model.predict_patches(data.patches), atol=1e-4)


@needs_cuda
def test_detectors_on_a_gpu_and_the_processor_agree():
    tiles = np.random.default_rng(0).normal(size=(3, 2, 64, 64)).astype(np.float32)
    card = card_of("unet_se", bands=("red", "nir"), chip_size=64)
    detectors = [Detector(build_network("unet_se", 2, 0), card, chosen_device(name)) for name in ("cpu", "cuda")]
    found = [detector.probabilities(tiles) for detector in detectors]
    assert found[0].std() > 1e-4
    np.testing.assert_allclose(found[1], found[0], atol=1e-3)


def ran(name, folder, before="", **changes):
    """Run a script of docs/how_to/gpu.md in a folder, with words in it changed, and return what it printed."""
    page = (ROOT / "docs" / "how_to" / "gpu.md").read_text(encoding="utf-8")
    script = re.search(rf"```python\n# {name}.py\n(.*?)```", page, re.DOTALL)[1]
    for word, value in changes.items():
        script, count = re.subn(rf"{word}=\d+", f"{word}={value}", script)
        assert count == 1
    code = f"import sys\n{before}\nimport toolbox\n{script}"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_the_documents_cut_at_the_desk(tmp_path):
    pytest.importorskip("osgeo", reason="GDAL is not here")
    from susceptibility_support import factor_values, write_samples, write_stack

    values, count = factor_values(), 200
    write_stack(tmp_path / "factors.tif", values)
    nothing = np.zeros(count, int)
    write_samples(tmp_path / "samples.gpkg", values, count, block=nothing, fold=nothing, draw=np.arange(count) % 2 + 1)
    ran("patches", tmp_path)
    cut = np.load(tmp_path / "samples.npz")
    assert cut["patches"].shape == (count, 3, 9, 9)
    assert len(np.unique(cut["block"])) > 1  # squares were laid
    assert set(cut["draw"].tolist()) == {1, 2}
    assert len(json.loads(str(cut["factors"]))) == 3 and cut["cell_size"] == 30


def test_what_the_documents_train_on_a_server_without_gis_does(tmp_path):
    data = training_data(9, 120)
    factors = json.dumps([factor.to_json() for factor in data.factors])
    arrays = {name: getattr(data, name) for name in ("patches", "landslide", "landslide_id", "fold", "block")}
    arrays |= {"draw": 1 - data.landslide, "is_test": data.block > 7}
    np.savez(tmp_path / "samples.npz", factors=factors, cell_size=10.0, **arrays)
    printed = ran("train", tmp_path, "sys.modules['osgeo'] = None", epochs=1)
    assert "spatial_cv {'auc': " in printed and "test_split {'auc': " in printed
    assert load_susceptibility_model(tmp_path / "cnn.lsm", "cpu").card["cell_size"] == 10
