"""Training and predicting with detectors against the bare passes of the same network, on a GPU when there is one.

    PYTHONPATH=<environment>/site-packages python3 benchmarks/networks.py [--networks unet_se maskrcnn_resnet18]
        [--chip 128] [--chips 32] [--side 1024] [--epochs 2] [--device auto]

Needs neither QGIS nor GDAL. Training: chips per second of the toolbox's epochs (augmentation, mixed precision, clipping)
against forward and backward of one batch that lies on the device. Predicting: tiles per second of a whole scene, blended,
against the forward pass of a batch that lies on the device. Ratio: toolbox over bare pass. Prints rows for RESULTS.md.
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Callable

import numpy as np
import toolbox  # noqa: F401
import torch

from landslide_toolbox.core.detection.chip import Chip
from landslide_toolbox.core.detection.tiling import Tiling
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.detection.card import provisional_card
from landslide_toolbox.models.detection.detector import Detector, build_network
from landslide_toolbox.models.detection.objectives import make_objective
from landslide_toolbox.models.detection.optimization import make_optimizer
from landslide_toolbox.models.detection.precision import MixedPrecision, inference_context
from landslide_toolbox.models.detection.scene import predict_instances, predict_probability
from landslide_toolbox.models.detection.settings import TrainingSettings
from landslide_toolbox.models.detection.trainer import Trainer
from landslide_toolbox.models.detection.training_data import Batch, Batches, KeptChips
from landslide_toolbox.models.device import chosen_device

BANDS = ["blue", "green", "red", "nir"]
PASSES = 5
LEAST_SCORE = 0.9


class Ellipses:
    """Chips with a bright ellipse each on a noisy ground; what training needs of a set of chips."""

    bands, cell_size, description = BANDS, 10.0, {"source": "ellipses"}
    statistics = [{"mean": 3000.0, "std": 500.0, "min": 0.0, "max": 1e4}] * len(BANDS)

    def __init__(self, count: int, size: int):
        self.chip_size = size
        draw = np.random.default_rng(0)
        self._chips = {f"{number}": self._chip(draw) for number in range(count)}

    def names(self, split: str) -> list[str]:
        """Return the names of the train chips; there are no others."""
        return list(self._chips) if split == "train" else []

    def read(self, name: str) -> Chip:
        """Return one chip."""
        return self._chips[name]

    def _chip(self, draw: np.random.Generator) -> Chip:
        rows, columns = np.mgrid[: self.chip_size, : self.chip_size]
        centre, radii = draw.uniform(0.3, 0.7, 2) * self.chip_size, draw.uniform(0.05, 0.15, 2) * self.chip_size
        cells = ((rows - centre[0]) / radii[0]) ** 2 + ((columns - centre[1]) / radii[1]) ** 2 <= 1
        image = draw.normal(3000, 200, (len(BANDS), *cells.shape)) + 1000 * cells
        return Chip(image.astype(np.float32), cells.astype(np.uint8), [cells])


def seconds_of(work: Callable[[], None], device: torch.device) -> float:
    """Return the time of ``work`` with all that the device still has to do when it returns."""
    _wait(device)
    started = time.perf_counter()
    work()
    _wait(device)
    return time.perf_counter() - started


def training(detector: Detector, chips: Ellipses, epochs: int) -> tuple[float, float]:
    """Return chips per second of the toolbox and of bare forward and backward passes; trains the detector's network."""
    network, device = detector.network, detector.device
    settings = TrainingSettings(architecture=detector.card["architecture"], epochs=epochs + 1)
    batches = Batches(chips, KeptChips(chips), chips.names("train"), settings)
    objective = make_objective(settings, 0.03)
    trainer = Trainer(network, objective, batches, lambda should_stop: 0.0, settings, device, print)
    trainer.run_epoch(no_progress, never_stop)  # the first pass also sets the network up
    toolbox_seconds = seconds_of(lambda: [trainer.run_epoch(no_progress, never_stop) for _ in range(epochs)], device)
    batch = next(batches.of_epoch(0, never_stop)).on(device)
    bare_seconds = seconds_of(_bare_steps(network, objective, batch, settings, device, PASSES), device)
    return epochs * batches.chip_count / toolbox_seconds, PASSES * len(batch.images) / bare_seconds


def _bare_steps(
    network: torch.nn.Module, objective: Callable, batch: Batch, settings: TrainingSettings, device: torch.device, count: int
) -> Callable[[], None]:
    optimizer, precision = make_optimizer(settings, network.parameters()), MixedPrecision(device)
    network.train()

    def steps() -> None:
        for _ in range(count):
            optimizer.zero_grad(set_to_none=True)
            with precision.forward():
                loss = objective(network, batch)
            precision.step(loss, optimizer, network.parameters())

    steps()
    return steps


def predicting(detector: Detector, side: int) -> tuple[float, float]:
    """Return tiles per second of the toolbox on a scene in memory, and of bare forward passes."""
    network, device, size = detector.network.eval(), detector.device, detector.chip_size
    tiling = Tiling(side, side, size, 0.25)
    tiles = len(tiling.row_starts) * len(tiling.column_starts)
    scene = np.random.default_rng(0).normal(3000, 500, (len(BANDS), side, side)).astype(np.float32)
    wanted = np.ones((side, side), dtype=bool)

    def read(window):
        place = slice(window.row, window.row + window.height), slice(window.column, window.column + window.width)
        return scene[:, place[0], place[1]], wanted[place]

    def find() -> None:
        if detector.is_instance:
            predict_instances(detector, tiling, read, LEAST_SCORE)
        else:
            predict_probability(detector, tiling, read, lambda values, window: None)

    at_once = max(1, min(tiles, detector.cells_at_once // size**2))
    batch = torch.randn(at_once, len(BANDS), size, size, device=device)
    shown = list(batch) if detector.is_instance else batch.contiguous(memory_format=torch.channels_last)

    def bare() -> None:
        with torch.inference_mode(), inference_context(device):
            for _ in range(-(-tiles // at_once)):
                network(shown)

    bare()
    bare_seconds = seconds_of(bare, device)
    return tiles / seconds_of(find, device), -(-tiles // at_once) * at_once / bare_seconds


def name_of(device: torch.device) -> str:
    """Return what the device is called."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores" if device.type == "cpu" else f"{device.type}, {model}"


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--networks", nargs="+", default=["unet_se", "maskrcnn_resnet18"])
    options.add_argument("--chip", type=int, default=128)
    options.add_argument("--chips", type=int, default=32)
    options.add_argument("--side", type=int, default=1024)
    options.add_argument("--epochs", type=int, default=2)
    options.add_argument("--device", default="auto")
    chosen = options.parse_args()
    device = chosen_device(chosen.device)
    if {"osgeo", "qgis"} & set(sys.modules):
        raise SystemExit("GDAL or QGIS was imported, which a server that only computes may lack.")
    chips = Ellipses(chosen.chips, chosen.chip)
    print("| device | network | chip | training, chips/s | bare | ratio | predicting, tiles/s | bare | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for architecture in chosen.networks:
        settings = TrainingSettings(architecture=architecture)
        detector = Detector(build_network(architecture, len(BANDS), 0), provisional_card(chips, settings), device)
        rows = training(detector, chips, chosen.epochs), predicting(detector, chosen.side)
        cells = (f"{whole:.1f} | {bare:.1f} | {whole / bare:.2f}" for whole, bare in rows)
        print(f"| {name_of(device)} | `{architecture}` | {chosen.chip} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
