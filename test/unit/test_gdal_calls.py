"""What GDAL cannot do is one sentence, whether its exceptions are on, as in QGIS 3.40, or off, as in QGIS 3.22."""

import resource
from contextlib import contextmanager

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from landslide_toolbox.core.detection.polygons import landslide_polygons
from landslide_toolbox.core.errors import Cancelled, InputError, ToolboxError
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.core.vector import (
    Features,
    point_wkb,
    read_features,
    repaired,
    reprojected_where_possible,
    write_features,
)
from support import UTM, files_in, make_raster, wkt_of

GRID = Grid(wkt_of(UTM), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), 1000, 1000)


@pytest.fixture(autouse=True, params=[False, True], ids=["returned", "raised"])
def exceptions(request):
    """GDAL's exceptions off or on, afterwards as before."""
    before = gdal.GetUseExceptions()
    switch_exceptions(request.param)
    yield
    switch_exceptions(before)


def switch_exceptions(on):
    if on:
        for module in (gdal, ogr, osr):
            module.UseExceptions()
    else:
        for module in (osr, ogr, gdal):  # the other way round: they lie on one stack
            module.DontUseExceptions()


@contextmanager
def full_disk(size=100_000):
    """No file of this process grows beyond ``size`` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_is_no_layer_is_refused(tmp_path):
    (tmp_path / "text.tif").write_text("no raster")
    with pytest.raises(InputError, match="cannot be opened as a raster"):
        open_raster(tmp_path / "text.tif")
    with pytest.raises(InputError, match="cannot be opened as a vector layer"):
        read_features(tmp_path / "text.tif")


def test_a_raster_cut_short_is_called_damaged(tmp_path):
    path = make_raster(tmp_path / "a.tif", np.random.default_rng(0).normal(size=(300, 300)).astype(np.float32))
    with open(path, "r+b") as file:
        file.truncate(200_000)
    with open_raster(path) as raster, pytest.raises(InputError, match=r"is damaged \(.+\); replace the file"):
        raster.read(raster.grid.whole())


def test_a_full_disk_leaves_no_raster(tmp_path):
    noise = np.random.default_rng(0).normal(size=(1000, 1000)).astype(np.float32)
    with (
        full_disk(),
        pytest.raises(ToolboxError, match=r"a.tif cannot be written: .+; free space on the disk"),
        create_raster(tmp_path / "a.tif", GRID, [Band("noise")]) as writer,
    ):
        writer.write(noise, GRID.whole())
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.fgb"])
def test_a_full_disk_leaves_no_layer(tmp_path, name):
    x, y = np.random.default_rng(0).uniform(0, 1e5, (2, 5000))
    points = Features([point_wkb(*place) for place in zip(x, y, strict=True)], {"name": ["long " * 20] * 5000}, GRID.crs_wkt)
    with full_disk(), pytest.raises(ToolboxError, match="a.* cannot be written.*; free space on the disk"):
        write_features(tmp_path / name, points)
    assert files_in(tmp_path) == []


def test_points_beyond_the_projection_are_counted():
    places = Features([point_wkb(75.0, 34.0), point_wkb(-15.0, 0.0)], {}, wkt_of(4326))
    moved, lost = reprojected_where_possible(places, GRID.crs_wkt)
    assert (len(moved), lost) == (1, 1)


def test_a_reference_system_without_a_place_on_the_earth_is_refused():
    sketch = Features([point_wkb(3, 4)], {}, 'LOCAL_CS["sketch",UNIT["metre",1]]')
    with pytest.raises(ToolboxError, match='Nothing leads from the reference system "sketch" to "WGS 84 / UTM zone 43N"'):
        reprojected_where_possible(sketch, GRID.crs_wkt)


def test_unusable_geometry_is_counted():
    unclosed = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,1 1))").ExportToWkb())
    kept, notes = repaired(Features([b"\x01\x03", unclosed, point_wkb(1, 2)], {}, GRID.crs_wkt, "slides.gpkg"))
    assert len(kept) == 1
    assert any("2 of 3 features of slides.gpkg have no usable geometry" in note for note in notes)


def test_outlining_is_cancelled(tmp_path):
    labels = make_raster(tmp_path / "labels.tif", np.arange(400, dtype=np.int32).reshape(20, 20))
    asked = []
    with pytest.raises(Cancelled):
        landslide_polygons(labels, np.ones(400), GRID, 0.0, "scene", should_stop=lambda: asked.append(1) or len(asked) > 1)
