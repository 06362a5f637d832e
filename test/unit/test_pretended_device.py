"""Networks learn, predict and explain on a device that is not the processor, and every tensor is where it must be."""

import copy

import numpy as np
import pytest
import torch
from detection_support import MemoryChips
from pretended_device import DEVICE, PretendedDevice, WrongDevice
from test_susceptibility_models import raw_values, training_data

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.detection import detector as detection
from landslide_toolbox.models.detection.card import provisional_card
from landslide_toolbox.models.detection.checkpoint import read_checkpoint, write_checkpoint
from landslide_toolbox.models.detection.networks import ARCHITECTURES
from landslide_toolbox.models.detection.objectives import make_objective
from landslide_toolbox.models.detection.settings import AUGMENTATIONS, TrainingSettings
from landslide_toolbox.models.detection.trainer import Trainer
from landslide_toolbox.models.detection.training_data import Batches, KeptChips
from landslide_toolbox.models.explanation.explainer import NetworkExplainer, build_explainer
from landslide_toolbox.models.susceptibility import network_fitting, network_model
from landslide_toolbox.models.susceptibility.dense_cnn import DensePatchCnn
from landslide_toolbox.models.susceptibility.dense_cnn_processor import DensePatchCnnOnProcessor
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.network_model import NetworkModel
from landslide_toolbox.models.susceptibility.settings import DEFAULTS, NETWORK
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model
from landslide_toolbox.models.susceptibility.volume_cnn import VolumeFeatures

pytestmark = pytest.mark.filterwarnings("ignore:for .* copying from a non-meta parameter")  # but it is copied
NETWORKS = [name for name, settings in DEFAULTS.items() if settings.family == NETWORK]
DENSE = {"cnn", "cnn_2d", "hybrid_cnn"}


def test_the_pretended_device_has_values_and_refuses_what_a_real_one_would():
    here = torch.ones(3)
    with PretendedDevice():
        away = here.to(DEVICE)
        assert (away + 1).device.type == DEVICE.type
        assert (away + torch.tensor(1.0)).sum().item() == (away + torch.full((3,), 1.0, device=DEVICE)).sum().item() == 6
        assert away[torch.tensor([0, 2])].cpu().tolist() == [1, 1]
        for wrong in (
            away.double,
            lambda: away + here,
            lambda: here.index_select(0, away.long()),
            lambda: here[away.bool()],
        ):
            with pytest.raises(WrongDevice):
                wrong()
        with pytest.raises(RuntimeError, match="numpy"):
            away.numpy()


def taught(architecture, device, monkeypatch):
    """Return a model that was trained, with early stopping, on a device."""
    for module in (network_fitting, network_model):
        monkeypatch.setattr(module, "chosen_device", lambda name: device)
    settings = DEFAULTS[architecture]
    settings = settings.changed(epochs=2, batch_size=32, learning_rate=1e-3, augment=settings.window % 2 == 1, members=2)
    settings = settings.changed(hidden_factors=0.2, factor_shift=0.3)
    data = training_data(settings.window, 64)
    return fit(data, settings, data, no_progress, never_stop).model


@pytest.mark.parametrize("architecture", NETWORKS)
def test_susceptibility_networks_learn_map_and_explain_on_a_device_as_on_the_processor(architecture, tmp_path, monkeypatch):
    near = taught(architecture, torch.device("cpu"), monkeypatch)
    raster = raw_values((11 + near.window, 12 + near.window), 3)
    patches = raw_values((20, near.window, near.window), 7).transpose(1, 0, 2, 3)
    explained = build_explainer(near.members[0], patches[:8]).explain(patches[8:])
    with PretendedDevice():
        trained = taught(architecture, DEVICE, monkeypatch)
        save_susceptibility_model(tmp_path / "model.lsm", trained)
        away = load_susceptibility_model(tmp_path / "model.lsm")
        member = away.members[0]
        assert away.device == DEVICE
        assert type(member._dense) is (DensePatchCnn if architecture in DENSE else type(None))
        np.testing.assert_allclose(away.predict_raster(raster), near.predict_raster(raster), atol=1e-6)
        np.testing.assert_allclose(away.predict_patches(patches), near.predict_patches(patches), atol=1e-6)
        explainer = build_explainer(member, patches[:8])
        contributions = explainer.explain(patches[8:]).contributions
    assert type(explainer) is NetworkExplainer
    assert (type(near.members[0]._dense) is DensePatchCnnOnProcessor) == (architecture in DENSE)
    assert near.predict_patches(patches).std() > 1e-4 and explained.contributions.std() > 1e-4
    np.testing.assert_allclose(contributions, explained.contributions, atol=1e-4)


