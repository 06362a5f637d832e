import numpy as np
import pytest
from osgeo import gdal, ogr

from support import files_in, make_layer, make_raster, read_layer, square

X, Y = 500_000.0, 3_990_000.0


@pytest.fixture
def inventory(tmp_path):
    """Four squares of 100 m, 1 km apart, a strip, and the first one again."""
    shapes = [square(X + 1000 * i, Y, 100) for i in range(4)]
    strip = f"POLYGON(({X} {Y + 2000},{X + 1000} {Y + 2000},{X + 1000} {Y + 2010},{X} {Y + 2010},{X} {Y + 2000}))"
    names = ["first", "second", "third", "fourth", "strip", "again"]
    return make_layer(tmp_path / "found.gpkg", [*shapes, strip, shapes[0]], attributes={"name": names, "score": [0.9] * 6})


@pytest.fixture
def clean(run, tmp_path, inventory):
    """Return clean(**parameters) → (names that stay, {name: reason} of those that go)."""

    def cleaned(**parameters):
        outputs = run(
            "cleaninventory",
            **{"INPUT": inventory, "OUTPUT": str(tmp_path / "o.gpkg"), "REMOVED": str(tmp_path / "r.gpkg"), **parameters},
        )
        kept, gone = read_layer(outputs["OUTPUT"])[1], read_layer(outputs["REMOVED"])[1]
        return [row["name"] for row in kept], {row["name"]: row["reason"] for row in gone}

    return cleaned


def in_degrees(tmp_path, path, name="degrees.gpkg"):
    gdal.VectorTranslate(str(tmp_path / name), path, dstSRS="EPSG:4326", reproject=True)
    return str(tmp_path / name)


def test_without_rules_only_repeats_go(clean):
    kept, gone = clean()
    assert kept == ["first", "second", "third", "fourth", "strip"]
    assert gone == {"again": "repeats another polygon"}


def test_share_of_overlap_decides(clean, tmp_path):
    # covers 30 % of the second square and, by two polygons that overlap each other, 54 % of the third
    water = make_layer(
        tmp_path / "water.gpkg",
        [square(X + 930, Y, 100), square(X + 1940, Y, 100), square(X + 1960, Y - 30, 100)],
    )
    kept, gone = clean(EXCLUSIONS=[water])
    assert "second" in kept
    assert gone["third"] == "54 % in water"
    kept, gone = clean(EXCLUSIONS=[water], MAX_OVERLAP=0.25)
    assert gone["second"] == "30 % in water"
    everywhere = make_layer(tmp_path / "everywhere.gpkg", [square(X - 1000, Y - 1000, 9000)])
    assert "second" in clean(EXCLUSIONS=[everywhere], MAX_OVERLAP=1)[0]
    kept, gone = clean(EXCLUSIONS=[in_degrees(tmp_path, water)], MAX_OVERLAP=0.25)
    assert gone["second"] == "30 % in degrees"


def test_lines_exclude_within_their_buffer(run, clean, tmp_path):
    road = make_layer(tmp_path / "road.gpkg", [f"LINESTRING({X + 1050} {Y - 500},{X + 1050} {Y + 500})"])
    assert "second" in clean(EXCLUSIONS=[road])[0]
    assert "exclude nothing without BUFFER" in run.log
    assert clean(EXCLUSIONS=[road], BUFFER=30)[1]["second"] == "60 % in road"
    assert "second" in clean(EXCLUSIONS=[road], BUFFER=20)[0]


def test_an_inventory_in_degrees_is_measured_in_metres(clean, tmp_path, inventory):
    road = make_layer(tmp_path / "road.gpkg", [f"LINESTRING({X + 1050} {Y - 500},{X + 1050} {Y + 500})"])
    _, gone = clean(INPUT=in_degrees(tmp_path, inventory), EXCLUSIONS=[road], BUFFER=30, MIN_AREA=9_999)
    assert gone["second"] == "60 % in road"
    assert "first" not in gone
    assert "first" in clean(INPUT=in_degrees(tmp_path, inventory), MIN_AREA=9_950)[0]


def test_layers_that_hold_nothing_exclude_nothing(run, clean, tmp_path):
    empty = make_layer(tmp_path / "empty.gpkg", [])
    blank = tmp_path / "blank.geojson"
    feature = '{"type": "Feature", "properties": {"name": "a"}, "geometry": null}'
    blank.write_text('{"type": "FeatureCollection", "features": [' + ", ".join([feature] * 2) + "]}")
    water = make_layer(tmp_path / "water.gpkg", [square(X, Y, 100)])
    kept, gone = clean(EXCLUSIONS=[empty, str(blank), water])
    assert "empty holds no shapes and excludes nothing" in run.log
    assert "blank holds no shapes and excludes nothing" in run.log
    assert gone == {"first": "100 % in water", "again": "repeats another polygon; 100 % in water"}
    assert len(kept) == 4


def test_rasters_exclude_where_they_are_not_zero(clean, tmp_path):
    cells = np.zeros((400, 400), np.uint8)
    cells[290:300, 103:110] = 2  # x 1030–1100, y 0–100: 70 % of the second square
    cells[:, 300:] = 255  # nodata does not exclude
    raster = make_raster(tmp_path / "lakes.tif", cells, 10.0, (X, Y + 3000), nodata=255)
    kept, gone = clean(EXCLUSIONS=[raster])
    assert gone["second"] == "70 % in lakes"
    assert "fourth" in kept
    assert clean(EXCLUSIONS=[raster], BUFFER=20, MAX_OVERLAP=0.85)[1]["second"] == "90 % in lakes"


