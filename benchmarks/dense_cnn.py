"""The patch CNN over a raster: dense and exact, against cutting patches into batches.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/dense_cnn.py

Twelve factors in 27 encoded columns, window 9. The other way encodes the raster once too, then cuts every cell's patch with a
sliding window and runs the same network on batches of 1024 in the layout that suits it best, on as many threads. Best of
several turns, taken alternately.
"""

import argparse
import time

import numpy as np
import toolbox  # noqa: F401
import torch

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.models.device import chosen_device
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.network_model import NetworkModel, as_batch
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn

WINDOW = 9
BATCH = 1024
CONTINUOUS = 10


def factor_values(side: int) -> tuple[list[Factor], np.ndarray]:
    """Return ten continuous factors, aspect and lithology of 15 classes, (factors, side, side)."""
    random = np.random.default_rng(0)
    factors = [Factor(f"factor_{number}") for number in range(CONTINUOUS)]
    factors += [Factor("aspect", CIRCULAR), Factor("lithology", CATEGORICAL)]
    values = random.normal(size=(len(factors), side, side)).astype(np.float32)
    values[-2] = random.uniform(0, 360, (side, side))
    values[-1] = random.integers(1, 16, (side, side))
    return factors, values


def made_model(factors: list[Factor], values: np.ndarray, device: torch.device) -> NetworkModel:
    encoder = FactorEncoder.fit(factors, values.reshape(len(factors), -1).T)
    torch.manual_seed(0)
    network = PatchCnn(len(encoder.columns), WINDOW)
    with torch.no_grad():  # norms as after training, scaling up and down
        for norm in (network.features.first_norm, network.features.second_norm):
            norm.weight.normal_()
            norm.running_var.uniform_(0.5, 2)
        network.output.weight.mul_(100)
    return NetworkModel({"architecture": "cnn", "window": WINDOW}, encoder, network, device)


def by_patches(model: NetworkModel, values: np.ndarray) -> np.ndarray:
    """Return probabilities (rows, columns) the way most tools compute them."""
    encoded = model.encoder.encode(values)
    patches = np.lib.stride_tricks.sliding_window_view(encoded, (WINDOW, WINDOW), axis=(1, 2))
    rows, columns = patches.shape[1:3]
    cells = np.arange(rows * columns)
    found = np.empty(rows * columns, dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(cells), BATCH):
            row, column = np.divmod(cells[start : start + BATCH], columns)
            found[start : start + BATCH] = torch.sigmoid(model.network(as_batch(patches[:, row, column], model.device))).cpu()
    return found.reshape(rows, columns)


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=256, help="cells a side of the raster")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda", "mps"])
    options = parser.parse_args()
    device = chosen_device(options.device)
    factors, values = factor_values(options.size + WINDOW - 1)
    model = made_model(factors, values, device)
    part = values[:, : options.size // 4 + WINDOW - 1]  # patches are slow: a quarter of the raster tells their rate
    difference = np.abs(model.predict_raster(part) - by_patches(model, part)).max()
    turns = [
        (seconds(lambda: model.predict_raster(values)), seconds(lambda: by_patches(model, part))) for _ in range(options.turns)
    ]
    dense = options.size**2 / min(turn[0] for turn in turns)
    patches = options.size // 4 * options.size / min(turn[1] for turn in turns)
    name = torch.cuda.get_device_name() if device.type == "cuda" else f"{torch.get_num_threads()} threads"
    print(f"device                {device.type}, {name}")
    print(f"patches in batches    {patches:,.0f} cells/s")
    print(f"dense                 {dense:,.0f} cells/s")
    print(f"ratio                 {dense / patches:.1f}")
    print(f"largest difference    {difference:.1e} (probabilities {model.predict_raster(part).std():.2f} apart)")


if __name__ == "__main__":
    main()
