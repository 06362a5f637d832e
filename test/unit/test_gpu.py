"""A GPU gives what the processor gives. Needs neither QGIS nor GDAL; what needs CUDA is skipped where there is none."""

import numpy as np
import pytest
from test_susceptibility_models import fitted, raw_values

from landslide_toolbox.models.device import chosen_device
from landslide_toolbox.models.susceptibility.settings import DEFAULTS, NETWORK
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model

torch = pytest.importorskip("torch")
needs_cuda = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
NETWORKS = [name for name, settings in DEFAULTS.items() if settings.family == NETWORK]


@pytest.fixture
def rounding():
    """Both kinds of multiplications round to TF32 until the test ends."""
    kinds = torch.backends.cudnn, torch.backends.cuda.matmul
    before = [kind.allow_tf32 for kind in kinds]
    for kind in kinds:
        kind.allow_tf32 = True
    yield
    for kind, allowed in zip(kinds, before, strict=True):
        kind.allow_tf32 = allowed


def test_cuda_computes_with_all_bits_of_float32(monkeypatch, rounding):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert chosen_device("cpu").type == "cpu"
    assert torch.backends.cudnn.allow_tf32
    assert chosen_device("auto").type == "cuda"
    assert not torch.backends.cudnn.allow_tf32
    assert not torch.backends.cuda.matmul.allow_tf32


@needs_cuda
@pytest.mark.parametrize("architecture", NETWORKS)
def test_maps_and_explanations_of_gpu_and_processor_agree(architecture, tmp_path):
    from landslide_toolbox.models.explanation.explainer import build_explainer

    save_susceptibility_model(tmp_path / "model.lsm", fitted(architecture))
    models = [load_susceptibility_model(tmp_path / "model.lsm", device) for device in ("cpu", "cuda")]
    window = models[0].window
    raster = raw_values((40 + window, 40 + window), 3)
    indices = [model.predict_raster(raster) for model in models]
    assert indices[0].std() > 1e-3
    np.testing.assert_allclose(indices[1], indices[0], atol=1e-4)
    patches = raw_values((60, window, window), 7).transpose(1, 0, 2, 3)
    shares = [build_explainer(model, patches[:20]).explain(patches[20:]).contributions for model in models]
    np.testing.assert_allclose(shares[1], shares[0], atol=1e-3)
