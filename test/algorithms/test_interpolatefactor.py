import csv
import struct

import numpy as np
import pytest
from osgeo import gdal, ogr

from landslide_toolbox.core.factor_stack import open_factor_stack
from landslide_toolbox.packages import catalogue
from support import files_in, make_layer, make_raster, read_csv, read_raster

WEST, NORTH, CELL = 500_000.0, 4_000_000.0, 50.0
ROWS, COLUMNS = 40, 60


def plane(x, y):
    return 0.2 + 1e-4 * (x - WEST) + 2e-4 * (NORTH - y)


@pytest.fixture
def reference(tmp_path):
    (tmp_path / "in").mkdir()
    values = np.ones((ROWS, COLUMNS), np.float32)
    values[:5, :5] = -9999
    return make_raster(tmp_path / "in" / "dem.tif", values, CELL, (WEST, NORTH), nodata=-9999)


def scattered(count=25, seed=1):
    """Stations on the raster and around it, so that their triangles cover it."""
    random = np.random.default_rng(seed)
    x = np.append(random.uniform(WEST, WEST + 3000, count - 4), [WEST - 500, WEST + 3500, WEST - 500, WEST + 3500])
    y = np.append(random.uniform(NORTH - 2000, NORTH, count - 4), [NORTH + 500, NORTH + 500, NORTH - 2500, NORTH - 2500])
    return x, y


def layer(folder, x, y, values, **options):
    points = [f"POINT({a} {b})" for a, b in zip(x, y, strict=True)]
    return make_layer(folder / "in" / "stations.gpkg", points, attributes={"PGA (g)": list(map(float, values))}, **options)


def table(folder, rows, columns=("x", "y", "pga"), name="stations.csv"):
    path = folder / "in" / name
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([columns, *rows])
    return str(path)


def cell_centres():
    x = WEST + (np.arange(COLUMNS) + 0.5) * CELL
    y = NORTH - (np.arange(ROWS) + 0.5) * CELL
    return np.meshgrid(x, y)


def test_linear_gives_a_plane_back_with_a_report(run, reference, tmp_path):
    x, y = scattered()
    outputs = run(
        "interpolatefactor",
        INPUT=layer(tmp_path, x, y, plane(x, y)),
        FIELD="PGA (g)",
        REFERENCE=reference,
        METHOD="linear",
        OUTPUT=str(tmp_path / "pga.tif"),
        REPORT=str(tmp_path / "pga.html"),
    )
    values = read_raster(outputs["OUTPUT"])[0]
    assert np.isnan(values[:5, :5]).all()
    expected = plane(*cell_centres())
    expected[:5, :5] = np.nan
    np.testing.assert_allclose(values, expected, rtol=1e-5)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["pga_g"]
    assert outputs["RMSE"] == pytest.approx(0, abs=1e-9)
    rows = read_csv(tmp_path / "pga_files" / "left_out.csv")
    assert len(rows) == 25
    assert {row["predicted"] for row in rows if float(row["x"]) < WEST} == {""}
    assert "4 of 25 stations lie outside the reference" in run.log


@pytest.mark.parametrize("method", ["idw", "kriging"])
def test_a_table_in_degrees_gives_what_its_points_give(run, reference, tmp_path, method):
    from osgeo import osr

    x, y = scattered()
    values = plane(x, y) + np.random.default_rng(2).normal(0, 0.02, x.size)
    points = layer(tmp_path, x, y, values)
    metric, degrees = osr.SpatialReference(), osr.SpatialReference()
    metric.ImportFromEPSG(32643)
    degrees.ImportFromEPSG(4326)
    for system in (metric, degrees):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    geographic = osr.CoordinateTransformation(metric, degrees).TransformPoints(np.stack([x, y], axis=1).tolist())
    written = table(tmp_path, [(g[0], g[1], v) for g, v in zip(geographic, values, strict=True)], ("lon", "lat", "pga"))
    given = {"REFERENCE": reference, "METHOD": method}
    first = run("interpolatefactor", INPUT=points, FIELD="PGA (g)", OUTPUT=str(tmp_path / "a.tif"), **given)
    coordinates = {"X_FIELD": "lon", "Y_FIELD": "lat", "COORDINATES_CRS": "EPSG:4326"}
    second = run("interpolatefactor", INPUT=written, FIELD="pga", OUTPUT=str(tmp_path / "b.tif"), **coordinates, **given)
    np.testing.assert_allclose(read_raster(first["OUTPUT"]), read_raster(second["OUTPUT"]), rtol=1e-4)
    assert first["RMSE"] == pytest.approx(second["RMSE"], rel=1e-4)
    assert "root mean square error" in run.log


