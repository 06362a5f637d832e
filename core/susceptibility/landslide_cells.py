"""Which cells of a grid are landslide, window by window."""

import numpy as np

from ..errors import InputError
from ..factors.feature_index import FeatureIndex
from ..grid import Grid, Window
from ..vector import Features, on_grid


class LandslideCells:
    """An inventory of polygons or points on a grid. Use ``landslide_cells``.

    With ``all_touched`` a cell is landslide when a polygon touches it, so that no polygon is lost; otherwise when its centre
    is inside one.
    """

    def __init__(self, features: Features, grid: Grid, all_touched: bool = True):
        self.features = features
        self.grid = grid
        self.all_touched = all_touched
        self._index = FeatureIndex(features)
        self._areas = np.array([shape.GetArea() if shape.GetDimension() == 2 else np.nan for shape in features.shapes()])

    def numbers(self, window: Window) -> np.ndarray:
        """Return int32 (rows, columns): number of the landslide (from 1, later ones on top) or 0."""
        return self._index.rasterised(self.grid.part(window), all_touched=self.all_touched).astype(np.int32)

    def mask(self, window: Window) -> np.ndarray:
        """Return bool (rows, columns): True in landslides."""
        return self.numbers(window) > 0

    @property
    def smaller_than_a_cell(self) -> int:
        """How many polygons have less area than a cell."""
        return int((self._areas < self.grid.cell_area).sum())

    @property
    def outside(self) -> int:
        """How many features lie wholly outside the grid."""
        return len(self.features) - self._index.near(self.grid).size


def check_landslide_geometry(features: Features, parameter: str = "INVENTORY") -> None:
    """Raise InputError when an inventory holds lines."""
    if any(shape.GetDimension() == 1 for shape in features.shapes()):
        raise InputError(parameter, features.source, "holds lines; choose landslides mapped as polygons or points")


def landslide_cells(
    features: Features, grid: Grid, parameter: str = "INVENTORY", all_touched: bool = True
) -> tuple[LandslideCells, list[str]]:
    """Put an inventory on a grid and return it with notes on what was repaired, is outside or smaller than a cell.

    Raises InputError when the inventory is empty, holds lines, has no CRS or lies wholly outside the grid.
    """
    ready, notes = on_grid(features, grid, parameter)
    check_landslide_geometry(ready, parameter)
    cells = LandslideCells(ready, grid, all_touched)
    if cells.outside:
        notes.append(f"{cells.outside} of {len(ready)} landslides lie outside the raster and do not count.")
    if cells.smaller_than_a_cell:
        kept = (
            "each still counts with every cell it touches"
            if all_touched
            else "those that cover no cell's centre are lost; choose all_touched to keep them"
        )
        notes.append(
            f"{cells.smaller_than_a_cell} of {len(ready)} landslides are smaller than a cell ({grid.cell_area:.0f} m²): {kept}."
        )
    return cells, notes
