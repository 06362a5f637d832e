"""Factors hidden and shifted while a network learns, so that it does not know places again by a height or a distance.

Neighbouring cells share altitude, distances and geology: a network that has seen a valley knows it by those numbers alone and
says nothing of the next one. When any factor may be missing or off, it has to learn from all of them together. Leaving out
inputs is that of Srivastava et al. 2014, noise on inputs that of Bishop 1995; here a factor is hidden with all of its columns,
and a shift is the same for all cells of a window, so that the shape of the ground stays.
"""

import numpy as np
import torch

from ...core.factor import CONTINUOUS
from .encoding import FactorEncoder


class FactorBlurring:
    """Hides and shifts the factors of encoded patches, drawn for each patch anew.

    ``hidden`` is the share of factors that are hidden – they become 0, which stands for what is missing – and ``shift`` the
    standard deviation of what is added to continuous ones, in standard deviations of the training samples.
    """

    def __init__(self, encoder: FactorEncoder, hidden: float, shift: float, random: np.random.Generator):
        self._hidden, self._random = hidden, random
        self._owner = np.array(encoder.column_factor)
        self._shifts = shift * np.array([factor.kind == CONTINUOUS for factor in encoder.factors], np.float32)

    def __call__(self, patches: torch.Tensor) -> torch.Tensor:
        """Return encoded patches (n, columns, window, window) with factors hidden and shifted."""
        shape = len(patches), len(self._shifts)
        shifts = self._random.standard_normal(shape, np.float32) * self._shifts
        seen = self._random.random(shape, np.float32) >= self._hidden
        shifts, seen = (self._of_columns(values).to(patches) for values in (shifts, seen))
        return (patches + shifts) * seen

    def _of_columns(self, of_factors: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(of_factors[:, self._owner])[:, :, np.newaxis, np.newaxis]
