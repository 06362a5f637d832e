"""Susceptibility classes: known limits, known areas, known frequency ratios."""

import csv
import re

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from support import files_in, make_layer, make_raster, read_raster, square

LEVELS = np.repeat([0.05, 0.3, 0.5, 0.7, 0.95], 8).astype(np.float32)


@pytest.fixture
def susceptibility(tmp_path):
    """A map of 40 × 40 cells of 10 m in five plateaus of 8 columns with a little noise; one corner has no value."""
    values = LEVELS + np.random.default_rng(0).uniform(-0.01, 0.01, (40, 40)).astype(np.float32)
    values[:5, :4] = np.nan
    return make_raster(tmp_path / "susceptibility.tif", values, nodata=float("nan"))


@pytest.fixture
def inventory(tmp_path):
    """Landslides of one cell: 1 in each of classes 1 and 2, 2 in 3, 4 in 4, 8 in 5, each in the middle of its cell."""
    columns = [6, 12, 18, 20, *range(25, 29), *range(32, 40)]
    shapes = [square(500_000 + 10 * column + 2, 3_999_802, 6) for column in columns]
    return make_layer(tmp_path / "inventory.gpkg", shapes)


def table_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def numbers(rows, column):
    return [float(row[column]) for row in rows]


@pytest.mark.parametrize(
    ("method", "breaks"), [("natural_breaks", ""), ("manual", "0.2, 0.4, 0.6, 0.8"), ("manual", "0, 0.2, 0.4, 0.6, 0.8, 1")]
)
def test_five_plateaus_become_five_classes(run, tmp_path, susceptibility, inventory, method, breaks):
    out = tmp_path / "out"
    run(
        "classifysusceptibility", INPUT=susceptibility, INVENTORY=inventory, METHOD=method, BREAKS=breaks,
        OUTPUT=str(out / "c.tif"), TABLE=str(out / "c.csv"),
    )  # fmt: skip
    expected = np.repeat(np.arange(1, 6), 8) * np.ones((40, 1))
    expected[:5, :4] = 0
    np.testing.assert_array_equal(read_raster(out / "c.tif")[0], expected)
    rows = table_of(out / "c.csv")
    assert [row["label"] for row in rows] == ["very low", "low", "moderate", "high", "very high"]
    np.testing.assert_allclose(numbers(rows, "area_km2"), [0.03, 0.032, 0.032, 0.032, 0.032])
    np.testing.assert_allclose(numbers(rows, "landslide_area_km2"), np.array([1, 1, 2, 4, 8]) * 1e-4)
    ratios = np.array([1, 1, 2, 4, 8]) / 16 / (np.array([300, 320, 320, 320, 320]) / 1580)
    np.testing.assert_allclose(numbers(rows, "frequency_ratio"), ratios)
    np.testing.assert_allclose(numbers(rows, "density_percent")[4], 100 * 8 / 320)
    # very low has fewer cells than low and as many landslides
    assert "low (0.31) is not above very low (0.33)" in run.log
    assert "16 of 16 landslides are smaller than a cell" in run.log
    beside = {"c.tif.aux.xml"}  # GDAL 3.13 keeps the attribute table in the file itself
    assert set(files_in(out)) - beside == {"c.csv", "c.qml", "c.tif"}


def test_classes_look_right_in_qgis(run, tmp_path, susceptibility):
    from qgis.core import QgsRasterLayer

    run("classifysusceptibility", INPUT=susceptibility, OUTPUT=str(tmp_path / "five.tif"))
    run("classifysusceptibility", INPUT=susceptibility, METHOD="quantile", CLASSES=8, OUTPUT=str(tmp_path / "eight.tif"))
    shown = {}
    for name in ("five", "eight"):
        layer = QgsRasterLayer(str(tmp_path / f"{name}.tif"))
        shown[name] = [(entry.value, entry.label, entry.color.name()) for entry in layer.renderer().classes()]
    assert shown["five"][::4] == [(1, "very low", "#1a9641"), (5, "very high", "#d7191c")]
    assert len(shown["eight"]) == 8
    assert shown["eight"][::7] == [(1, "class 1 (lowest)", "#1a9641"), (8, "class 8 (highest)", "#d7191c")]


def test_the_attribute_table_holds_what_the_table_of_classes_does(run, tmp_path, susceptibility, inventory):
    from landslide_toolbox.core.raster import open_raster

    given = {"INPUT": susceptibility, "INVENTORY": inventory, "METHOD": "manual", "BREAKS": "0.2, 0.4, 0.6, 0.8, 0.99"}
    run("classifysusceptibility", **given, CLASSES=6, OUTPUT=str(tmp_path / "c.tif"), TABLE=str(tmp_path / "c.csv"))
    rows = table_of(tmp_path / "c.csv")
    with open_raster(tmp_path / "c.tif") as raster:
        measures = raster.measures(0)
        assert list(raster.labels(0).values()) == [row["label"] for row in rows]
    assert list(measures.columns) == list(rows[0])[2:]
    for name, column in zip(measures.columns, zip(*measures.rows, strict=True), strict=True):
        stated = [float(row[name]) if row[name] else np.nan for row in rows]
        np.testing.assert_allclose(column, stated, rtol=1e-9)
    assert np.isnan(measures.rows[5][measures.columns.index("frequency_ratio")])  # a class without cells has none


