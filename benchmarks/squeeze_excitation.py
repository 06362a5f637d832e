"""Networks with squeeze-and-excitation against the same networks without, over several seeds, on the test chips.

    PYTHONPATH=<environment>/site-packages:/usr/lib/python3/dist-packages /usr/bin/python3 benchmarks/squeeze_excitation.py
        CHIPS TABLE.csv [--pairs unet vgg13 resnet18] [--seeds 0 1 2] [--epochs 12] [--device auto]

CHIPS is a folder made by landslide:createtrainingchips. Each training adds a row to TABLE.csv; what is there already is not
trained again, so that a run can be stopped and go on. Prints mean and standard deviation over the seeds as a table.
"""

import argparse
import csv
import time
from collections import defaultdict
from functools import partial
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401
import torch

from landslide_toolbox.core.detection.chips import ChipSet, open_chips
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.models.detection.networks import ARCHITECTURES, Architecture
from landslide_toolbox.models.detection.networks.resnet import ResNet18
from landslide_toolbox.models.detection.networks.vgg import VGG13
from landslide_toolbox.models.detection.settings import settings_of
from landslide_toolbox.models.detection.starting_weights import random_start
from landslide_toolbox.models.detection.training import train_detector
from landslide_toolbox.models.device import chosen_device

MEASURES = ("iou", "kappa", "f1")
COLUMNS = ("network", "seed", "epochs", "seconds", *MEASURES)
# the toolbox offers these two with squeeze-and-excitation only
ARCHITECTURES["vgg13"] = Architecture(partial(VGG13, squeeze=False), is_instance=False, multiple=16)
ARCHITECTURES["resnet18"] = Architecture(partial(ResNet18, squeeze=False), is_instance=False, multiple=32)


def trained(chips: ChipSet, network: str, seed: int, epochs: int, device: torch.device) -> dict:
    """Train once and return a row of the table, with the measures on the test chips."""
    settings = settings_of("standard", {"architecture": network, "seed": seed, "epochs": epochs, "patience": 0})
    started = time.monotonic()
    start = random_start(network, chips.bands, seed)
    result = train_detector(chips, settings, start, device, no_progress, never_stop, print)
    measures = result.detector.card["metrics"]["test"]
    row = {"network": network, "seed": seed, "epochs": epochs, "seconds": round(time.monotonic() - started)}
    return row | {name: measures[name] for name in MEASURES}


def rows_of(path: Path) -> list[dict]:
    """Return the rows of a table, none when there is no such file."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def add_row(path: Path, row: dict) -> None:
    """Append a row to a table, with the header before the first."""
    is_new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        if is_new:
            writer.writeheader()
        writer.writerow(row)


def print_table(rows: list[dict]) -> None:
    """Print mean ± standard deviation over the seeds, network by network."""
    by_network = defaultdict(list)
    for row in rows:
        by_network[row["network"]].append([float(row[name]) for name in MEASURES])
    print("| network | seeds | IoU | kappa | F1 |\n| --- | --- | --- | --- | --- |")
    for network, values in by_network.items():
        mean, deviation = (
            np.mean(values, axis=0),
            np.std(values, axis=0, ddof=1) if len(values) > 1 else np.zeros(len(MEASURES)),
        )
        cells = (f"{m:.3f} ± {d:.3f}" for m, d in zip(mean, deviation, strict=True))
        print(f"| `{network}` | {len(values)} | {' | '.join(cells)} |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("chips")
    options.add_argument("table", type=Path)
    options.add_argument("--pairs", nargs="+", default=["unet", "vgg13", "resnet18"], choices=["unet", "vgg13", "resnet18"])
    options.add_argument("--seeds", nargs="+", type=int, default=[0, 1, 2])
    options.add_argument("--epochs", type=int, default=12)
    options.add_argument("--device", default="auto")
    chosen = options.parse_args()
    chips, device = open_chips(chosen.chips), chosen_device(chosen.device)
    for seed in chosen.seeds:
        for network in (name for pair in chosen.pairs for name in (pair, f"{pair}_se")):
            done = {(row["network"], row["seed"], row["epochs"]) for row in rows_of(chosen.table)}
            if (network, str(seed), str(chosen.epochs)) not in done:
                add_row(chosen.table, trained(chips, network, seed, chosen.epochs, device))
    print_table(rows_of(chosen.table))


if __name__ == "__main__":
    main()
