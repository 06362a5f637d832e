"""Where torch computes."""

from typing import TYPE_CHECKING

from ..core.errors import InputError

if TYPE_CHECKING:
    import torch

DEVICES = ("auto", "cpu", "cuda", "mps")


def chosen_device(name: str) -> "torch.device":
    """Return the torch device for ``auto`` | ``cpu`` | ``cuda`` | ``mps``; ``auto`` prefers cuda, then mps.

    Raises InputError when the named device is not there, or is one that torch cannot compute on.
    """
    import torch

    present = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    kind = name
    if name == "auto":
        kind = next(candidate for candidate in ("cuda", "mps", "cpu") if present[candidate])
    if not present[kind]:
        raise InputError("DEVICE", name, "is not available on this computer; choose auto or cpu")
    if kind != "cpu":
        _check_that_it_computes(kind, name)
    if kind == "cuda":
        _keep_all_bits()
    return torch.device(kind)


def _check_that_it_computes(kind: str, name: str) -> None:
    """Raise InputError for a GPU that torch sees but was not built for, or whose driver fails: the first operation shows it."""
    import torch

    try:
        torch.ones(1, device=kind).add_(1).item()
    except RuntimeError as problem:
        reason = str(problem).partition("\n")[0].rstrip(".")
        cure = "choose cpu, or install the build of PyTorch that fits the GPU and its driver"
        raise InputError("DEVICE", name, f"finds a GPU ({kind}) that PyTorch cannot compute on ({reason}); {cure}") from problem


def _keep_all_bits() -> None:
    """Let CUDA multiply float32 with all of its bits: maps made on a GPU then agree with those of a processor.

    By default convolutions round to TF32, 11 of 24 bits, which moves a susceptibility index by more than the 0.0001 allowed.
    Detectors lose no speed: they compute in 16 bits on purpose.
    """
    import torch

    torch.set_float32_matmul_precision("highest")
    cudnn = torch.backends.cudnn
    cudnn.allow_tf32 = False
    if hasattr(cudnn, "conv"):  # from PyTorch 2.9 on the line above leaves it to what somebody chose for all of torch
        cudnn.conv.fp32_precision = cudnn.rnn.fp32_precision = "ieee"
