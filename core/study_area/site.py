"""Where a synthetic valley lies: its grids of 30 m (relief) and 10 m (imagery), and the edge of what the sensor saw."""

from dataclasses import dataclass

import numpy as np
from osgeo import osr

from ..grid import Grid

EPSG = 32648
WEST, NORTH = 480_000.0, 3_300_000.0
DEM_CELL = 30.0
SMALLEST, LARGEST = 64, 1024
"""DEM cells a side: fewer hold no valleys with landslides, more take several GB of memory and many minutes."""
IMAGE_CELLS = 3
"""Image cells along one side of a DEM cell."""


@dataclass(frozen=True)
class Site:
    """One valley's place: ``dem`` and ``image`` are its grids; ``collar`` names the corner the sensor did not see."""

    dem: Grid
    image: Grid
    collar: str

    @property
    def side(self) -> float:
        """Length of one side in m."""
        return self.dem.width * self.dem.cell_width

    @property
    def area_km2(self) -> float:
        """Area in km²."""
        return self.side**2 / 1e6

    def seen(self, grid: Grid) -> np.ndarray:
        """Return bool (rows, columns): True where the sensor saw the ground."""
        down = ((np.arange(grid.height) + 0.5) / grid.height)[:, np.newaxis]
        across = ((np.arange(grid.width) + 0.5) / grid.width)[np.newaxis]
        if self.collar == "north_east":
            return (1 - across) + 2 * down > 0.12
        return across > 0.04 * down


def study_sites(size: int) -> tuple[Site, Site]:
    """Return the study area and the neighbouring valley, ``size`` DEM cells a side, 6 km apart."""
    gap = size * DEM_CELL + 6000.0
    return _site(size, WEST, "north_east"), _site(size, WEST + gap, "west")


def _site(size: int, west: float, collar: str) -> Site:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    wkt = reference.ExportToWkt()
    fine = DEM_CELL / IMAGE_CELLS
    dem = Grid(wkt, (west, DEM_CELL, 0.0, NORTH, 0.0, -DEM_CELL), size, size)
    image = Grid(wkt, (west, fine, 0.0, NORTH, 0.0, -fine), size * IMAGE_CELLS, size * IMAGE_CELLS)
    return Site(dem, image, collar)
