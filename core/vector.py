"""Vector features on disk and on the grid: read, repair, reproject, rasterise, write."""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from .atomic import whole_file
from .crs import spatial_reference, stated_crs, transformation
from .errors import InputError, ToolboxError
from .gdal_calls import attempt, last_error, writing
from .grid import Grid, Window

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf"}


@dataclass(frozen=True)
class Features:
    """Geometries (WKB) with attributes, in one reference system. ``source`` names the layer in messages."""

    geometries: list[bytes]
    attributes: dict[str, list] = field(default_factory=dict)
    crs_wkt: str = ""
    source: str = ""

    def __len__(self) -> int:
        return len(self.geometries)

    def chosen(self, indices: Sequence[int]) -> "Features":
        """Return the features at ``indices``."""
        attributes = {name: [values[i] for i in indices] for name, values in self.attributes.items()}
        return replace(self, geometries=[self.geometries[i] for i in indices], attributes=attributes)

    def shapes(self) -> list[ogr.Geometry]:
        """Return the geometries as OGR objects."""
        return [ogr.CreateGeometryFromWkb(wkb) for wkb in self.geometries]


def read_features(path: str | os.PathLike, parameter: str = "INPUT") -> Features:
    """Read the first layer of a vector file; raises InputError when OGR cannot open it or it has no layer."""
    dataset = attempt(gdal.OpenEx, str(path), gdal.OF_VECTOR)
    if dataset is None or dataset.GetLayerCount() == 0:
        raise InputError(parameter, path, "cannot be opened as a vector layer; check the path and the format")
    layer = dataset.GetLayer(0)
    names = [definition.GetName() for definition in layer.schema]
    geometries, rows = [], []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        geometries.append(bytes(geometry.ExportToWkb()) if geometry is not None else b"")
        rows.append([feature.GetField(name) for name in names])
    attributes = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    reference = layer.GetSpatialRef()
    return Features(geometries, attributes, stated_crs(reference.ExportToWkt()) if reference else "", str(path))


def point_wkb(x: float, y: float) -> bytes:
    """Return the well-known binary of a point: byte order, type 1, x, y."""
    return struct.pack("<BIdd", 1, 1, x, y)


def repaired(features: Features) -> tuple[Features, list[str]]:
    """Return 2-D valid features and one note per kind of repair; features that cannot be repaired are dropped and counted."""
    kept, shapes = [], []
    dropped = flattened = mended = 0
    for index, wkb in enumerate(features.geometries):
        shape = attempt(ogr.CreateGeometryFromWkb, wkb) if wkb else None
        if shape is None or shape.IsEmpty():
            dropped += 1
            continue
        if shape.HasCurveGeometry():
            shape = shape.GetLinearGeometry()  # GDAL rasterises no curves, and says nothing
        if shape.Is3D() or shape.IsMeasured():
            shape.FlattenTo2D()
            flattened += 1
        if not shape.IsValid():
            dimension = shape.GetDimension()
            shape = _mended(shape, dimension)
            mended += 1
            if shape is None:
                dropped += 1
                continue
        kept.append(index)
        shapes.append(bytes(shape.ExportToWkb()))
    notes = [
        f"{count} of {len(features)} features of {features.source} {what}."
        for count, what in (
            (dropped, "have no usable geometry and were left out"),
            (flattened, "have a third dimension, which was ignored"),
            (mended, "had invalid geometry, which was repaired for this run"),
        )
        if count
    ]
    return replace(features.chosen(kept), geometries=shapes), notes


def reprojected(features: Features, crs_wkt: str, parameter: str = "INPUT") -> Features:
    """Return the features in another reference system; raises InputError when they have none or cannot be transformed."""
    moved, lost = reprojected_where_possible(features, crs_wkt, parameter)
    if lost:
        raise InputError(parameter, features.source, "cannot be reprojected to the grid; check its coordinate reference system")
    return moved


def reprojected_where_possible(features: Features, crs_wkt: str, parameter: str = "INPUT") -> tuple[Features, int]:
    """Return the features in another reference system and how many were left out because it does not reach them.

    A transverse Mercator grid, for one, ends a quarter of the globe away. Raises InputError when the features have no
    reference system.
    """
    if not features.crs_wkt:
        raise InputError(
            parameter, features.source, 'has no coordinate reference system; give it one with "Define projection" and run again'
        )
    change = transformation(features.crs_wkt, crs_wkt)
    if change is None:
        return replace(features, crs_wkt=crs_wkt), 0
    shapes = features.shapes()
    reached = [index for index, shape in enumerate(shapes) if _is_moved(shape, change)]
    moved = replace(features.chosen(reached), geometries=[bytes(shapes[i].ExportToWkb()) for i in reached], crs_wkt=crs_wkt)
    return moved, len(features) - len(reached)


