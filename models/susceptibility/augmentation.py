"""Turned and mirrored patches, so that a network does not learn the lie of the few landslides it has seen."""

import numpy as np
import torch

from ...core.factor import CIRCULAR
from .encoding import FactorEncoder

TURNS = 4


class Augmentation:
    """One of the eight ways to turn and mirror a square, drawn for each batch; directions turn with the ground.

    A slope that looks east looks north once the map is turned a quarter to the left, so sine and cosine of circular factors
    change places and signs as the cells do. Patches must have a middle cell.
    """

    def __init__(self, encoder: FactorEncoder, random: np.random.Generator):
        self._random = random
        circular = [index for index, factor in enumerate(encoder.factors) if factor.kind == CIRCULAR]
        self._sines = [encoder.column_factor.index(index) for index in circular]

    def __call__(self, patches: torch.Tensor) -> torch.Tensor:
        """Return encoded patches (n, columns, window, window) turned and mirrored all alike."""
        return self.changed(patches, int(self._random.integers(TURNS)), bool(self._random.integers(2)))

    def changed(self, patches: torch.Tensor, turns: int, mirrored: bool) -> torch.Tensor:
        """Return the patches mirrored from west to east, when asked, and turned by quarters to the left."""
        changed = patches.flip(3) if mirrored else patches
        changed = torch.rot90(changed, turns, (2, 3)).clone()
        for column in self._sines:
            sine, cosine = changed[:, column].clone(), changed[:, column + 1].clone()
            sine = -sine if mirrored else sine
            for _ in range(turns):
                sine, cosine = -cosine, sine
            changed[:, column], changed[:, column + 1] = sine, cosine
        return changed.contiguous(memory_format=torch.channels_last)
