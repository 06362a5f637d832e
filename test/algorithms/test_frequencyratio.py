"""Frequency ratio of a small stack whose answer is known by counting."""

import csv

import numpy as np
import pytest

from landslide_toolbox.core.factor_stack import open_factor_stack
from support import files_in, make_layer, make_raster, read_raster, square

ROWS = COLUMNS = 40
SLOPE = np.repeat(np.arange(COLUMNS)[np.newaxis], ROWS, axis=0).astype(np.float32)
ASPECT = np.repeat([-1.0] * 10 + [90.0] * 20 + [350.0] * 10, COLUMNS).reshape(ROWS, COLUMNS)
LITHOLOGY = np.where(np.add.outer(np.arange(ROWS), np.arange(COLUMNS)) % 2, 3, 8).astype(np.float32)
DESCRIPTIONS = [
    {"FACTOR_KIND": "continuous", "UNITS": "degree"},
    {"FACTOR_KIND": "circular", "UNITS": "degree"},
    {"FACTOR_KIND": "categorical", "CATEGORIES": '{"3": "shale", "8": "granite & gneiss <b>"}'},
]


def make_stack(path, slope=SLOPE, aspect=ASPECT, lithology=LITHOLOGY, **options):
    options = {"nodata": float("nan"), "names": ["slope", "aspect", "lithology"], "metadata": DESCRIPTIONS} | options
    return make_raster(path, np.stack([slope, aspect, lithology]).astype(np.float32), **options)


def cell(row, column):
    return square(500_000 + 10 * column + 2, 4_000_000 - 10 * row - 8, 6)


@pytest.fixture
def stack(tmp_path):
    """Three factors; the first two columns have no slope, so they count nowhere."""
    slope = SLOPE.copy()
    slope[:, :2] = np.nan
    return make_stack(tmp_path / "stack.tif", slope)


@pytest.fixture
def inventory(tmp_path):
    """20 landslides of one cell in columns 20 to 39 of rows 35 or 36, one more where there is no slope."""
    shapes = [cell(35 + column % 2, column) for column in range(20, 40)] + [cell(35, 0)]
    return make_layer(tmp_path / "inventory.gpkg", shapes)


def table_of(path):
    with open(path, encoding="utf-8") as file:
        return {(row["factor"], row["class"]): row for row in csv.DictReader(file)}


def test_every_class_is_counted(run, tmp_path, stack, inventory):
    out = tmp_path / "out"
    run(
        "frequencyratio", FACTORS=stack, INVENTORY=inventory, METHOD="manual", BREAKS="slope: 0, 10, 30; aspect: sectors",
        TABLE=str(out / "fr.csv"), REPORT=str(out / "fr.html"), OUTPUT=str(out / "fr.tif"),
    )  # fmt: skip
    rows = table_of(out / "fr.csv")
    found = {}
    for key, row in rows.items():
        found[key] = int(row["cells"]), int(row["landslide_cells"]), float(row["frequency_ratio"] or "nan")
    assert found["slope", "0 – 10"] == (320, 0, 0.0)
    assert found["slope", "10 – 30"] == (800, 10, pytest.approx(0.5 / (800 / 1520)))
    assert found["slope", "≥ 30"] == (400, 10, pytest.approx(0.5 / (400 / 1520)))
    assert found["aspect", "flat"] == (380, 0, 0.0)
    assert found["aspect", "east"] == (760, 0, 0.0)
    assert found["aspect", "north"] == (380, 20, pytest.approx(4.0))
    assert found["aspect", "south"] == pytest.approx((0, 0, np.nan), nan_ok=True)
    # row 35 + column % 2: the sum of row and column is always odd
    assert found["lithology", "shale"] == (760, 20, pytest.approx(2.0))
    assert found["lithology", "granite & gneiss <b>"] == (760, 0, 0.0)
    assert float(rows["slope", "≥ 30"]["contrast"]) == pytest.approx(np.log(10 * (1120 - 10) / (10 * (400 - 10))))
    assert float(rows["slope", "0 – 10"]["contrast"]) == pytest.approx(np.log(0.5 * 1180.5 / (20.5 * 320.5)))
    assert "Landslide cells that do not count, because a factor has no value there: 1." in run.log
    page = (out / "fr.html").read_text()
    assert "granite &amp; gneiss &lt;b&gt;" in page
    assert "<b>" not in page
    assert {"fr_files/factor_01_slope.png", "fr_files/frequency_ratio.csv"} <= set(files_in(out))