def test_gentle_slopes_and_unknown_slopes(run, clean, tmp_path):
    slope = np.full((50, 250), 20, np.float32)
    slope[:, 90:130] = 2
    other = np.zeros_like(slope)
    path = make_raster(tmp_path / "stack.tif", np.stack([other, slope]), 10.0, (X, Y + 300), names=("twi", "slope"))
    kept, gone = clean(SLOPE=path, MIN_SLOPE=5)
    assert gone["second"] == "mean slope 2.0° under 5°"
    assert {"first", "third", "fourth"} <= set(kept)
    assert "2 of 6 polygons lie where SLOPE has no data" in run.log


def test_small_and_thin_polygons_and_several_reasons(clean):
    kept, gone = clean(MIN_AREA=20_000, MIN_COMPACTNESS=0.1)
    assert kept == []
    assert gone["strip"] == "area 10000 m² under 20000 m²; compactness 0.03 under 0.1"
    assert gone["first"] == "area 10000 m² under 20000 m²"
    assert "first" in clean(MIN_AREA=10_000)[0]


def test_nothing_left_is_a_layer_with_the_same_fields(run, clean, tmp_path):
    clean(MIN_AREA=1e9)
    dataset = gdal.OpenEx(str(tmp_path / "o.gpkg"))
    layer = dataset.GetLayer(0)
    assert layer.GetFeatureCount() == 0
    kinds = {field.GetName(): field.GetTypeName() for field in layer.schema}
    assert kinds == {"name": "String", "score": "Real"}
    assert (tmp_path / "o.qml").exists()


def test_the_input_is_not_changed(clean, inventory):
    before = [shape.ExportToWkt() for shape in read_layer(inventory)[0]]
    clean(MIN_AREA=1e9)
    assert [shape.ExportToWkt() for shape in read_layer(inventory)[0]] == before


def test_cancel_leaves_nothing(cancelled_run, tmp_path, inventory):
    water = make_layer(tmp_path / "water.gpkg", [square(X, Y, 10)])
    before = files_in(tmp_path)
    cancelled_run(
        "cleaninventory",
        at=20,
        INPUT=inventory,
        EXCLUSIONS=[water],
        OUTPUT=str(tmp_path / "o.gpkg"),
        REMOVED=str(tmp_path / "r.gpkg"),
    )
    assert files_in(tmp_path) == before


def test_when_the_second_output_fails_none_remains(refusal, tmp_path, inventory, monkeypatch):
    from landslide_toolbox.algorithms.detection import cleaninventory

    def no_space(path, *_):
        assert files_in(tmp_path) == sorted([*before, "o.gpkg"])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(cleaninventory, "write_style", no_space)
    before = files_in(tmp_path)
    outputs = {"OUTPUT": str(tmp_path / "o.gpkg"), "REMOVED": str(tmp_path / "r.gpkg")}
    assert "No space left on device" in refusal("cleaninventory", INPUT=inventory, **outputs)
    assert files_in(tmp_path) == before


def test_an_inventory_without_polygons_stays_one(run, tmp_path, inventory):
    """As Detect landslides writes it where it finds none."""
    empty = run("cleaninventory", INPUT=inventory, MIN_AREA=1e9, OUTPUT=str(tmp_path / "empty.gpkg"))["OUTPUT"]
    outputs = run("cleaninventory", INPUT=empty, OUTPUT=str(tmp_path / "again.gpkg"), REMOVED=str(tmp_path / "removed.gpkg"))
    assert "holds no polygons, so there is nothing to clean" in run.log
    for path in outputs.values():
        source = ogr.Open(path)
        layer = source.GetLayer(0)
        assert (layer.GetFeatureCount(), ogr.GT_Flatten(layer.GetGeomType())) == (0, ogr.wkbPolygon)
        assert layer.GetSpatialRef() is not None


def test_bad_input_is_refused_in_one_sentence(refusal, tmp_path, inventory):
    unplaced = make_layer(tmp_path / "unplaced.gpkg", [square(0, 0, 1)], epsg=None)
    points = make_layer(tmp_path / "points.gpkg", [f"POINT({X} {Y})"])
    empty = make_layer(tmp_path / "empty.gpkg", [])
    two = make_raster(tmp_path / "two.tif", np.zeros((2, 9, 9), np.float32), names=("a", "b"))
    lost = make_raster(tmp_path / "lost.tif", np.zeros((9, 9), np.float32), epsg=None)
    before = files_in(tmp_path)
    cases = [
        ({"INPUT": unplaced}, "INPUT", "no coordinate reference system"),
        ({"INPUT": points}, "INPUT", "polygon layer"),
        ({"INPUT": empty}, "INPUT", "holds no polygons"),
        ({"EXCLUSIONS": [unplaced]}, "EXCLUSIONS", "no coordinate reference system"),
        ({"EXCLUSIONS": [lost]}, "EXCLUSIONS", "no coordinate reference system"),
        ({"SLOPE": two}, "SLOPE", "none called slope"),
        ({"SLOPE": lost}, "SLOPE", "no coordinate reference system"),
        ({"OUTPUT": inventory}, "OUTPUT", "also an input"),
        ({"MAX_OVERLAP": 50}, "MAX_OVERLAP", "from 0 to 1"),
    ]
    for change, parameter, words in cases:
        options = {"INPUT": inventory, "OUTPUT": str(tmp_path / "o.gpkg"), "REMOVED": str(tmp_path / "r.gpkg"), **change}
        sentence = refusal("cleaninventory", **options)
        assert f"{parameter} (" in sentence, sentence
        assert words in sentence
        assert files_in(tmp_path) == before