def check_polygons(features: Features, parameter: str) -> None:
    """Raise InputError when a feature with a geometry is a point or a line."""
    if any(shape.GetDimension() != 2 for shape in Features([g for g in features.geometries if g]).shapes()):
        raise InputError(parameter, features.source, "holds points or lines where polygons are needed; choose a polygon layer")


def without_duplicates(features: Features) -> tuple[Features, list[str]]:
    """Return the features without those whose geometry equals an earlier one, byte by byte, and a note when there were any."""
    seen: set[bytes] = set()
    kept = [i for i, geometry in enumerate(features.geometries) if not (geometry in seen or seen.add(geometry))]
    dropped = len(features) - len(kept)
    notes = [f"{dropped} of {len(features)} features of {features.source} repeat another one and were left out."]
    return features.chosen(kept), notes if dropped else []


def on_grid(features: Features, grid: Grid, parameter: str) -> tuple[Features, list[str]]:
    """Return the features repaired and in the grid's CRS, with the notes of the repair.

    Raises InputError when the layer is empty or lies wholly outside the grid.
    """
    if len(features) == 0:
        raise InputError(parameter, features.source, "has no features; choose a layer with at least one")
    ready, notes = repaired(features)
    if len(ready) == 0:  # said first, because QGIS gives a layer without any geometry no reference system either
        raise InputError(parameter, features.source, "has no feature with a usable geometry; choose a layer with shapes")
    ready = reprojected(ready, grid.crs_wkt, parameter)
    west, south, east, north = grid.bounds
    envelopes = [shape.GetEnvelope() for shape in ready.shapes()]
    if not any(e[0] < east and e[1] > west and e[2] < north and e[3] > south for e in envelopes):
        raise InputError(
            parameter, features.source, "lies wholly outside the raster; check its coordinate reference system and extent"
        )
    return ready, notes


def envelope_window(shape: ogr.Geometry, grid: Grid) -> Window:
    """Return the window of the cells that a shape's envelope touches; may reach beyond the grid. North-up only."""
    west, east, south, north = shape.GetEnvelope()
    (top, bottom), (left, right) = grid.cells_at(np.array([west, east]), np.array([north, south]))
    return Window(int(left), int(top), int(right - left) + 1, int(bottom - top) + 1)


def rasterised(
    features: Features,
    grid: Grid,
    window: Window | None = None,
    values: Sequence[float] | None = None,
    all_touched: bool = True,
    background: float = 0,
) -> np.ndarray:
    """Return float64 (rows, columns) of a window with each feature's value burnt in (later ones on top).

    ``values`` default to 1, 2, 3 … in feature order, so the result holds feature numbers. Features must be in the grid's CRS.
    """
    grid = grid.part(window) if window else grid
    dataset = gdal.GetDriverByName("MEM").Create("", grid.width, grid.height, 1, gdal.GDT_Float64)
    dataset.SetGeoTransform(grid.geotransform)
    dataset.SetProjection(grid.crs_wkt)
    band = dataset.GetRasterBand(1)
    band.Fill(background)
    burnt = range(1, len(features) + 1) if values is None else values
    memory = _memory_layer(features.shapes(), burnt, grid.crs_wkt)
    options = ["ATTRIBUTE=value", "ALL_TOUCHED=TRUE" if all_touched else "ALL_TOUCHED=FALSE"]
    if attempt(gdal.RasterizeLayer, dataset, [1], memory.GetLayer(0), options=options, otherwise=1) != 0:
        raise ToolboxError(f"{features.source} cannot be rasterised: {last_error()}.")
    return band.ReadAsArray()


def covered(features: Features, grid: Grid, window: Window) -> np.ndarray:
    """Return bool (rows, columns): the cells of a window whose centre lies in one of the polygons, in the grid's CRS."""
    return rasterised(features, grid, window, np.ones(len(features)), all_touched=False) > 0


def check_vector_name(path: str | os.PathLike, parameter: str = "OUTPUT") -> None:
    """Raise InputError for the name of a format that ``write_features`` does not write."""
    if Path(path).suffix.lower() not in DRIVERS:
        raise InputError(parameter, path, "is not a format that keeps long field names; end it in .gpkg, .geojson or .fgb")