def test_kriging_of_logarithms_is_positive_and_shows_its_variogram(run, reference, tmp_path):
    x, y = scattered(60)
    values = np.exp(3 * np.sin(x / 700) + 3 * np.cos(y / 500))
    outputs = run(
        "interpolatefactor",
        INPUT=layer(tmp_path, x, y, values),
        FIELD="PGA (g)",
        REFERENCE=reference,
        METHOD="kriging",
        LOGARITHM=True,
        NAME="Shaking",
        MASK_NODATA=False,
        OUTPUT=str(tmp_path / "shaking.tif"),
        REPORT=str(tmp_path / "shaking.html"),
    )
    found = read_raster(outputs["OUTPUT"])[0]
    assert (found > 0).all()
    truth = np.exp(3 * np.sin(cell_centres()[0] / 700) + 3 * np.cos(cell_centres()[1] / 500))
    assert np.corrcoef(np.log(found).ravel(), np.log(truth).ravel())[0, 1] > 0.95
    assert (tmp_path / "shaking_files" / "variogram.csv").exists()
    assert "Nugget" in (tmp_path / "shaking.html").read_text()


def test_kriging_without_its_package_is_refused_and_other_methods_do_without_it(run, refusal, reference, tmp_path, monkeypatch):
    x, y = scattered()
    given = {"INPUT": layer(tmp_path, x, y, plane(x, y)), "FIELD": "PGA (g)", "REFERENCE": reference}
    monkeypatch.setitem(catalogue.PACKAGES, "pykrige", catalogue.Package("pykrige", "no_such_module", "ordinary kriging"))
    before = files_in(tmp_path)
    sentence = refusal("interpolatefactor", METHOD="kriging", OUTPUT=str(tmp_path / "a.tif"), **given)
    assert sentence.startswith("The package pykrige, needed for ordinary kriging, is not installed; install")
    assert files_in(tmp_path) == before
    run("interpolatefactor", METHOD="linear", OUTPUT=str(tmp_path / "a.tif"), **given)


def test_a_sheet_of_a_spreadsheet_is_a_table(run, reference, tmp_path):
    x, y = scattered()
    source = table(tmp_path, list(zip(x, y, plane(x, y), strict=True)))
    sheet = tmp_path / "in" / "stations.xlsx"
    gdal.VectorTranslate(str(sheet), gdal.OpenEx(source, gdal.OF_VECTOR, open_options=["AUTODETECT_TYPE=YES"]), format="XLSX")
    given = {"FIELD": "pga", "X_FIELD": "x", "Y_FIELD": "y", "REFERENCE": reference, "METHOD": "linear"}
    outputs = run("interpolatefactor", INPUT=f"{sheet}|layername=stations", OUTPUT=str(tmp_path / "a.tif"), **given)
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0, 6:], plane(*cell_centres())[6:], rtol=1e-5)


def write_xls(path, rows):
    """Write numbers and texts as a workbook of the first Excel that had them (BIFF2); no library for .xls is needed."""

    def record(kind, content=b""):
        return struct.pack("<HH", kind, len(content)) + content

    begin, code_page, size, label, number, end = 0x09, 0x42, 0x00, 0x04, 0x03, 0x0A
    written = record(begin, struct.pack("<HH", 2, 0x10)) + record(code_page, struct.pack("<H", 1252))
    written += record(size, struct.pack("<4H", 0, len(rows), 0, len(rows[0])))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            cell = struct.pack("<HH3x", row, column)
            if isinstance(value, str):
                written += record(label, cell + bytes([len(value)]) + value.encode("cp1252"))
            else:
                written += record(number, cell + struct.pack("<d", value))
    path.write_bytes(written + record(end))
    return str(path)


