"""Polygons of groups of cells: the groups themselves, their outlines and their measures, against closed forms and scipy."""

import numpy as np
import pytest
from osgeo import ogr
from scipy import ndimage

from landslide_toolbox.core import grid
from landslide_toolbox.core.detection.components import label_components
from landslide_toolbox.core.detection.outline import polygon, smooth_outlines
from landslide_toolbox.core.detection.probability_polygons import probability_polygons
from landslide_toolbox.core.detection.shape_measures import shape_measures
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.core.vector import Features
from support import UTM, make_raster, read_raster, square, wkt_of

CELL = 10.0


def noise(height=150, width=170, seed=0, smoothing=2.0):
    """A smooth random field scaled to 0–1."""
    field = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=(height, width)), smoothing)
    return ((field - field.min()) / np.ptp(field)).astype(np.float32)


def polygons_of(tmp_path, values, threshold=0.6, least_area=0.0, epsg=UTM, cell=CELL, **options):
    path = make_raster(tmp_path / "p.tif", values.astype(np.float32), cell, epsg=epsg, nodata=float("nan"), **options)
    with open_raster(path) as raster:
        return probability_polygons(raster, threshold, least_area, "scene.tif", tmp_path)


def labelled(tmp_path, values, threshold, least_cells):
    path = make_raster(tmp_path / "p.tif", values, nodata=float("nan"))
    with open_raster(path) as raster, create_raster(tmp_path / "l.tif", raster.grid, [Band("l")], "int32", None) as writer:
        found = label_components(raster, threshold, least_cells, writer)
    return read_raster(tmp_path / "l.tif")[0], found


@pytest.mark.parametrize("strip", [1, 7, 64, 1000])
def test_groups_are_those_of_scipy_however_the_raster_is_cut(tmp_path, monkeypatch, strip):
    monkeypatch.setattr(grid, "STRIP", strip)
    values = noise()
    values[60:70, 30:90] = np.nan
    labels, found = labelled(tmp_path, values, 0.55, 12)
    with np.errstate(invalid="ignore"):
        expected, count = ndimage.label(values >= 0.55)
    sizes = np.bincount(expected.ravel())
    kept = [number for number in range(1, count + 1) if sizes[number] >= 12]
    assert 5 < len(kept) < count
    assert len(found.cells) == len(kept)
    for number in kept:
        (label,) = np.unique(labels[expected == number])
        assert (labels == label).sum() == sizes[number] == found.cells[label - 1]
        assert found.scores[label - 1] == pytest.approx(values[expected == number].mean(), rel=1e-5)
    assert (labels > 0).sum() == sum(sizes[number] for number in kept)


def test_a_shape_that_winds_through_every_strip_is_one(tmp_path, monkeypatch):
    monkeypatch.setattr(grid, "STRIP", 4)
    comb = np.zeros((40, 41), np.float32)
    comb[:, ::2] = 1
    comb[0, :] = 1
    labels, found = labelled(tmp_path, comb, 0.5, 1)
    assert found.cells.tolist() == [int(comb.sum())]
    np.testing.assert_array_equal(labels, comb)


def points_of(shape):
    return sum(shape.GetGeometryRef(i).GetPointCount() for i in range(shape.GetGeometryCount()))


def distance_between(first, second):
    """Greatest distance of either outline from the other, on points a tenth of a cell apart."""
    first, second = first.Boundary(), second.Boundary()
    return max(_farthest(first, second), _farthest(second, first))


def _farthest(line, other):
    line = line.Clone()
    line.Segmentize(0.1)
    parts = [line] if line.GetGeometryCount() == 0 else [line.GetGeometryRef(i) for i in range(line.GetGeometryCount())]
    points = [point for part in parts for point in part.GetPoints()]
    return max(other.Distance(ogr.CreateGeometryFromWkt(f"POINT({x} {y})")) for x, y, *_ in points)


@pytest.mark.parametrize("seed", range(4))
def test_outlines_are_valid_and_within_half_a_cell_of_the_cells(tmp_path, seed):
    values = noise(60, 70, seed, 1.5)
    found = polygons_of(tmp_path, values, 0.55, cell=1.0, origin=(0.0, 60.0))
    labels, count = ndimage.label(values >= 0.55)
    assert len(found) == count > 3
    stairs = points = 0
    for shape in found.shapes():
        assert shape.IsValid()
        assert shape.GetGeometryName() == "POLYGON"
        inside = shape.PointOnSurface()
        number = labels[int(60 - inside.GetY()), int(inside.GetX())]
        cells = ogr.Geometry(ogr.wkbMultiPolygon)
        for row, column in np.argwhere(labels == number):
            cells.AddGeometry(ogr.CreateGeometryFromWkt(square(column, 59 - row, 1)))
        exact = cells.UnionCascaded()
        assert distance_between(shape, exact) <= 0.5 + 1e-6
        assert shape.GetArea() == pytest.approx(exact.GetArea(), rel=0.05)
        stairs += points_of(exact)
        points += points_of(shape)
    assert points < 0.8 * stairs


def test_a_hole_stays_a_hole_and_nodata_is_never_landslide(tmp_path):
    values = np.zeros((40, 40), np.float32)
    values[5:35, 5:35] = 1
    values[15:25, 15:25] = np.nan
    (shape,) = polygons_of(tmp_path, values).shapes()
    assert shape.GetGeometryCount() == 2
    assert shape.GetArea() / CELL**2 == pytest.approx(800, rel=0.01)


