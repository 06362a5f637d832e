"""Rain over time: a variable of a NetCDF file, or a raster whose bands are months."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

from ..crs import check_has_crs
from ..errors import InputError
from ..gdal_calls import attempt
from ..grid import Grid
from ..raster import Raster, open_raster
from .amounts import Amount, read_amount
from .time_axis import TimeAxis, months_in_order, read_time_axis

PARAMETER = "INPUT"


@dataclass(frozen=True)
class RainSeries:
    """An opened raster whose bands are steps in time. ``grid`` is that of the raster, with a CRS."""

    raster: Raster
    variable: str
    axis: TimeAxis
    amount: Amount
    units: str
    grid: Grid

    def millimetres(self, values: np.ndarray, band: int) -> np.ndarray:
        """Return what the stored values of a band (from 0) are in millimetres of its step."""
        quantity = values.astype(float) * self.raster.scales[band] + self.raster.offsets[band]
        return quantity * self.amount.millimetres(self.axis, self.axis.months[band])


def open_rain(path: Path, variable: str) -> RainSeries:
    """Open a NetCDF variable (the only one with a time axis when ``variable`` is '') or a multiband raster.

    Raises InputError when the variable is missing or one of several, has no time axis or other dimensions, or lies on cells
    that are not evenly spaced.
    """
    raster = open_raster(_name_of_variable(path, variable), PARAMETER)
    is_netcdf = any(name.startswith("NC_GLOBAL#") or name.startswith("NETCDF_DIM") for name in raster.metadata) or any(
        "NETCDF_VARNAME" in metadata for metadata in raster.band_metadata
    )
    name = raster.band_metadata[0].get("NETCDF_VARNAME", "")
    if variable and variable != name:
        raise InputError("VARIABLE", variable, f"is not in {path.name}, which holds {name or 'plain bands'}; leave it empty")
    axis = _axis_of_netcdf(raster, path) if is_netcdf else months_in_order(raster.band_count)
    grid = _grid_with_crs(raster, path)
    return RainSeries(raster, name or path.stem, axis, read_amount(raster.units[0]), raster.units[0], grid)


def _name_of_variable(path: Path, variable: str) -> str:
    """Return what to open: the file, or one variable of it as GDAL names it."""
    dataset = attempt(gdal.OpenEx, str(path), gdal.OF_RASTER)
    listed = dataset.GetSubDatasets() if dataset is not None else []
    if not listed:
        return str(path)
    variables = {name.rpartition(":")[2]: name for name, _ in listed}
    if variable:
        if variable not in variables:
            raise InputError("VARIABLE", variable, f"is not in {path.name}; choose among {', '.join(variables)}")
        return variables[variable]
    # "[12x24x24] rainfall (32-bit floating-point)": three dimensions are a time axis and a grid
    in_time = [name for name, text in listed if re.match(r"\[\d+x\d+x\d+\]", text)]
    if len(in_time) == 1:
        return in_time[0]
    raise InputError("VARIABLE", "not given", f"is needed, as {path.name} holds several; choose among {', '.join(variables)}")


def _axis_of_netcdf(raster: Raster, path: Path) -> TimeAxis:
    dimensions = raster.metadata.get("NETCDF_DIM_EXTRA", "").strip("{}").split(",")
    dimensions = [name for name in dimensions if name]
    in_time = [name for name in dimensions if " since " in raster.metadata.get(f"{name}#units", "")]
    others = [name for name in dimensions if name not in in_time]
    if len(in_time) != 1:
        have = f"only {', '.join(others)} beside its grid" if others else "nothing beside its grid"
        raise InputError(
            PARAMETER, path, f'has no time axis with units such as "days since 1990-01-01" ({have}); choose another VARIABLE'
        )
    if others:
        raise InputError(PARAMETER, path, f"has the dimension {', '.join(others)} beside time; extract one layer of it first")
    name = in_time[0]
    values = [float(metadata[f"NETCDF_DIM_{name}"]) for metadata in raster.band_metadata]
    if not np.isfinite(values).all():
        raise InputError(PARAMETER, path, "has steps without a time; repair its time axis")
    if len(set(values)) < len(values):
        raise InputError(PARAMETER, path, "has several steps at one time, whose rain would count twice; take one of them out")
    units, calendar = raster.metadata[f"{name}#units"], raster.metadata.get(f"{name}#calendar", "")
    axis = read_time_axis(values, units, calendar)
    if axis is None:
        raise InputError(
            PARAMETER, path, f'counts time in "{units}" of the calendar "{calendar}", which is not known; convert it to days'
        )
    return axis


def _grid_with_crs(raster: Raster, path: Path) -> Grid:
    dataset = gdal.Open(raster.path)
    if dataset.GetGeoTransform(can_return_null=True) is None:
        raise InputError(PARAMETER, path, "has cells that are not evenly spaced; put it on a regular grid first")
    grid = raster.grid
    units = {text for name, text in raster.metadata.items() if name.endswith("#units")}
    if not grid.crs_wkt and any(text.startswith("degrees_e") for text in units):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        grid = Grid(reference.ExportToWkt(), grid.geotransform, grid.width, grid.height)
    check_has_crs(grid, PARAMETER, path)
    return grid