@pytest.mark.parametrize(
    ("architecture", "loss"),
    [(name, "dice_focal") for name in ARCHITECTURES if name != "maskrcnn_resnet50"] + [("unet", "focal"), ("unet", "bce")],
)
def test_detectors_learn_go_on_and_predict_on_a_device_as_on_the_processor(architecture, loss, tmp_path, monkeypatch):
    monkeypatch.setitem(detection.CELLS_AT_ONCE, DEVICE.type, 1 << 20)
    chips = MemoryChips(size=64, counts=(3, 0, 0))
    names = chips.names("train")
    settings = TrainingSettings(architecture=architecture, loss=loss, batch_size=2, epochs=2, augmentation=AUGMENTATIONS)
    tiles = np.stack([chips.read(name).image[:, :60, :50] for name in names])

    def outcome(device):
        network = detection.build_network(architecture, len(chips.bands), 0)
        detector = detection.Detector(network, provisional_card(chips, settings), device)
        batches = Batches(chips, KeptChips(chips), names, settings)
        trainer = Trainer(network, make_objective(settings, 0.1), batches, lambda stop: 0.5, settings, device, print)
        trainer.run_epoch(no_progress, never_stop)
        write_checkpoint(tmp_path / device.type, "", trainer.state())
        trainer.restore(read_checkpoint(tmp_path / device.type, ""))
        trainer.run_epoch(no_progress, never_stop)
        network.eval()
        return [record.loss for record in trainer.history], detector.probabilities(tiles)

    losses, probabilities = outcome(torch.device("cpu"))
    with PretendedDevice():
        losses_away, probabilities_away = outcome(DEVICE)
    assert losses_away == pytest.approx(losses, rel=1e-4)
    assert probabilities.std() > 1e-4
    np.testing.assert_allclose(probabilities_away, probabilities, atol=1e-4)


@pytest.mark.parametrize(
    ("architecture", "place"),
    [
        ("cnn", (DensePatchCnn, "_block")),
        ("cnn_2d", (DensePatchCnn, "_block")),
        ("multiscale_cnn_3d", (VolumeFeatures, "forward")),
    ],
)
def test_a_device_that_computes_wrongly_is_refused(architecture, place, monkeypatch):
    model = taught(architecture, torch.device("cpu"), monkeypatch).members[0]
    right = getattr(*place)

    def wrong(self, values):
        return right(self, values) + (0.05 if values.device == DEVICE else 0)

    with PretendedDevice():
        NetworkModel(model.card, model.encoder, copy.deepcopy(model.network), DEVICE)
        monkeypatch.setattr(*place, wrong)
        with pytest.raises(InputError, match=r"DEVICE \(meta\) computes this network wrongly, by 0.0.* choose cpu, or update"):
            NetworkModel(model.card, model.encoder, model.network, DEVICE)


def test_a_device_that_computes_wrongly_is_refused_before_anything_is_learnt(monkeypatch):
    right = VolumeFeatures.forward
    monkeypatch.setattr(VolumeFeatures, "forward", lambda self, values: right(self, values) + 0.05 * (values.device == DEVICE))
    monkeypatch.setattr(network_fitting, "_trained_epoch", lambda *given: pytest.fail("it learnt"))
    with PretendedDevice(), pytest.raises(InputError, match=r"DEVICE \(meta\) computes this network wrongly"):
        taught("cnn_3d", DEVICE, monkeypatch)


def test_a_device_that_lacks_an_operation_is_refused(monkeypatch):
    model = taught("cnn_3d", torch.device("cpu"), monkeypatch).members[0]

    right = torch.nn.MaxPool3d.forward

    def lacks(self, values):
        if values.device != DEVICE:
            return right(self, values)
        raise NotImplementedError("The operator 'aten::max_pool3d_with_indices' is not implemented for it.\nAs a fix, set …")

    with PretendedDevice():
        monkeypatch.setattr(torch.nn.MaxPool3d, "forward", lacks)
        with pytest.raises(InputError, match="DEVICE .*cannot compute this network .*max_pool3d.*; choose cpu.$"):
            NetworkModel(model.card, model.encoder, model.network, DEVICE)
