"""Where torch computes."""

from typing import TYPE_CHECKING

from ..core.errors import InputError

if TYPE_CHECKING:
    import torch

DEVICES = ("auto", "cpu", "cuda", "mps")


def chosen_device(name: str) -> "torch.device":
    """Return the torch device for ``auto`` | ``cpu`` | ``cuda`` | ``mps``; ``auto`` prefers cuda, then mps.

    Raises InputError when the named device is not there.
    """
    import torch

    present = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if name == "auto":
        name = next(candidate for candidate in ("cuda", "mps", "cpu") if present[candidate])
    if not present[name]:
        raise InputError("DEVICE", name, "is not available on this computer; choose auto or cpu")
    if name == "cuda":
        _keep_all_bits()
    return torch.device(name)


def _keep_all_bits() -> None:
    """Let CUDA multiply float32 with all of its bits: maps made on a GPU then agree with those of a processor.

    By default convolutions round to TF32, 11 of 24 bits, which moves a susceptibility index by more than the 0.0001 allowed.
    Detectors lose no speed: they compute in 16 bits on purpose.
    """
    import torch

    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
