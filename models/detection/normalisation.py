"""From raw band values to what networks see: always with the statistics of the training chips, never with the tile's own."""

from collections.abc import Sequence

import numpy as np
import torch

CPU = torch.device("cpu")


class Normalisation:
    """Subtracts each band's training mean, divides by its standard deviation and puts the mean where there are no data.

    Computed on the device that needs the values: a GPU would else wait for the CPU.
    """

    def __init__(self, statistics: Sequence[dict], device: torch.device = CPU):
        """``statistics`` holds ``mean`` and ``std`` per band, in the tiles' units."""
        self.mean = torch.tensor([band["mean"] for band in statistics], dtype=torch.float32, device=device).view(-1, 1, 1)
        self.deviation = torch.tensor([band["std"] for band in statistics], dtype=torch.float32, device=device).view(-1, 1, 1)

    def __call__(self, tiles: np.ndarray) -> torch.Tensor:
        """Return float32 (..., bands, h, w) for raw float32 values of that shape; NaN and ∞ become 0, the mean."""
        values = torch.from_numpy(np.ascontiguousarray(tiles, dtype=np.float32)).to(self.mean.device)
        return ((values - self.mean) / self.deviation).nan_to_num_(nan=0.0, posinf=0.0, neginf=0.0)
