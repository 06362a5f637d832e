"""What to do when the memory of the device does not suffice."""

import torch

from ...core.errors import ToolboxError


def is_out_of_memory(problem: RuntimeError) -> bool:
    """True when torch says, in one of its ways, that there is not enough memory."""
    return isinstance(problem, torch.OutOfMemoryError) or "can't allocate memory" in str(problem)


def free_memory(device: torch.device, count: int, unit: str) -> None:
    """Give back what is held for nothing, before fewer than ``count`` are tried; raises ToolboxError when that was one."""
    if count == 1:
        raise ToolboxError(
            f"The memory does not suffice for one {unit} of this network; choose smaller chips, another ARCHITECTURE or "
            "DEVICE cpu."
        )
    if device.type == "cuda":
        torch.cuda.empty_cache()
