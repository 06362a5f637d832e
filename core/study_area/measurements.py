"""Climate as it is measured: monthly rainfall on a longitude–latitude grid (CF NetCDF) and strong-motion stations (CSV)."""

from pathlib import Path

import numpy as np
from osgeo import gdal, osr
from scipy import ndimage

from ..crs import transformation
from ..errors import ToolboxError
from ..table import Table, write_csv
from .climate import MONTHLY_SHARE, Climate
from .site import Site

GRID_CELLS = 24
"""Cells a side of the rainfall grid, which reaches a tenth beyond the DEM on each side."""
STATIONS = 24


def write_rainfall(path: Path, site: Site, climate: Climate) -> None:
    """Write monthly rainfall (mm) of one year as CF NetCDF: dimensions time, lat (north to south) and lon."""
    longitude, latitude = _geographic_axes(site)
    months = _at(site, climate.rainfall, longitude, latitude) * MONTHLY_SHARE[:, np.newaxis, np.newaxis]
    driver = gdal.GetDriverByName("netCDF")
    if driver is None:
        raise ToolboxError("GDAL cannot write NetCDF here; install GDAL with its netCDF driver.")
    dataset = driver.CreateMultiDimensional(str(path), [], ["FORMAT=NC4"])
    group = dataset.GetRootGroup()
    _attribute(group, "Conventions", "CF-1.8")
    _attribute(group, "title", "Synthetic monthly rainfall")
    first_days = np.cumsum([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]).astype(np.float64)
    axes = []
    for name, values, units, standard in (
        ("time", first_days, "days since 2023-01-01", "time"),
        ("lat", latitude, "degrees_north", "latitude"),
        ("lon", longitude, "degrees_east", "longitude"),
    ):
        axes.append(group.CreateDimension(name, "", "", values.size))
        array = group.CreateMDArray(name, [axes[-1]], gdal.ExtendedDataType.Create(gdal.GDT_Float64))
        _attribute(array, "units", units)
        _attribute(array, "standard_name", standard)
        if name == "time":
            _attribute(array, "calendar", "standard")
        array.Write(values)
    rain = group.CreateMDArray("rainfall", axes, gdal.ExtendedDataType.Create(gdal.GDT_Float32))
    _attribute(rain, "units", "mm")
    _attribute(rain, "long_name", "rainfall in the month")
    rain.SetSpatialRef(_geographic())
    rain.Write(months.astype(np.float32))


def write_stations(path: Path, site: Site, climate: Climate, generator: np.random.Generator) -> None:
    """Write peak ground acceleration measured at scattered stations, with 5 % error, as a table with coordinates."""
    west, south, east, north = site.dem.bounds
    x, y = generator.uniform(west, east, STATIONS).round(1), generator.uniform(south, north, STATIONS).round(1)
    rows, columns = site.dem.cells_at(x, y)
    measured = climate.shaking[rows, columns] * np.exp(generator.normal(0, 0.05, STATIONS))
    geographic = np.array(_to_geographic(site).TransformPoints(np.column_stack([x, y])))
    columns = ("station", "x", "y", "longitude", "latitude", "pga_g")
    table = [
        (f"S{index + 1:02d}", float(x[index]), float(y[index]), *geographic[index, :2].round(6).tolist(), value)
        for index, value in enumerate(measured.round(4).tolist())
    ]
    write_csv(path, Table(columns, table))


def _geographic() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _to_geographic(site: Site) -> osr.CoordinateTransformation:
    return transformation(site.dem.crs_wkt, _geographic().ExportToWkt())


def _geographic_axes(site: Site) -> tuple[np.ndarray, np.ndarray]:
    west, south, east, north = site.dem.bounds
    margin = 0.1 * site.side
    corners = [(west - margin, south - margin), (east + margin, north + margin)]
    (left, bottom, _), (right, top, _) = _to_geographic(site).TransformPoints(corners)
    share = (np.arange(GRID_CELLS) + 0.5) / GRID_CELLS
    return left + share * (right - left), top + share * (bottom - top)


def _at(site: Site, values: np.ndarray, longitude: np.ndarray, latitude: np.ndarray) -> np.ndarray:
    """Return values of the DEM grid at the crossings of longitudes and latitudes; the nearest ones beyond it."""
    east, north = np.meshgrid(longitude, latitude)
    back = _to_geographic(site).GetInverse()
    places = np.array(back.TransformPoints(np.column_stack([east.ravel(), north.ravel()])))[:, :2]
    west, across, _, top, _, down = site.dem.geotransform
    rows, columns = (places[:, 1] - top) / down - 0.5, (places[:, 0] - west) / across - 0.5
    return ndimage.map_coordinates(values, [rows, columns], order=1, mode="nearest").reshape(east.shape)


def _attribute(owner: gdal.Group | gdal.MDArray, name: str, text: str) -> None:
    owner.CreateAttribute(name, [], gdal.ExtendedDataType.CreateString()).Write(text)
