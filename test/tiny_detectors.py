"""Detectors whose answer is known: real torch modules wrapped and saved as trained networks are."""

import torch
from torch import nn

from landslide_toolbox.models.detection import networks
from landslide_toolbox.models.detection.detector import Detector, save_detector
from landslide_toolbox.models.detection.networks import Architecture


class OneBand(nn.Module):
    """Logit = gain · (normalised first band) + offset: a cell's probability depends on its own first band alone."""

    def __init__(self, gain=1.0, offset=0.0):
        super().__init__()
        self.gain = nn.Parameter(torch.tensor(float(gain)))
        self.offset = nn.Parameter(torch.tensor(float(offset)))

    def forward(self, tiles):
        return self.gain * tiles[:, 0] + self.offset


def card_of(architecture="one_band", bands=("red",), chip_size=32, cell_size=10.0, threshold=0.5, mean=0.0, deviation=1.0):
    statistics = [{"mean": mean, "std": deviation, "min": mean - deviation, "max": mean + deviation} for _ in bands]
    card = {"architecture": architecture, "bands": list(bands), "statistics": statistics, "cell_size": cell_size}
    return card | {"chip_size": chip_size, "threshold": threshold}


def add_architecture(monkeypatch):
    """Let model files name the architecture ``one_band`` during a test."""
    monkeypatch.setitem(networks.ARCHITECTURES, "one_band", Architecture(lambda bands: OneBand(), False, 1))


def one_band_detector(gain=1.0, offset=0.0, **card):
    return Detector(OneBand(gain, offset), card_of(**card), torch.device("cpu"))


def save_one_band(path, gain=1.0, offset=0.0, **card):
    """Write a model file (needs ``add_architecture`` to be read) and return its path as text."""
    save_detector(path, OneBand(gain, offset), card_of(**card))
    return str(path)