def write_features(
    path: str | os.PathLike,
    features: Features,
    layer_name: str = "",
    metadata: dict[str, str] | None = None,
    like: Features | None = None,
) -> None:
    """Write features to a GeoPackage, GeoJSON or FlatGeobuf, whole or not at all; field types follow the first value set.

    ``like`` gives the types of geometry and fields when there may be no features to tell them, for a layer without features
    is a result too. Raises InputError for another format: Shapefile, for one, cuts field names to ten letters.
    """
    check_vector_name(path)
    suffix = Path(path).suffix.lower()
    with whole_file(path) as temporary:
        dataset = attempt(ogr.GetDriverByName(DRIVERS[suffix]).CreateDataSource, str(temporary))
        if dataset is None:
            raise ToolboxError(f"{Path(path).parent} cannot be written to; choose another folder.")
        with writing(path):
            try:
                layer = _create_layer(dataset, features, layer_name or Path(path).stem, like or features)
                if metadata and suffix == ".gpkg":
                    layer.SetMetadata(metadata)
                layer.StartTransaction()
                _add_features(layer, features)
                layer.CommitTransaction()
            finally:
                layer = dataset = None  # closed before whole_file renames or removes
        if suffix == ".geojson" and _count(temporary) != len(features):  # GDAL writes text to a full disk and says nothing
            raise ToolboxError(f"{path} cannot be written whole; free space on the disk.")


def _create_layer(dataset: ogr.DataSource, features: Features, name: str, like: Features) -> ogr.Layer:
    kinds = {ogr.GT_Flatten(shape.GetGeometryType()) for shape in (features if len(features) else like).shapes()}
    if len(kinds) == 1:
        geometry_type = kinds.pop()
    else:
        geometry_type = ogr.wkbMultiPolygon if kinds == {ogr.wkbPolygon, ogr.wkbMultiPolygon} else ogr.wkbUnknown
    reference = spatial_reference(features.crs_wkt) if features.crs_wkt else None
    layer = dataset.CreateLayer(name, reference, geometry_type)
    for field_name, values in features.attributes.items():
        layer.CreateField(ogr.FieldDefn(field_name, _field_type([*values, *like.attributes.get(field_name, [])])))
    return layer


def _count(path: Path) -> int | None:
    dataset = attempt(gdal.OpenEx, str(path), gdal.OF_VECTOR)
    return None if dataset is None else dataset.GetLayer(0).GetFeatureCount()


def _add_features(layer: ogr.Layer, features: Features) -> None:
    several = layer.GetGeomType() == ogr.wkbMultiPolygon
    for index, shape in enumerate(features.shapes()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.ForceToMultiPolygon(shape) if several else shape)
        for field_index, values in enumerate(features.attributes.values()):
            if values[index] is not None:
                feature.SetField(field_index, values[index])
        if layer.CreateFeature(feature) != 0:
            raise RuntimeError(last_error())  # as GDAL does where its exceptions are on


def _field_type(values: Sequence) -> int:
    first = next((value for value in values if value is not None), "")
    if isinstance(first, (bool, int, np.integer)):
        return ogr.OFTInteger64
    return ogr.OFTReal if isinstance(first, (float, np.floating)) else ogr.OFTString


def _is_moved(shape: ogr.Geometry, change: osr.CoordinateTransformation) -> bool:
    """Transform a shape in place; False when the reference system does not reach it."""
    return attempt(shape.Transform, change, otherwise=1) == 0 and bool(np.isfinite(shape.GetEnvelope()).all())


def _mended(shape: ogr.Geometry, dimension: int) -> ogr.Geometry | None:
    valid = attempt(shape.MakeValid)
    if valid is None or valid.IsEmpty():
        return None
    if valid.GetDimension() == dimension and valid.GetGeometryType() != ogr.wkbGeometryCollection:
        return valid
    parts = [valid.GetGeometryRef(i) for i in range(valid.GetGeometryCount())]
    collected = ogr.Geometry(ogr.wkbMultiPolygon if dimension == 2 else ogr.wkbMultiLineString)
    for part in parts:
        if part.GetDimension() == dimension:
            for piece in [part] if part.GetGeometryCount() == 0 or dimension != 2 else polygons_of(part):
                collected.AddGeometry(piece)
    return None if collected.IsEmpty() else collected


def polygons_of(shape: ogr.Geometry) -> list[ogr.Geometry]:
    """Return the polygons of a polygon or multipolygon."""
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        return [shape]
    return [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())]


def _memory_layer(shapes: Sequence[ogr.Geometry], values: Sequence[float], crs_wkt: str) -> ogr.DataSource:
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("features", spatial_reference(crs_wkt) if crs_wkt else None)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTReal))
    for shape, value in zip(shapes, values, strict=True):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(shape)
        feature.SetField(0, float(value))
        layer.CreateFeature(feature)
    return source
