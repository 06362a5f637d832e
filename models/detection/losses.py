"""What semantic networks minimise. Cells marked 255 say nothing and are left out."""

from collections.abc import Callable

import torch
from torch.nn import functional

from ...core.detection.chip import NO_DATA

Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
"""Takes logits float (n, h, w) and mask uint8 (n, h, w) with 1 landslide, 0 not, 255 unknown; returns a scalar."""

GREATEST_WEIGHT = 10.0
"""Cap on how much more a landslide cell weighs than another in cross-entropy; beyond it training becomes unstable."""


def make_loss(name: str, alpha: float, gamma: float, landslide_share: float) -> Loss:
    """Return the loss ``focal`` | ``dice_focal`` | ``bce``.

    ``alpha`` and ``gamma`` shape the focal part; ``landslide_share`` (0–1) is the share of landslide among the training
    cells, by which cross-entropy weighs the rare class.
    """
    weight = min((1 - landslide_share) / max(landslide_share, 1e-6), GREATEST_WEIGHT)
    losses: dict[str, Loss] = {
        "focal": lambda logits, truth: focal_loss(logits, truth, alpha, gamma),
        "dice_focal": lambda logits, truth: 0.5 * dice_loss(logits, truth) + 0.5 * focal_loss(logits, truth, alpha, gamma),
        "bce": lambda logits, truth: functional.binary_cross_entropy_with_logits(
            logits, truth, pos_weight=logits.new_tensor(weight)
        ),
    }
    chosen = losses[name]
    return lambda logits, mask: _on_known_cells(chosen, logits, mask)


def focal_loss(logits: torch.Tensor, truth: torch.Tensor, alpha: float, gamma: float) -> torch.Tensor:
    """Return the mean of −α_t (1 − p_t)^γ log p_t (Lin et al. 2017, eq. 5)."""
    entropy = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    # log p_t = −entropy, which stays exact where the sigmoid saturates
    missed = -torch.expm1(-entropy)
    weight = alpha * truth + (1 - alpha) * (1 - truth)
    return (weight * missed.clamp_min(1e-12) ** gamma * entropy).mean()


def dice_loss(logits: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Return 1 − the soft Dice coefficient over the whole batch (Milletari et al. 2016, with plain sums).

    One cell is added above and below, so that a batch without landslide has a defined loss.
    """
    probabilities = torch.sigmoid(logits)
    overlap = (probabilities * truth).sum()
    return 1 - (2 * overlap + 1) / (probabilities.sum() + truth.sum() + 1)


def _on_known_cells(loss: Loss, logits: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    known = mask != NO_DATA
    if not known.any():
        return logits.sum() * 0.0
    return loss(logits[known].float(), mask[known].float())
