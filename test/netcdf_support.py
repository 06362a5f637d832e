"""Small CF NetCDF files that tests make for themselves."""

import numpy as np
from osgeo import gdal

NUMBERS = {"f": gdal.GDT_Float32, "d": gdal.GDT_Float64, "h": gdal.GDT_Int16}


def make_netcdf(path, times, longitudes, latitudes, variables, units="days since 2001-01-01", calendar="standard", extra=()):
    """Write variables {name: (values (time, lat, lon), attributes)}; returns the path as text.

    Attributes ``scale``, ``offset`` and ``fill`` pack the values as CF does. ``times`` None leaves the time axis out, ``extra``
    names a dimension of one layer between time and latitude.
    """
    dataset = gdal.GetDriverByName("netCDF").CreateMultiDimensional(str(path), [], ["FORMAT=NC4"])
    group = dataset.GetRootGroup()
    text(group, "Conventions", "CF-1.8")
    axes = []
    if times is not None:
        axes.append(axis(group, "time", times, units=units, calendar=calendar))
    axes += [axis(group, name, [850.0], units="hPa") for name in extra]
    axes.append(axis(group, "lat", latitudes, units="degrees_north", standard_name="latitude"))
    axes.append(axis(group, "lon", longitudes, units="degrees_east", standard_name="longitude"))
    for name, (given, attributes) in variables.items():
        values = np.asarray(given)
        array = group.CreateMDArray(name, axes, gdal.ExtendedDataType.Create(NUMBERS[values.dtype.char]))
        text(array, "units", attributes.get("units", "mm"))
        if "scale" in attributes:
            array.SetScale(attributes["scale"])
            array.SetOffset(attributes["offset"])
        if "fill" in attributes:
            array.SetNoDataValueDouble(attributes["fill"])
        array.Write(values.reshape([dimension.GetSize() for dimension in axes]))
    return str(path)


def axis(group, name, values, **attributes):
    dimension = group.CreateDimension(name, "", "", len(values))
    array = group.CreateMDArray(name, [dimension], gdal.ExtendedDataType.Create(gdal.GDT_Float64))
    for key, value in attributes.items():
        text(array, key, value)
    array.Write(np.asarray(values, dtype=float))
    return dimension


def text(owner, name, value):
    owner.CreateAttribute(name, [], gdal.ExtendedDataType.CreateString()).Write(value)