def test_cells_that_touch_at_a_corner_stay_apart_and_valid(tmp_path):
    values = np.zeros((12, 12), np.float32)
    values[2:5, 2:5] = values[5:8, 5:8] = 1
    ring = np.ones((7, 7), np.float32)
    ring[2:4, 2:4] = ring[4:6, 4:6] = 0  # two holes that touch at a corner
    found = polygons_of(tmp_path, values)
    assert len(found) == 2
    assert all(shape.IsValid() for shape in found.shapes())
    (holed,) = polygons_of(tmp_path, np.pad(ring, 2)).shapes()
    assert holed.IsValid()
    assert holed.GetArea() / CELL**2 == pytest.approx(41, rel=0.05)


def test_a_single_cell_keeps_its_square(tmp_path):
    values = np.zeros((9, 9), np.float32)
    values[4, 4] = 1
    found = polygons_of(tmp_path, values)
    assert found.attributes["area_m2"] == [CELL**2]
    assert found.attributes["perimeter_m"] == [4 * CELL]


def test_attributes_of_a_known_rectangle(tmp_path):
    values = np.zeros((60, 60), np.float32)
    values[10:40, 20:30] = 0.8
    values[10:40, 20:25] = 1.0
    found = polygons_of(tmp_path, values)
    attributes = {name: value for name, (value,) in found.attributes.items()}
    assert attributes["score"] == pytest.approx(0.9, abs=1e-6)
    assert attributes["area_m2"] == pytest.approx(30_000, rel=0.005)
    assert attributes["length_m"] == pytest.approx(300)
    assert attributes["width_m"] == pytest.approx(100)
    assert attributes["perimeter_m"] == pytest.approx(800, rel=0.02)
    assert (attributes["class"], attributes["source"], attributes["landslide_id"]) == ("landslide", "scene.tif", 1)


def test_least_area_holds_for_the_polygons(tmp_path):
    values = noise()
    everything, large = polygons_of(tmp_path, values), polygons_of(tmp_path, values, least_area=3000.0)
    areas = np.array(everything.attributes["area_m2"])
    assert len(large) == (areas >= 3000).sum() > 0
    assert len(large) < len(everything)
    assert large.attributes["landslide_id"] == list(range(1, len(large) + 1))


def test_measures_of_turned_and_multipart_shapes():
    turn = np.array([[np.cos(0.6), -np.sin(0.6)], [np.sin(0.6), np.cos(0.6)]])
    rectangle = np.array([[0, 0], [40, 0], [40, 9], [0, 9], [0, 0]]) @ turn.T + (500_000, 4_000_000)
    turned = polygon([rectangle])
    two = ogr.CreateGeometryFromWkt("MULTIPOLYGON(((0 0,2 0,2 2,0 2,0 0)),((8 0,10 0,10 2,8 2,8 0)))")
    features = Features([bytes(shape.ExportToWkb()) for shape in (turned, two)], {}, wkt_of(UTM))
    found = shape_measures(features)
    np.testing.assert_allclose(found.area, [360, 8], rtol=1e-9)
    np.testing.assert_allclose(found.perimeter, [98, 16], rtol=1e-9)
    np.testing.assert_allclose(found.length, [40, 10], rtol=1e-9)
    np.testing.assert_allclose(found.width, [9, 2], rtol=1e-9)


def test_in_degrees_the_measures_are_still_metres(tmp_path):
    values = np.zeros((40, 40), np.float32)
    values[10:30, 10:30] = 1
    degree = 1e-4
    found = polygons_of(tmp_path, values, epsg=4326, cell=degree, origin=(15.0, 40.0))
    along_x, along_y = 85_394 * degree, 111_035 * degree  # Snyder 1987, table 4
    assert found.attributes["area_m2"][0] == pytest.approx(400 * along_x * along_y, rel=0.01)
    assert found.attributes["length_m"][0] == pytest.approx(20 * along_y, rel=0.001)
    assert found.attributes["width_m"][0] == pytest.approx(20 * along_x, rel=0.001)


def test_smoothing_turns_a_staircase_into_a_line():
    cells = np.concatenate([[[i, i], [i + 1, i]] for i in range(20)] + [[[20, 20], [0, 20], [0, 0]]]).astype(float)
    (smooth,) = smooth_outlines([polygon([cells])])
    assert smooth.GetGeometryRef(0).GetPointCount() < 12
    assert smooth.GetArea() == pytest.approx(210, rel=0.01)


def test_nothing_found_is_an_empty_layer(tmp_path):
    found = polygons_of(tmp_path, np.zeros((30, 30)))
    assert len(found) == 0
    assert found.attributes["area_m2"] == []


def test_the_grid_places_the_polygons(tmp_path):
    values = np.zeros((30, 30), np.float32)
    values[3:9, 10:20] = 1
    (shape,) = polygons_of(tmp_path, values, origin=(700_000.0, 4_100_000.0)).shapes()
    west, east, south, north = shape.GetEnvelope()
    assert (west, east, south, north) == pytest.approx((700_100, 700_200, 4_099_910, 4_099_970))