@pytest.mark.skipif(ogr.GetDriverByName("XLS") is None, reason="this GDAL does not read .xls (FreeXL)")
def test_kriging_takes_an_old_workbook_as_it_takes_points(run, reference, tmp_path):
    x, y = scattered(40)
    values = plane(x, y) + np.random.default_rng(3).normal(0, 0.02, x.size)
    given = {"REFERENCE": reference, "METHOD": "kriging"}
    workbook = write_xls(tmp_path / "in" / "stations.xls", [("x", "y", "höhe"), *zip(x, y, values, strict=True)])
    columns = {"FIELD": "höhe", "X_FIELD": "x", "Y_FIELD": "y"}
    read = run("interpolatefactor", INPUT=workbook, OUTPUT=str(tmp_path / "a.tif"), **columns, **given)
    points = layer(tmp_path, x, y, values)
    wanted = run("interpolatefactor", INPUT=points, FIELD="PGA (g)", OUTPUT=str(tmp_path / "b.tif"), **given)
    np.testing.assert_allclose(read_raster(read["OUTPUT"]), read_raster(wanted["OUTPUT"]), rtol=1e-6)
    assert read["RMSE"] == pytest.approx(wanted["RMSE"])


def test_what_is_left_out_or_merged_is_said(run, reference, tmp_path):
    x, y = scattered(12)
    rows = [*zip(x, y, plane(x, y), strict=True), (x[0], y[0], plane(x[0], y[0]) + 0.2), (x[1], "", 3), (x[2], y[3], "broken")]
    given = {"FIELD": "pga", "X_FIELD": "x", "Y_FIELD": "y", "REFERENCE": reference}
    run("interpolatefactor", INPUT=table(tmp_path, rows), OUTPUT=str(tmp_path / "a.tif"), **given)
    assert "2 of 15 stations have no usable value or place" in run.log
    assert "more than one station at 1 of 12 places; their values, up to 0.1 from the mean, were averaged" in run.log


def test_cells_outside_the_triangles_are_nodata_and_counted(run, reference, tmp_path):
    x, y = WEST + np.array([500.0, 2500, 1500]), NORTH - np.array([500.0, 500, 1500])
    path = layer(tmp_path, x, y, [1, 2, 3])
    outputs = run(
        "interpolatefactor", INPUT=path, FIELD="PGA (g)", REFERENCE=reference, METHOD="linear", OUTPUT=str(tmp_path / "a.tif")
    )
    share = np.isfinite(read_raster(outputs["OUTPUT"])).sum() / (ROWS * COLUMNS - 25)
    assert share == pytest.approx(1e6 / (ROWS * COLUMNS - 25) / CELL**2, rel=0.05)
    assert f"{1 - share:.1%} of the cells lie outside the triangles" in run.log


def test_too_few_stations_to_tell_the_error_are_said(run, reference, tmp_path):
    corners = np.array([[WEST - 500, NORTH + 500], [WEST + 8000, NORTH + 500], [WEST - 500, NORTH - 5000]]).T
    given = {"FIELD": "PGA (g)", "REFERENCE": reference, "METHOD": "linear", "OUTPUT": str(tmp_path / "a.tif")}
    run("interpolatefactor", INPUT=layer(tmp_path, *corners, plane(*corners)), **given)
    assert "pga_g: no station lies among the others, so how far the map is off cannot be told; add stations." in run.log
    assert "root mean square error" not in run.log


@pytest.mark.parametrize("method", ["idw", "kriging"])
def test_differences_too_small_for_a_number_are_refused(refusal, reference, tmp_path, method):
    x, y = scattered()
    stations = layer(tmp_path, x, y, plane(x, y) * 1e-300)
    given = {"FIELD": "PGA (g)", "REFERENCE": reference, "METHOD": method, "OUTPUT": str(tmp_path / "a.tif")}
    assert "at every station and explains nothing" in refusal("interpolatefactor", INPUT=stations, **given)


@pytest.mark.parametrize("method", ["idw", "kriging"])
def test_cancel_leaves_nothing(cancelled_run, tmp_path, method):
    (tmp_path / "in").mkdir()
    big = make_raster(tmp_path / "in" / "dem.tif", np.ones((1100, 600), np.float32), 5, (WEST, NORTH))
    x, y = scattered()
    inputs = {"INPUT": layer(tmp_path, x, y, plane(x, y)), "FIELD": "PGA (g)", "REFERENCE": big, "METHOD": method}
    before = files_in(tmp_path)
    cancelled_run("interpolatefactor", at=20, OUTPUT=str(tmp_path / "a.tif"), REPORT=str(tmp_path / "a.html"), **inputs)
    assert files_in(tmp_path) == before


