"""The terrain factors of one window of a DEM."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..grid import Grid, Window
from ..hydrology.wetness import stream_power, wetness
from . import derivatives
from .catalogue import HORN
from .edges import continue_edges
from .relief import reliefs

GRADIENT_FACTORS = {"slope", "aspect", "roughness", "twi", "spi"}


@dataclass(frozen=True)
class TerrainBlocks:
    """Computes the factors ``names`` window by window; safe in several threads at once.

    ``area`` is the upslope area per contour width in m, float64 (rows, columns) of the whole grid; only twi and spi need it.
    """

    names: Sequence[str]
    method: str
    relief_window: int
    grid: Grid
    area: np.ndarray | None = None

    @property
    def halo(self) -> int:
        """How many cells around a window its factors depend on."""
        return max(1, self.relief_window // 2) if "relief" in self.names else 1

    def compute(self, heights: np.ndarray, window: Window) -> np.ndarray:
        """Return float32 (factors, rows, columns) of a window; ``heights`` has a border of ``halo`` cells, NaN for nodata."""
        surplus = self.halo - 1
        near = heights[surplus : heights.shape[0] - surplus, surplus : heights.shape[1] - surplus].copy()
        middle = near[1:-1, 1:-1].copy()
        bands = np.empty((len(self.names), *middle.shape), dtype=np.float32)
        out = dict(zip(self.names, bands, strict=True))
        if "altitude" in out:
            out["altitude"][:] = middle
        if "relief" in out:
            reliefs(heights, self.relief_window, out["relief"])
        continue_edges(near, window, self.grid)
        self._shape(near, out)
        if GRADIENT_FACTORS & out.keys():
            self._gradient_factors(near, window, out)
        absent = np.isnan(middle)
        if absent.any():
            bands[:, absent] = np.nan
        return bands

    def _shape(self, near: np.ndarray, out: dict[str, np.ndarray]) -> None:
        if "tri" in out:
            derivatives.ruggedness(near, out["tri"])
        if "plan_curvature" in out or "profile_curvature" in out:
            unwanted = np.empty((near.shape[0] - 2, near.shape[1] - 2), dtype=np.float32)
            plan, profile = out.get("plan_curvature", unwanted), out.get("profile_curvature", unwanted)
            derivatives.curvatures(near, self.grid.cell_width, self.grid.cell_height, plan, profile)

    def _gradient_factors(self, near: np.ndarray, window: Window, out: dict[str, np.ndarray]) -> None:
        east, north = derivatives.gradients(near, self.grid.cell_width, self.grid.cell_height, self.method == HORN)
        for name, write in (
            ("slope", derivatives.slopes),
            ("aspect", derivatives.aspects),
            ("roughness", derivatives.roughnesses),
        ):
            if name in out:
                write(east, north, out[name])
        for name, index in (("twi", wetness), ("spi", stream_power)):
            if name in out:
                rows, columns = (
                    slice(window.row, window.row + window.height),
                    slice(window.column, window.column + window.width),
                )
                out[name][:] = index(self.area[rows, columns], np.hypot(east, north))
