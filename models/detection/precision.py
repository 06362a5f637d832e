"""Mixed precision: 16-bit arithmetic on GPUs, plain 32-bit elsewhere."""

from collections.abc import Iterable
from contextlib import AbstractContextManager

import torch
from torch import nn

GREATEST_GRADIENT = 5.0
"""Norm to which gradients are clipped."""


def inference_context(device: torch.device) -> AbstractContextManager:
    """Return the context in which to predict: float16 on CUDA, whose rounding stays below 1/1000 of a probability."""
    return torch.autocast(device.type, torch.float16, enabled=device.type == "cuda")


class MixedPrecision:
    """Runs forward passes and optimizer steps: bfloat16 on GPUs that have it, float16 with scaled losses on older ones."""

    def __init__(self, device: torch.device):
        self._device = device
        self._enabled = device.type == "cuda"
        self._type = torch.bfloat16 if self._enabled and torch.cuda.is_bf16_supported(False) else torch.float16
        self._scaler = torch.amp.GradScaler(device.type, enabled=self._enabled and self._type is torch.float16)

    @property
    def loss_scale(self) -> float:
        """Return the factor by which losses are scaled now; 1 when they are not."""
        return self._scaler.get_scale()

    def restore(self, loss_scale: float) -> None:
        """Go on with a factor from an interrupted run."""
        if self._scaler.is_enabled():
            self._scaler.load_state_dict(self._scaler.state_dict() | {"scale": loss_scale})

    def forward(self) -> AbstractContextManager:
        """Return the context of a forward pass."""
        return torch.autocast(self._device.type, self._type, enabled=self._enabled)

    def step(self, loss: torch.Tensor, optimizer: torch.optim.Optimizer, parameters: Iterable[nn.Parameter]) -> None:
        """Take one step down the gradient of ``loss``, clipped to a norm of 5."""
        self._scaler.scale(loss).backward()
        self._scaler.unscale_(optimizer)
        nn.utils.clip_grad_norm_(parameters, GREATEST_GRADIENT)
        self._scaler.step(optimizer)
        self._scaler.update()
