"""One band of a raster, read on the cells of another grid: unchanged where the cells lie on each other, else resampled."""

import numpy as np
from osgeo import gdal

from ..crs import check_has_crs, same_crs, spatial_reference
from ..errors import InputError
from ..factor import CONTINUOUS
from ..gdal_calls import attempt
from ..grid import Grid, Window
from ..raster import Raster

MUCH_FINER = 2.0
"""From this ratio of cell sizes on, a cell is the average of the finer cells in it; below, bilinear."""

TRANSFORMATION_ERROR = 0.01
"""Largest error, in cells, with which GDAL may approximate a reprojection."""


class BandOnGrid:
    """Band ``band`` (from 0) of a raster on ``grid``.

    ``method`` is ``unchanged`` (cells lie on each other within 1/1000 of a cell: values pass bit for bit), ``nearest``
    (classes, and aspect, whose degrees cannot be averaged), ``average`` (the source is at least twice as fine) or ``bilinear``.
    """

    def __init__(self, raster: Raster, band: int, grid: Grid, kind: str):
        check_has_crs(raster.grid, raster.parameter, raster.path)
        self.raster = raster
        self.band = band
        self.grid = grid
        self._offset = grid.offset_of(raster.grid) if same_crs(grid.crs_wkt, raster.grid.crs_wkt) else None
        self._warped: Raster | None = None
        if self._offset is not None:
            self.method = "unchanged"
            return
        self.method = _method(cells_per_cell(raster, grid), kind)
        self._warped = warped(raster, band, grid, self.method)

    def read(self, window: Window) -> np.ndarray:
        """Return float32 (rows, columns) of a window of ``grid`` with NaN for nodata and where the source does not reach."""
        if self._warped is not None:
            return self._warped.read(window)[0]
        column, row = self._offset
        shifted = window._replace(column=window.column - column, row=window.row - row)
        return self.raster.read(shifted, [self.band])[0]

    def describe(self) -> str:
        """Return what came in and what is done, for the log."""
        source = self.raster.grid
        reference = spatial_reference(source.crs_wkt)
        name = f"EPSG:{reference.GetAuthorityCode(None)}" if reference.GetAuthorityCode(None) else reference.GetName()
        came = f"{source.width} × {source.height} cells of {source.cell_width:.6g} × {source.cell_height:.6g}, {name}"
        return f"{came}, {self.raster.dtype} → {self.method}"


def cells_per_cell(raster: Raster, grid: Grid) -> float:
    """Return how many times finer than ``grid``'s cells the raster's are (side of a cell, not area).

    Raises InputError when the raster cannot be put on the grid's reference system.
    """
    cell = (raster.grid.cell_width * raster.grid.cell_height) ** 0.5
    if not same_crs(raster.grid.crs_wkt, grid.crs_wkt):
        suggested = attempt(gdal.AutoCreateWarpedVRT, gdal.Open(raster.path), None, grid.crs_wkt)
        if suggested is None:
            raise InputError(
                raster.parameter, raster.path, "cannot be reprojected to the reference; check its coordinate reference system"
            )
        cell = abs(suggested.GetGeoTransform()[1])
    return (grid.cell_width * grid.cell_height) ** 0.5 / cell


def _method(ratio: float, kind: str) -> str:
    if kind != CONTINUOUS:
        return "nearest"
    return "average" if ratio >= MUCH_FINER else "bilinear"


def warped(raster: Raster, band: int, grid: Grid, method: str) -> Raster:
    """Return band ``band`` (from 0) of a raster resampled to ``grid`` by a method of GDAL, worked out as it is read."""
    # one band at a time: nodata of one band must not take the others with it
    source = gdal.Translate("", gdal.Open(raster.path), format="VRT", bandList=[band + 1])
    stored_nan = raster.nodata[band] is None and raster.dtype.kind == "f"
    dataset = attempt(
        gdal.Warp,
        "",
        source,
        format="VRT",
        dstSRS=grid.crs_wkt,
        outputBounds=grid.bounds,
        width=grid.width,
        height=grid.height,
        resampleAlg={"nearest": "near"}.get(method, method),
        outputType=gdal.GDT_Float32,
        srcNodata="nan" if stored_nan else None,
        dstNodata="nan",
        errorThreshold=TRANSFORMATION_ERROR,
    )
    if dataset is None:
        raise InputError(
            raster.parameter, raster.path, "cannot be reprojected to the reference; check its coordinate reference system"
        )
    return Raster(dataset, raster.path, raster.parameter)