def test_quantiles_give_equal_areas_and_no_inventory_no_ratio(run, tmp_path, susceptibility):
    run(
        "classifysusceptibility",
        INPUT=susceptibility,
        METHOD="quantile",
        CLASSES=4,
        OUTPUT=str(tmp_path / "c.tif"),
        TABLE=str(tmp_path / "c.csv"),
    )
    rows = table_of(tmp_path / "c.csv")
    assert [row["cells"] for row in rows] == ["395"] * 4
    assert "frequency_ratio" not in rows[0]


def test_equal_intervals(run, tmp_path):
    path = make_raster(tmp_path / "s.tif", np.linspace(0, 1, 101, dtype=np.float32).reshape(1, -1))
    run("classifysusceptibility", INPUT=path, METHOD="equal_interval", CLASSES=2, OUTPUT=str(tmp_path / "c.tif"))
    np.testing.assert_array_equal(read_raster(tmp_path / "c.tif")[0, 0], [1] * 50 + [2] * 51)


@pytest.mark.parametrize(("breaks", "expected"), [("", [25, 25, 25, 25]), ("40, 30, 20, 10", [10, 20, 30, 40])])
def test_classes_capture_the_landslide_shares_asked_for(run, tmp_path, breaks, expected):
    values = np.random.default_rng(3).uniform(0, 1, (50, 50)).astype(np.float32)
    path = make_raster(tmp_path / "s.tif", values)
    points = [f"POINT({500_005 + 10 * (i % 50)} {3_999_995 - 10 * (i // 50)})" for i in range(0, 2500, 25)]
    inventory = make_layer(tmp_path / "p.gpkg", points)
    run(
        "classifysusceptibility", INPUT=path, INVENTORY=inventory, METHOD="landslide_share", CLASSES=4, BREAKS=breaks,
        OUTPUT=str(tmp_path / "c.tif"), TABLE=str(tmp_path / "c.csv"),
    )  # fmt: skip
    assert numbers(table_of(tmp_path / "c.csv"), "landslide_percent") == expected


def test_an_empty_manual_class_keeps_the_numbers_of_the_others(run, tmp_path, susceptibility, inventory):
    out = tmp_path / "out"
    run(
        "classifysusceptibility", INPUT=susceptibility, INVENTORY=inventory, METHOD="manual", CLASSES=3, BREAKS="0.32, 0.4",
        OUTPUT=str(out / "c.tif"), TABLE=str(out / "c.csv"), REPORT=str(out / "c.html"),
    )  # fmt: skip
    assert sorted(np.unique(read_raster(out / "c.tif"))) == [0, 1, 3]
    rows = table_of(out / "c.csv")
    assert (rows[1]["cells"], rows[1]["frequency_ratio"]) == ("0", "")
    files = {"c.html", "c_files/map.png", "c_files/classes.svg", "c_files/class_table.csv", "c_files/rate_curve.png"}
    assert files <= set(files_in(out))
    curve = table_of(out / "c_files" / "rate_curve.csv")
    assert (curve[0]["share_of_area"], curve[-1]["share_of_landslides"]) == ("0.0", "1.0")
    values, slid = read_raster(susceptibility)[0], np.zeros((40, 40), bool)
    slid[19, [6, 12, 18, 20, *range(25, 29), *range(32, 40)]] = True
    valid, share = np.isfinite(values), 16 / 1580
    expected = share / 2 + (1 - share) * roc_auc_score(slid[valid], values[valid])
    area = float(re.search(r"prediction-rate curve: ([0-9.]+)\.\n", run.log)[1])
    assert area == pytest.approx(expected, abs=1e-3)
    assert "does not rise" not in (out / "c.html").read_text()


def test_limits_beyond_the_values_of_the_map_still_rise(run, tmp_path, susceptibility):
    breaks = {"METHOD": "manual", "CLASSES": 4, "BREAKS": "-0.5, 0.6, 1.2"}
    run("classifysusceptibility", INPUT=susceptibility, **breaks, OUTPUT=str(tmp_path / "c.tif"), TABLE=str(tmp_path / "c.csv"))
    rows = table_of(tmp_path / "c.csv")
    assert numbers(rows, "from") == [-0.5, -0.5, 0.6, 1.2]
    assert numbers(rows, "to") == [-0.5, 0.6, 1.2, 1.2]
    assert [row["cells"] == "0" for row in rows] == [True, False, False, True]


