"""Distances against brute force: every touched cell of a wide raster, and OGR's own distance to the geometry."""

import numpy as np
import pytest
from osgeo import ogr

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factors import distance
from landslide_toolbox.core.factors.distance import distance_field
from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.vector import Features, rasterised, repaired
from support import UTM, wkt_of

WEST, NORTH = 500_000.0, 4_000_000.0
GRID = Grid(wkt_of(UTM), (WEST, 20.0, 0.0, NORTH, 0.0, -10.0), 40, 60)
SQUARE_CELLS = Grid(wkt_of(UTM), (WEST, 10.0, 0.0, NORTH, 0.0, -10.0), 40, 60)


def features(*wkts):
    return Features([bytes(ogr.CreateGeometryFromWkt(wkt).ExportToWkb()) for wkt in wkts], {}, GRID.crs_wkt, "layer")


def line(*points):
    return f"LINESTRING({','.join(f'{WEST + x} {NORTH - y}' for x, y in points)})"


def polygon(*points):
    return f"POLYGON(({','.join(f'{WEST + x} {NORTH - y}' for x, y in [*points, points[0]])}))"


def point(x, y):
    return f"POINT({WEST + x} {NORTH - y})"


def triangle(x, y):
    return polygon((x, y), (x + 3, y), (x, y + 3))


def brute_force(layer, grid, wide):
    """Distance to every touched cell within ``wide`` cells around the grid."""
    rows, columns = np.nonzero(rasterised(layer, grid, grid.whole().grown(wide)))
    x, y = (columns - wide + 0.5) * grid.cell_width, (rows - wide + 0.5) * grid.cell_height
    cx, cy = (np.arange(grid.width) + 0.5) * grid.cell_width, (np.arange(grid.height) + 0.5) * grid.cell_height
    return np.hypot(cx[None, :, None] - x, cy[:, None, None] - y).min(axis=2)


def true_distance(layer, grid):
    rows, columns = np.indices((grid.height, grid.width))
    x, y = grid.centres(rows, columns)
    centres = [ogr.CreateGeometryFromWkt(f"POINT({a} {b})") for a, b in zip(x.ravel(), y.ravel(), strict=True)]
    shapes = layer.shapes()
    return np.array([min(shape.Distance(centre) for shape in shapes) for centre in centres]).reshape(rows.shape)


def test_a_point_and_a_line_in_closed_form():
    rows, columns = np.indices((60, 40))
    to_point = distance_field(features(point(405, 305)), GRID).read(GRID.whole())
    np.testing.assert_allclose(to_point, np.hypot((columns - 20) * 20.0, (rows - 30) * 10.0), rtol=1e-6)
    to_line = distance_field(features(line((-9000, 105), (9000, 105))), GRID).read(GRID.whole())
    np.testing.assert_allclose(to_line, np.abs(rows - 10) * 10.0, rtol=1e-6)


LAYERS = {
    "lines": features(
        line((-151.7, 703.1), (91.3, 322.9), (333.3, 41.7), (1703.9, -351.1)), line((601.3, 555.7), (643.1, 591.9))
    ),
    "outside": features(line((1503.1, -801.7), (2003.3, 903.9)), point(-1001.3, 303.7)),
    "polygon with a hole": features(
        f"POLYGON(({WEST + 95} {NORTH - 33},{WEST + 733} {NORTH - 81},{WEST + 555} {NORTH - 512},{WEST + 95} {NORTH - 33}),"
        f"({WEST + 400} {NORTH - 150},{WEST + 600} {NORTH - 160},{WEST + 520} {NORTH - 300},{WEST + 400} {NORTH - 150}))"
    ),
    "many tiny polygons": features(*[triangle(x, y) for x in range(105, 400, 23) for y in range(104, 300, 17)]),
    "around everything": features(polygon((-500, -500), (900, -500), (900, 900), (-500, 900))),
    "one point far away": features(point(90_000, -70_000)),
}


@pytest.mark.parametrize("name", ["lines", "outside", "many tiny polygons"])
def test_equal_to_brute_force_over_every_touched_cell(name, monkeypatch):
    monkeypatch.setattr(distance, "BLOCK", 16)
    field = distance_field(LAYERS[name], GRID)
    np.testing.assert_allclose(field.read(GRID.whole()), brute_force(LAYERS[name], GRID, 150), rtol=1e-6)


@pytest.mark.parametrize("oversampling", [1, 2, 5])
@pytest.mark.parametrize("name", list(LAYERS))
def test_within_the_promised_error_of_the_geometry(name, oversampling):
    field = distance_field(LAYERS[name], SQUARE_CELLS, oversampling=oversampling)
    error = np.abs(field.read(SQUARE_CELLS.whole()) - true_distance(LAYERS[name], SQUARE_CELLS))
    assert error.max() <= 0.7072 * 10 / oversampling + 1e-3 * (name == "one point far away") * 10


def test_a_window_is_a_part_of_the_whole_and_the_limit_caps():
    whole = distance_field(LAYERS["lines"], GRID).read(GRID.whole())
    capped = distance_field(LAYERS["lines"], GRID, limit=123.0)
    np.testing.assert_array_equal(capped.read(Window(7, 20, 20, 30)), np.minimum(whole, 123)[20:50, 7:27])


def test_the_limit_also_bounds_what_is_rasterised():
    long_line = features(line((-100_000, 305), (100_000, 305)))
    near, far = distance_field(long_line, GRID, limit=50.0), distance_field(long_line, GRID)
    assert near.touched_cells <= 40 + 2 * 6
    assert far.touched_cells <= 40 + 2 * 60


def test_features_beyond_the_limit_are_refused():
    with pytest.raises(InputError, match=r"INPUT \(layer\) has no feature within 500 .*MAX_DISTANCE"):
        distance_field(LAYERS["one point far away"], GRID, limit=500.0)


def test_curves_are_measured_to_like_lines():
    arc = f"CIRCULARSTRING({WEST} {NORTH - 300},{WEST + 200} {NORTH - 100},{WEST + 400} {NORTH - 300})"
    ready, _ = repaired(features(arc))
    field = distance_field(ready, SQUARE_CELLS, oversampling=8)
    centre_row, centre_column = 30, 20
    assert field.read(SQUARE_CELLS.whole())[centre_row, centre_column] == pytest.approx(200 - 5, abs=3)
