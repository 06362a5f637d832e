"""Coordinate reference systems: checks that name the parameter and the cure, and transformations in GIS axis order."""

from osgeo import osr

from .errors import InputError, ToolboxError
from .gdal_calls import attempt
from .grid import Grid

NO_GEOTRANSFORM = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
"""What GDAL gives where a file has none."""


def spatial_reference(wkt: str) -> osr.SpatialReference:
    """Return the reference system of a WKT with x before y, as every GIS file stores it."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def stated_crs(wkt: str) -> str:
    """Return ``wkt``, or '' when it is what GeoPackage stores for none ("Undefined geographic SRS")."""
    return "" if wkt.partition('"')[2].startswith("Undefined ") else wkt


def same_crs(first_wkt: str, second_wkt: str) -> bool:
    """True when two WKT texts mean the same reference system."""
    if first_wkt == second_wkt:
        return True
    if not first_wkt or not second_wkt:
        return False
    return bool(spatial_reference(first_wkt).IsSame(spatial_reference(second_wkt)))


def transformation(from_wkt: str, to_wkt: str) -> osr.CoordinateTransformation | None:
    """Return the transformation between two reference systems, or None when they are the same.

    Raises ToolboxError when there is none, as for a local system without a place on the earth.
    """
    if same_crs(from_wkt, to_wkt):
        return None
    start, end = spatial_reference(from_wkt), spatial_reference(to_wkt)
    change = attempt(osr.CoordinateTransformation, start, end)
    if change is None or change.this is None:
        raise ToolboxError(
            f'Nothing leads from the reference system "{start.GetName()}" to "{end.GetName()}"; check those of the layers.'
        )
    return change


def check_has_crs(grid: Grid, parameter: str, value: object) -> None:
    """Raise InputError when the grid has no coordinates, or nobody knows in which reference system."""
    if grid.geotransform == NO_GEOTRANSFORM:
        raise InputError(
            parameter, value, "is a picture without coordinates; georeference it with QGIS's Georeferencer and run again"
        )
    if not grid.crs_wkt:
        raise InputError(
            parameter, value, 'has no coordinate reference system; give it one with "Assign projection" and run again'
        )


def check_north_up_grid(grid: Grid, parameter: str, value: object) -> None:
    """Raise InputError unless the grid has a reference system and is north-up."""
    check_has_crs(grid, parameter, value)
    if not grid.is_north_up:
        raise InputError(
            parameter,
            value,
            'has a rotated or south-up geotransform; make it north-up with "Warp (reproject)" and run again',
        )


def check_metric_grid(grid: Grid, parameter: str, value: object) -> None:
    """Raise InputError unless the grid is projected in metres and north-up."""
    check_north_up_grid(grid, parameter, value)
    reference = spatial_reference(grid.crs_wkt)
    if reference.IsGeographic():
        raise InputError(
            parameter,
            value,
            'is in degrees, and distances need metres; reproject it with "Warp (reproject)" to a projected CRS such as UTM',
        )
    if abs(reference.GetLinearUnits() - 1.0) > 1e-9:
        raise InputError(
            parameter,
            value,
            f"is in {reference.GetLinearUnitsName()}, and distances need metres; "
            'reproject it with "Warp (reproject)" to a CRS in metres',
        )


def check_same_grid(first: Grid, second: Grid, parameter: str, value: object, other: str) -> None:
    """Raise InputError when two grids do not match, naming both; ``other`` says which layer sets the grid."""
    if not same_crs(first.crs_wkt, second.crs_wkt):
        problem = "is in another coordinate reference system than"
    elif not first.matches(second, same_crs=False):
        problem = f"has a grid ({first.describe()}) that does not match"
    else:
        return
    raise InputError(
        parameter, value, f'{problem} {other} ({second.describe()}); bring both onto one grid with "Stack factors"'
    )