def test_the_recoded_stack_holds_scaled_ratios(run, tmp_path, stack, inventory):
    path = tmp_path / "fr.tif"
    run("frequencyratio", FACTORS=stack, INVENTORY=inventory, BREAKS="slope: 10, 30", OUTPUT=str(path))
    slope, aspect, lithology = read_raster(path)
    assert np.isnan([slope[0, 0], aspect[0, 1], lithology[0, 0]]).all()
    # frequency ratios 0, 0.95 and 1.9
    np.testing.assert_allclose(slope[5, [2, 9, 10, 29, 30, 39]], [0, 0, 0.5, 0.5, 1, 1])
    np.testing.assert_array_equal(aspect[[0, 20, 39], 5], [0, 0, 1])
    np.testing.assert_array_equal(lithology[0, [2, 3]], [0, 1])
    with open_factor_stack(path) as recoded:
        assert [(factor.name, factor.kind) for factor in recoded.factors] == [
            ("slope", "continuous"),
            ("aspect", "continuous"),
            ("lithology", "continuous"),
        ]


@pytest.mark.parametrize(
    ("method", "labels"),
    [
        ("quantile", ["2 – 11", "11 – 21", "21 – 30", "30 – 39"]),
        ("equal_interval", ["2 – 11.2", "11.2 – 20.5", "20.5 – 29.8", "29.8 – 39"]),
        ("natural_breaks", None),
    ],
)
def test_methods_cut_continuous_factors(run, tmp_path, stack, inventory, method, labels):
    path = tmp_path / "fr.csv"
    run("frequencyratio", FACTORS=stack, INVENTORY=inventory, METHOD=method, CLASSES=4, TABLE=str(path))
    rows = {label: row for (factor, label), row in table_of(path).items() if factor == "slope"}
    assert labels is None or list(rows) == labels
    assert len(rows) == 4
    assert sum(int(row["cells"]) for row in rows.values()) == 1520
    # 38 columns of evenly spaced values: natural breaks are classes of 9 or 10 columns
    assert {int(row["cells"]) // ROWS for row in rows.values()} <= {9, 10}


def test_points_and_centres(run, tmp_path, stack):
    points = make_layer(tmp_path / "points.gpkg", ["POINT(500305 3999605)", "POINT(500306 3999606)", "POINT(500105 3999605)"])
    big = make_layer(tmp_path / "big.gpkg", [square(500_206, 3_999_606, 12)])
    for layer, cells, expected in ((points, "all_touched", 2), (big, "all_touched", 4), (big, "centre", 1)):
        path = tmp_path / "fr.csv"
        run("frequencyratio", FACTORS=stack, INVENTORY=layer, LANDSLIDE_CELLS=cells, TABLE=str(path))
        total = sum(int(row["landslide_cells"]) for (factor, _), row in table_of(path).items() if factor == "slope")
        assert total == expected


@pytest.mark.parametrize("at", [10, 50, 70, 86])
def test_cancel_leaves_nothing(cancelled_run, tmp_path, inventory, at):
    values = np.random.default_rng(0).uniform(1, 89, (1, 600, 1100)).astype(np.float32)
    stack = make_raster(tmp_path / "large.tif", values)
    out = tmp_path / "out"
    outputs = {"TABLE": str(out / "fr.csv"), "REPORT": str(out / "fr.html"), "OUTPUT": str(out / "fr.tif")}
    cancelled_run("frequencyratio", at=at, FACTORS=stack, INVENTORY=inventory, **outputs)
    assert files_in(out) == []


def test_when_the_report_fails_no_output_remains(refusal, tmp_path, stack, inventory):
    out = tmp_path / "out"
    (out / "fr_files").mkdir(parents=True)
    (out / "fr_files" / "mine.txt").write_text("keep")
    outputs = {"TABLE": str(out / "fr.csv"), "REPORT": str(out / "fr.html"), "OUTPUT": str(out / "fr.tif")}
    assert "already holds other files" in refusal("frequencyratio", FACTORS=stack, INVENTORY=inventory, **outputs)
    assert files_in(out) == ["fr_files", "fr_files/mine.txt"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"METHOD": "manual"}, "BREAKS (none) has no limits for slope"),
        ({"BREAKS": "slope: 30, 10"}, "does not increase"),
        ({"BREAKS": "slope: 100, 200"}, "has no limit inside the range of slope (2 to 39)"),
        ({"BREAKS": "rain: 30, 100"}, "names the factor rain"),
        ({"FACTORS": "constant"}, "holds the factor slope, which is 7 everywhere"),
        ({"FACTORS": "one_category"}, "holds the factor lithology, which is 3 everywhere"),
        ({"FACTORS": "many_categories"}, "more than 256 different values"),
        ({"FACTORS": "nowhere_valid"}, "has no cell where every factor has a value"),
        ({"FACTORS": "degrees"}, "is in degrees"),
        ({"FACTORS": "unknown_kind"}, "unknown kind"),
        ({"INVENTORY": "elsewhere"}, "wholly outside"),
        ({"INVENTORY": "on_nodata"}, "has no landslide where every factor has a value"),
        ({"INVENTORY": "everywhere"}, "leaves nothing to compare with"),
        ({"INVENTORY": "no_features"}, "has no features"),
        ({"INVENTORY": "lines"}, "holds lines"),
        ({"INVENTORY": "no_crs"}, "has no coordinate reference system"),
    ],
)
def test_bad_input_gets_one_sentence_and_no_output(refusal, tmp_path, stack, inventory, parameters, words):
    nothing = np.full_like(SLOPE, np.nan)
    strange = [{"FACTOR_KIND": "magic"}, *DESCRIPTIONS[1:]]
    layers = {
        "constant": lambda path: make_stack(path, np.full_like(SLOPE, 7)),
        "one_category": lambda path: make_stack(path, lithology=np.full_like(SLOPE, 3)),
        "many_categories": lambda path: make_stack(path, lithology=np.arange(1600).reshape(40, 40)),
        "nowhere_valid": lambda path: make_stack(path, nothing),
        "degrees": lambda path: make_stack(path, cell=0.001, origin=(74, 34), epsg=4326),
        "unknown_kind": lambda path: make_stack(path, metadata=strange),
        "elsewhere": lambda path: make_layer(path.with_suffix(".gpkg"), [square(900_000, 3_000_000, 10)]),
        "on_nodata": lambda path: make_layer(path.with_suffix(".gpkg"), [cell(5, 1)]),
        "everywhere": lambda path: make_layer(path.with_suffix(".gpkg"), [square(499_000, 3_999_000, 2000)]),
        "no_features": lambda path: make_layer(path.with_suffix(".gpkg"), []),
        "lines": lambda path: make_layer(path.with_suffix(".gpkg"), ["LINESTRING(500100 3999900, 500200 3999800)"]),
        "no_crs": lambda path: make_layer(path.with_suffix(".gpkg"), [cell(5, 5)], epsg=None),
    }
    made = {name: layers[word](tmp_path / f"{word}.tif") if word in layers else word for name, word in parameters.items()}
    out = tmp_path / "out"
    outputs = {"TABLE": str(out / "fr.csv"), "OUTPUT": str(out / "fr.tif")}
    sentence = refusal("frequencyratio", **({"FACTORS": stack, "INVENTORY": inventory} | made), **outputs)
    assert words in sentence
    assert not out.exists() or files_in(out) == []