def test_when_the_report_fails_no_output_remains(refusal, full_disk, reference, tmp_path):
    x, y = scattered()
    inputs = {"INPUT": layer(tmp_path, x, y, plane(x, y)), "FIELD": "PGA (g)", "REFERENCE": reference}
    before = files_in(tmp_path)
    outputs = {"OUTPUT": str(tmp_path / "a.tif"), "REPORT": str(tmp_path / "a.html")}
    assert refusal("interpolatefactor", **inputs, **outputs) == full_disk(outputs["REPORT"])
    assert files_in(tmp_path) == before


X, Y = scattered()


@pytest.mark.parametrize(
    ("rows", "given", "words"),
    [
        ([(WEST, NORTH, 1), (WEST + 9, NORTH, 2)], {}, "has 2 places with a value, and interpolation needs 3; add"),
        ([], {}, "INPUT .* has no stations; choose"),
        ([(x, y, "much") for x, y in zip(X, Y, strict=True)], {}, "FIELD .pga. holds no number; choose"),
        ([(x, y, x * 1e300) for x, y in zip(X, Y, strict=True)], {"METHOD": "kriging"}, "FIELD .pga. holds .*too large"),
        ([(x, y, 5) for x, y in zip(X, Y, strict=True)], {}, "is 5 at every station .*choose another"),
        ([(x + 1e6, y, x) for x, y in zip(X, Y, strict=True)], {}, "to one side of the reference; check both"),
        ([(73.1, 34.2, 1), (73.2, 34.3, 2), (73.3, 34.1, 3)], {}, "X_FIELD .*degrees.*EPSG:4326"),
        ([(x, y, x - X[0]) for x, y in zip(X, Y, strict=True)], {"LOGARITHM": True}, "no logarithm; leave LOGARITHM off"),
        ([(x, y, x) for x, y in zip(X, Y, strict=True)], {"Y_FIELD": None}, "Y_FIELD .*choose the field"),
        (
            [(x, y, x) for x, y in zip(X, Y, strict=True)],
            {"X_FIELD": None, "Y_FIELD": None},
            "X_FIELD .*table without geometry",
        ),
        ([(x, y, x) for x, y in zip(X, Y, strict=True)], {"FIELD": "pgv"}, "pgv"),
        ([(WEST + i, NORTH - i, i) for i in range(5)], {"METHOD": "linear"}, "METHOD .*on one line; choose idw"),
    ],
)
def test_stations_that_cannot_be_used_are_refused(refusal, reference, tmp_path, rows, given, words):
    import re

    inputs = {"FIELD": "pga", "X_FIELD": "x", "Y_FIELD": "y", "REFERENCE": reference} | given
    inputs = {name: value for name, value in inputs.items() if value is not None}
    sentence = refusal("interpolatefactor", INPUT=table(tmp_path, rows), OUTPUT=str(tmp_path / "a.tif"), **inputs)
    assert re.search(words, sentence), sentence
    assert files_in(tmp_path) == ["in", "in/dem.tif", "in/stations.csv"]


def test_other_geometry_and_grids_in_degrees_are_refused(refusal, reference, tmp_path):
    line = make_layer(tmp_path / "in" / "l.gpkg", ["LINESTRING(500000 4000000, 500100 3999000)"], attributes={"pga": [1.0]})
    sentence = refusal("interpolatefactor", INPUT=line, FIELD="pga", REFERENCE=reference, OUTPUT=str(tmp_path / "a.tif"))
    assert "single points" in sentence
    shapes = [f"POLYGON(({x} 4000000,{x + 9} 4000000,{x + 9} 3999990,{x} 4000000))" for x in range(500_000, 500_900, 9)]
    polygons = make_layer(tmp_path / "in" / "p.gpkg", shapes, attributes={"pga": [1.0] * 100})
    sentence = refusal("interpolatefactor", INPUT=polygons, FIELD="pga", REFERENCE=reference, OUTPUT=str(tmp_path / "a.tif"))
    assert "single points" in sentence
    degrees = make_raster(tmp_path / "in" / "d.tif", np.ones((5, 5), np.float32), 0.01, (73, 34), epsg=4326)
    points = layer(tmp_path, X, Y, X)
    sentence = refusal("interpolatefactor", INPUT=points, FIELD="PGA (g)", REFERENCE=degrees, OUTPUT=str(tmp_path / "a.tif"))
    assert sentence.startswith("REFERENCE")
    assert "in degrees" in sentence
