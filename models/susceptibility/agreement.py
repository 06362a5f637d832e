"""Networks on a GPU are held against the processor before anybody believes their maps."""

from copy import deepcopy

import torch

from ...core.errors import InputError
from .dense_cnn import DensePatchCnn

FARTHEST = 1e-4
"""How far probabilities of two devices may be apart; rounding takes a tenth of that, and what is wrong is wrong by more."""
SIDE = 3
"""Cells a side of the raster that is predicted on both."""


def check_agreement(
    network: torch.nn.Module, dense: DensePatchCnn | None, columns: int, window: int, device: torch.device
) -> None:
    """Raise InputError unless a network in evaluation mode predicts on its device what it predicts on the processor.

    Systems, drivers and versions of PyTorch have computed convolutions wrongly without a word, above all on Apple's GPUs
    (PyTorch's issues 141471, 192212 and 197114), and lack operations there that others have. ``dense`` is the network made
    ready for whole rasters, where there is one; ``columns`` and ``window`` are the shape of its patches.
    """
    side = SIDE + window - 1
    raster = torch.randn(columns, side, side, generator=torch.Generator().manual_seed(0))
    patches = raster.unfold(1, window, 1).unfold(2, window, 1).permute(1, 2, 0, 3, 4).flatten(0, 1).contiguous()
    with torch.inference_mode():
        expected = torch.sigmoid(deepcopy(network).cpu()(patches))
        try:
            logits = [network(patches.to(device))]
            if dense is not None:
                logits.append(dense.logits(raster.to(device)).flatten())
            found = [torch.sigmoid(part).cpu() for part in logits]
        except RuntimeError as problem:
            reason = str(problem).partition("\n")[0].rstrip(".")
            raise InputError("DEVICE", device.type, f"cannot compute this network ({reason}); choose cpu") from problem
    gap = max(float((part - expected).abs().max()) for part in found)
    if not gap <= FARTHEST:
        raise InputError(
            "DEVICE",
            device.type,
            f"computes this network wrongly, by {gap:.2g} of a probability; choose cpu, or update the system and PyTorch",
        )
