"""Small rasters, layers and feedbacks that tests make for themselves."""

import csv
import json
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
UTM = 32643
LAST_DIGITS = 5e-7
"""Relative: GDAL 3.13 rounds the last digits of float32 otherwise than GDAL 3.6."""


def wkt_of(epsg: int) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def make_raster(
    path, values, cell=10.0, origin=(500_000.0, 4_000_000.0), epsg=UTM, nodata=None, names=(), metadata=(), geotransform=None
):
    """Write (bands, rows, columns) or (rows, columns) as GeoTIFF; the array's dtype is kept. Returns the path as text."""
    from osgeo import gdal_array

    values = np.asarray(values)
    values = values[np.newaxis] if values.ndim == 2 else values
    code = gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype.type)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[2], values.shape[1], values.shape[0], code)
    if epsg:
        dataset.SetProjection(wkt_of(epsg))
    dataset.SetGeoTransform(geotransform or (origin[0], cell, 0.0, origin[1], 0.0, -cell))
    for index, band_values in enumerate(values):
        band = dataset.GetRasterBand(index + 1)
        band.WriteArray(band_values)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if names:
            band.SetDescription(names[index])
        if metadata:
            band.SetMetadata(metadata[index])
    return str(path)


def rough_ground(rows, columns, holes=False, seed=0):
    """Return heights float32 (rows, columns) with slopes, depressions and, when wanted, holes of NaN at the edge and inside."""
    random = np.random.default_rng(seed)
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    heights = 800 + 60 * np.sin(x / 9.0) * np.cos(y / 13.0) + 1.5 * x - y + random.normal(0, 4, (rows, columns))
    heights = heights.astype(np.float32)
    if holes:
        heights[rows // 3 : rows // 3 + 3, 4 : columns // 2] = np.nan
        heights[0, 2:4] = heights[rows // 2, 0] = heights[-1, -2] = np.nan
    return heights


def read_raster(path):
    """Return (bands, rows, columns) as stored."""
    array = gdal.Open(str(path)).ReadAsArray()
    return array[np.newaxis] if array.ndim == 2 else array


def make_layer(path, wkts, epsg=UTM, attributes=None, driver="GPKG"):
    """Write geometries given as WKT with attributes {name: values}. Returns the path as text."""
    reference = None
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layer = source.CreateLayer(Path(path).stem, reference)
    kinds = {int: ogr.OFTInteger64, float: ogr.OFTReal, str: ogr.OFTString}
    for name, values in (attributes or {}).items():
        layer.CreateField(ogr.FieldDefn(name, kinds[type(values[0])]))
    for index, wkt in enumerate(wkts):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for name, values in (attributes or {}).items():
            feature.SetField(name, values[index])
        layer.CreateFeature(feature)
    return str(path)


def read_layer(path):
    """Return (list of OGR geometries, list of attribute dictionaries)."""
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    features = list(layer)
    return [f.GetGeometryRef().Clone() for f in features], [f.items() for f in features]


def square(x, y, side):
    """Return the WKT of a square with its south-west corner at x, y."""
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def files_in(folder):
    """Return every path under a folder, relative and sorted: what a run left behind."""
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))


def read_csv(path):
    """Return the rows of a CSV table as dictionaries."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def show(title, numbers):
    """Print measured numbers so that the test log carries them."""
    print(f"\n{title}: {json.dumps(numbers)}")
