"""How much of each true landslide was mapped."""

from dataclasses import dataclass

import numpy as np

FOUND = 0.5
"""A landslide counts as found when at least this share of its cells was mapped, whatever else was mapped with it."""


@dataclass(frozen=True)
class Omission:
    """A true landslide by name: its cells, and the share of them that was not mapped."""

    name: str
    cells: int
    missed: float


class Omissions:
    """Gathers true landslides one by one."""

    def __init__(self) -> None:
        self.landslides: list[Omission] = []

    def add(self, name: str, landslide: np.ndarray, mapped: np.ndarray) -> None:
        """Add a landslide, bool (h, w) with at least one cell, and what was mapped there, bool (h, w)."""
        cells = int(landslide.sum())
        self.landslides.append(Omission(name, cells, 1 - int((landslide & mapped).sum()) / cells))

    def measures(self) -> dict[str, float]:
        """Return the share of landslides that were found, and the mean share of a landslide's area that was not mapped."""
        missed = np.array([landslide.missed for landslide in self.landslides])
        return {"landslide_recall": float((missed <= 1 - FOUND).mean()), "area_omission": float(missed.mean())}
