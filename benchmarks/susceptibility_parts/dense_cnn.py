"""The patch CNN over a raster: dense and exact, against cutting patches into batches. Needs neither QGIS nor GDAL.

Twelve factors in 27 encoded columns, window 9. The other way encodes the raster once too, then cuts every cell's patch with a
sliding window and runs the same network on batches, on as many threads: as PyTorch lays them out, which is what one would run
instead, and with columns innermost, which is how the toolbox itself computes patches. On a GPU the encoded raster is brought
there once and the patches are cut there, in batches that keep it busy.
"""

from copy import deepcopy
from functools import partial

import numpy as np
import toolbox  # noqa: F401
import torch
from timing import Row, at_least, at_most, best_of_turns

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.models.device import chosen_device
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.network_model import NetworkModel
from landslide_toolbox.models.susceptibility.patch_cnn import PatchCnn

WINDOW = 9
BATCH, BATCH_OF_GPU = 1024, 16_384
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


def by_patches(model: NetworkModel, values: np.ndarray, network: torch.nn.Module, layout: torch.memory_format) -> np.ndarray:
    """Return probabilities (rows, columns) the way most tools compute them, with patches and network in a layout."""
    encoded = model.encoder.encode(values)
    if model.device.type == "cpu":
        patches, batch_size = np.lib.stride_tricks.sliding_window_view(encoded, (WINDOW, WINDOW), axis=(1, 2)), BATCH
    else:
        there = torch.from_numpy(encoded).to(model.device)
        patches, batch_size = there.unfold(1, WINDOW, 1).unfold(2, WINDOW, 1), BATCH_OF_GPU
    rows, columns = patches.shape[1:3]
    cells = np.arange(rows * columns)
    found = np.empty(rows * columns, dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(cells), batch_size):
            row, column = np.divmod(cells[start : start + batch_size], columns)
            batch = torch.as_tensor(patches[:, row, column]).transpose(0, 1).contiguous(memory_format=layout)
            found[start : start + batch_size] = torch.sigmoid(network(batch)).cpu()
    return found.reshape(rows, columns)


def measure(size: int, turns: int, device_name: str) -> list[Row]:
    """Return the ratio of the rates over ``size``² cells and the largest difference of the probabilities."""
    device = chosen_device(device_name)
    factors, values = factor_values(size + WINDOW - 1)
    model = made_model(factors, values, device)
    part = values[:, : size // 4 + WINDOW - 1]  # patches are slow: a quarter of the raster tells their rate
    plain = torch.contiguous_format, deepcopy(model.network).to(memory_format=torch.contiguous_format)
    innermost = torch.channels_last, model.network
    rates = []
    for layout, network in (plain, innermost):
        cut = partial(by_patches, model, part, network, layout)
        difference = float(np.abs(model.predict_raster(part) - cut()).max())
        dense, patches = best_of_turns(lambda: model.predict_raster(values), cut, turns)
        rates.append((size**2 / dense, size // 4 * size / patches))
    name = torch.cuda.get_device_name() if device.type == "cuda" else f"{torch.get_num_threads()} threads"
    spread = model.predict_raster(part).std()
    rows = [
        at_least(
            f"CNN: dense over patch batches ({device.type})",
            rates[0][0] / rates[0][1],
            10,
            f"{rates[0][0]:,.0f} against {rates[0][1]:,.0f} cells/s on {name}",
        ),
        at_least(
            "CNN: the same, patches with columns innermost",
            rates[1][0] / rates[1][1],
            1,
            f"{rates[1][0]:,.0f} against {rates[1][1]:,.0f} cells/s",
        ),
        at_most("CNN: difference of probabilities", difference, 1e-5, f"probabilities spread by {spread:.2f}"),
    ]
    if device.type != "cpu":
        on_processor = made_model(factors, values, torch.device("cpu")).predict_raster(part)
        difference = float(np.abs(model.predict_raster(part) - on_processor).max())
        rows.append(at_most(f"CNN: {device.type} against processor", difference, 1e-4, f"probabilities spread by {spread:.2f}"))
    return rows
