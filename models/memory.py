"""What to do when the memory of the device does not suffice."""

from collections.abc import Callable
from typing import TypeVar

import torch

from ..core.errors import ToolboxError

SIGNS = ("of memory", "allocate memory", "enough memory", "ALLOC_FAILED")
"""What CUDA and Apple's GPU say (out of), the processor on Linux (can't) and on Windows (not), and cuBLAS and cuDNN."""
Result = TypeVar("Result")


def is_out_of_memory(problem: RuntimeError) -> bool:
    """True when torch says, in one of its ways, that there is not enough memory."""
    return isinstance(problem, torch.OutOfMemoryError) or any(sign in str(problem) for sign in SIGNS)


def empty_cache(device: torch.device) -> None:
    """Give back what torch holds for nothing."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


class Portion:
    """How much of something is computed at once: half as much from now on, whenever the memory does not suffice."""

    def __init__(self, count: int, device: torch.device):
        self._count, self._device = count, device

    def of(self, work: Callable[[int], Result]) -> Result:
        """Return ``work(count)``; raises ToolboxError when not even a count of 1 fits."""
        while True:
            try:
                return work(self._count)
            except RuntimeError as problem:
                if not is_out_of_memory(problem):
                    raise
            # beyond the except block, so that the failed pass no longer holds its tensors
            if self._count == 1:
                raise ToolboxError(
                    "The memory does not suffice for this network on even one cell; choose DEVICE cpu, or close other programs."
                )
            empty_cache(self._device)
            self._count //= 2
