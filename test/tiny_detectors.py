"""Detectors whose answer is known: real torch modules wrapped and saved as trained networks are."""

import numpy as np
import torch
from scipy import ndimage
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


class Blobs(nn.Module):
    """Instances are the connected groups of positive cells of the first band, each with its mean as score: what Mask R-CNN
    would find if it made no mistakes, in torchvision's convention."""

    def forward(self, tiles):
        return [self._blobs(tile[0].numpy()) for tile in tiles]

    def _blobs(self, values):
        labels, count = ndimage.label(values > 0)
        masks = np.stack([labels == number for number in range(1, count + 1)]) if count else np.zeros((0, *values.shape), bool)
        scores = np.array([values[mask].mean() for mask in masks], np.float32)
        boxes = np.array([_box(mask) for mask in masks], np.float32).reshape(-1, 4)
        arrays = {"masks": masks[:, np.newaxis].astype(np.float32), "scores": scores, "boxes": boxes}
        return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _box(mask):
    rows, columns = np.nonzero(mask)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def card_of(architecture="one_band", bands=("red",), chip_size=32, cell_size=10.0, threshold=0.5, mean=0.0, deviation=1.0):
    statistics = [{"mean": mean, "std": deviation, "min": mean - deviation, "max": mean + deviation} for _ in bands]
    card = {"architecture": architecture, "bands": list(bands), "statistics": statistics, "cell_size": cell_size}
    return card | {"chip_size": chip_size, "threshold": threshold}


def add_architecture(monkeypatch):
    """Let model files name the architectures ``one_band`` and ``blobs`` during a test."""
    monkeypatch.setitem(networks.ARCHITECTURES, "one_band", Architecture(lambda bands: OneBand(), False, 1))
    monkeypatch.setitem(networks.ARCHITECTURES, "blobs", Architecture(lambda bands: Blobs(), True, 1))


def one_band_detector(gain=1.0, offset=0.0, **card):
    return Detector(OneBand(gain, offset), card_of(**card), torch.device("cpu"))


def blob_detector(**card):
    return Detector(Blobs(), card_of("blobs", **card), torch.device("cpu"))


def save_blobs(path, **card):
    """Write a model file of ``Blobs`` and return its path as text."""
    save_detector(path, Blobs(), card_of("blobs", **card))
    return str(path)


def save_one_band(path, gain=1.0, offset=0.0, **card):
    """Write a model file (needs ``add_architecture`` to be read) and return its path as text."""
    save_detector(path, OneBand(gain, offset), card_of(**card))
    return str(path)
