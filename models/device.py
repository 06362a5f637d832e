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
    return torch.device(name)
