"""What a detector does when the memory of the device does not suffice."""

import torch

from ...core.errors import ToolboxError
from ..memory import empty_cache


def free_memory(device: torch.device, count: int, unit: str) -> None:
    """Give back what is held for nothing, before fewer than ``count`` are tried; raises ToolboxError when that was one."""
    if count == 1:
        raise ToolboxError(
            f"The memory does not suffice for one {unit} of this network; choose smaller chips, another ARCHITECTURE or "
            "DEVICE cpu."
        )
    empty_cache(device)