@pytest.mark.parametrize("at", [5, 60])
def test_cancel_leaves_nothing(cancelled_run, tmp_path, at):
    path = make_raster(tmp_path / "s.tif", np.random.default_rng(0).uniform(0, 1, (1100, 1100)).astype(np.float32))
    out = tmp_path / "out"
    outputs = {"OUTPUT": str(out / "c.tif"), "TABLE": str(out / "c.csv"), "REPORT": str(out / "c.html")}
    cancelled_run("classifysusceptibility", at=at, INPUT=path, **outputs)
    assert files_in(out) == []


def test_when_the_report_fails_no_output_remains(refusal, tmp_path, susceptibility):
    out = tmp_path / "out"
    (out / "c_files").mkdir(parents=True)
    (out / "c_files" / "mine.txt").write_text("keep")
    sentence = refusal(
        "classifysusceptibility",
        INPUT=susceptibility,
        OUTPUT=str(out / "c.tif"),
        TABLE=str(out / "c.csv"),
        REPORT=str(out / "c.html"),
    )
    assert "already holds other files" in sentence
    assert files_in(out) == ["c_files", "c_files/mine.txt"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"METHOD": "manual"}, "BREAKS (none) is needed for METHOD manual"),
        ({"METHOD": "manual", "BREAKS": "0.2, 0.4"}, "BREAKS (0.2, 0.4) has 2 numbers, and 5 CLASSES have 4"),
        ({"METHOD": "manual", "BREAKS": "0.2, 0.6, 0.4, 0.8"}, "does not increase"),
        ({"METHOD": "manual", "BREAKS": "low, high"}, "is not a list of numbers"),
        ({"METHOD": "landslide_share"}, "INVENTORY (none) is needed for METHOD landslide_share"),
        ({"METHOD": "quantile", "CLASSES": 4, "INPUT": "two_values"}, "CLASSES (4) is more than the map's different values"),
        ({"METHOD": "quantile", "INPUT": "constant"}, "constant.tif) has one value only, which no classes part"),
        ({"INPUT": "empty"}, "has no cell with a value"),
        ({"INPUT": "empty", "METHOD": "manual", "BREAKS": "1,2,3,4"}, "has no cell with a value"),
        ({"INPUT": "two_bands"}, "has 2 bands"),
        ({"INPUT": "degrees"}, "is in degrees"),
        ({"INPUT": "no_crs"}, "has no coordinate reference system"),
        ({"INPUT": "rotated"}, "rotated"),
        ({"INVENTORY": "elsewhere"}, "wholly outside"),
        ({"INVENTORY": "on_nodata"}, "has no landslide where the map has values"),
        ({"INVENTORY": "on_nodata", "METHOD": "landslide_share"}, "has no landslide where the map has values"),
        ({"INVENTORY": "no_features"}, "has no features"),
        ({"INVENTORY": "one", "METHOD": "landslide_share", "CLASSES": 2}, "too few different values for 2 CLASSES"),
        ({"INVENTORY": "two", "METHOD": "landslide_share"}, "too few different values for 5 CLASSES"),
    ],
)
def test_bad_input_gets_one_sentence_and_no_output(refusal, tmp_path, susceptibility, parameters, words):
    ones = np.ones((20, 20), np.float32)
    layers = {
        "constant": lambda path: make_raster(path, ones),
        "two_values": lambda path: make_raster(path, np.eye(20, dtype=np.float32)),
        "empty": lambda path: make_raster(path, ones * np.nan),
        "two_bands": lambda path: make_raster(path, np.stack([ones, ones])),
        "degrees": lambda path: make_raster(path, ones, cell=0.001, origin=(74, 34), epsg=4326),
        "no_crs": lambda path: make_raster(path, ones, epsg=None),
        "rotated": lambda path: make_raster(path, ones, geotransform=(500_000, 10, 1, 4_000_000, 1, -10)),
        "elsewhere": lambda path: make_layer(path.with_suffix(".gpkg"), [square(900_000, 3_000_000, 10)]),
        "on_nodata": lambda path: make_layer(path.with_suffix(".gpkg"), [square(500_012, 3_999_972, 5)]),
        "one": lambda path: make_layer(path.with_suffix(".gpkg"), ["POINT(500305 3999805)"]),
        "two": lambda path: make_layer(path.with_suffix(".gpkg"), ["POINT(500305 3999805)", "POINT(500105 3999805)"]),
        "no_features": lambda path: make_layer(path.with_suffix(".gpkg"), []),
    }
    made = {name: layers[word](tmp_path / f"{word}.tif") if word in layers else word for name, word in parameters.items()}
    out = tmp_path / "out"
    sentence = refusal("classifysusceptibility", **({"INPUT": susceptibility} | made), OUTPUT=str(out / "c.tif"))
    assert words in sentence
    assert not out.exists() or files_in(out) == []


def test_the_input_is_never_overwritten(refusal, susceptibility):
    assert "is also an input" in refusal("classifysusceptibility", INPUT=susceptibility, OUTPUT=susceptibility)
