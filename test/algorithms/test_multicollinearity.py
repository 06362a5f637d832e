"""Collinearity of a stack whose dependences are known."""

import csv

import numpy as np
import pytest

from support import files_in, make_layer, make_raster, read_raster, square

SIDE = 60
RANDOM = np.random.default_rng(0)
SLOPE = RANDOM.uniform(0, 60, (SIDE, SIDE))
RELIEF = RANDOM.uniform(0, 100, (SIDE, SIDE))
BOTH = 2 * SLOPE + RELIEF
ASPECT = RANDOM.uniform(0, 360, (SIDE, SIDE))
ROCK = RANDOM.integers(1, 4, (SIDE, SIDE))
NEAR_SLOPE = SLOPE + RANDOM.normal(0, 2, (SIDE, SIDE))
NAMES = ["slope", "relief", "both", "aspect", "rock", "near_slope"]
KINDS = ["continuous", "continuous", "continuous", "circular", "categorical", "continuous"]


def make_stack(path, chosen=(0, 1, 2, 3, 4, 5), **replaced):
    bands = dict(zip(NAMES, (SLOPE, RELIEF, BOTH, ASPECT, ROCK, NEAR_SLOPE), strict=True)) | replaced
    values = np.stack([bands[NAMES[index]] for index in chosen]).astype(np.float32)
    metadata = [{"FACTOR_KIND": KINDS[index], "UNITS": "u"} for index in chosen]
    return make_raster(path, values, nodata=float("nan"), names=[NAMES[index] for index in chosen], metadata=metadata)


@pytest.fixture
def stack(tmp_path):
    return make_stack(tmp_path / "stack.tif")


@pytest.fixture
def samples(tmp_path):
    """300 training samples on steep and gentle ground; test samples all in the one cell that would spoil every number."""
    rows, columns = np.divmod(np.random.default_rng(1).choice(np.arange(1, SIDE * SIDE), 300, replace=False), SIDE)
    landslide = (SLOPE[rows, columns] > 30).astype(int)
    rows, columns = np.append(rows, [0] * 100), np.append(columns, [0] * 100)
    points = [f"POINT({500_005 + 10 * column} {3_999_995 - 10 * row})" for row, column in zip(rows, columns, strict=True)]
    attributes = {
        "landslide": [*landslide.tolist(), *[1] * 100],
        "landslide_id": [*(landslide * np.arange(1, 301)).tolist(), *[999] * 100],
        "split": ["train"] * 300 + ["test"] * 100,
    }
    layer = make_layer(tmp_path / "samples.gpkg", points, attributes=attributes)
    return layer, rows[:300], columns[:300]


@pytest.fixture
def inventory(tmp_path):
    steep = np.argwhere(SLOPE > 50)[:80]
    shapes = [square(500_002 + 10 * column, 3_999_992 - 10 * row, 6) for row, column in steep]
    return make_layer(tmp_path / "inventory.gpkg", shapes)


def table_of(path):
    with open(path, encoding="utf-8") as file:
        return {row["factor"]: row for row in csv.DictReader(file)}


def test_vif_of_the_training_samples_equals_statsmodels(run, tmp_path, samples):
    from statsmodels.stats.outliers_influence import variance_inflation_factor
    from statsmodels.tools import add_constant

    layer, rows, columns = samples
    chosen = [0, 1, 3, 4, 5]
    stack = make_stack(tmp_path / "some.tif", chosen)
    path = tmp_path / "m.csv"
    outputs = run("multicollinearity", FACTORS=stack, SAMPLES=layer, ENCODING="as_is", VIF_LIMIT=1000, TABLE=str(path))
    values = add_constant(read_raster(stack)[:, rows, columns].T.astype(float))
    table = table_of(path)
    for index, name in enumerate(NAMES[number] for number in chosen):
        expected = variance_inflation_factor(values, index + 1)
        assert float(table[name]["vif"]) == pytest.approx(expected, rel=1e-5)
        assert float(table[name]["tolerance"]) == pytest.approx(1 / expected, rel=1e-5)
    assert outputs["SELECTED"] == "slope,relief,aspect,rock,near_slope"
    assert "100 test samples were left out" in run.log
    assert "No factor is over the limit of 1000" in run.log


@pytest.mark.slow
def test_factors_that_repeat_others_are_dropped_step_by_step(run, tmp_path, stack, inventory):
    out = tmp_path / "out"
    outputs = run(
        "multicollinearity", FACTORS=stack, INVENTORY=inventory, TABLE=str(out / "m.csv"), REPORT=str(out / "m.html"),
        OUTPUT=str(out / "m.tif"),
    )  # fmt: skip
    table = table_of(out / "m.csv")
    assert [table[name]["vif"] for name in ("slope", "relief", "both")] == ["inf"] * 3
    assert float(table["slope"]["tolerance"]) == 0
    assert float(table["near_slope"]["vif"]) > 10
    assert [table[name]["degrees_of_freedom"] for name in ("aspect", "rock")] == ["2", "2"]
    # landslides are where slope is high: relief says least of the three that depend on each other
    assert table["relief"]["dropped_in_step"] == "1"
    selected = outputs["SELECTED"].split(",")
    assert {"aspect", "rock"} < set(selected) < set(NAMES)
    assert all(float(table[name]["vif_of_selected"]) <= 10 for name in selected)
    np.testing.assert_array_equal(read_raster(out / "m.tif"), read_raster(stack)[[NAMES.index(name) for name in selected]])
    page = (out / "m.html").read_text()
    assert "VIF over 10 for slope (infinite), relief (infinite), both (infinite)" in page
    assert {"m_files/vif.png", "m_files/permutation.csv", "m_files/correlation_spearman.svg"} <= set(files_in(out))


@pytest.mark.slow
def test_the_seed_draws_the_forest_and_the_samples(run, tmp_path, samples, inventory):
    stack = make_stack(tmp_path / "two.tif", [0, 1])
    for given, seeds, column in (
        ({"SAMPLES": samples[0]}, (1, 1, 2), "permutation_importance"),
        ({"INVENTORY": inventory}, (1, 2), "vif"),
    ):
        rows = []
        for seed in seeds:
            run("multicollinearity", FACTORS=stack, **given, SEED=seed, TABLE=str(tmp_path / "t.csv"))
            rows.append(table_of(tmp_path / "t.csv")["slope"])
        assert rows[0][column] != rows[-1][column]
        assert len(seeds) == 2 or rows[0] == rows[1]


def test_when_the_report_fails_no_table_remains(refusal, full_disk, tmp_path, stack, samples):
    before = files_in(tmp_path)
    outputs = {"TABLE": str(tmp_path / "m.csv"), "REPORT": str(tmp_path / "m.html")}
    sentence = refusal("multicollinearity", FACTORS=stack, SAMPLES=samples[0], VIF_LIMIT=1e9, **outputs)
    assert sentence == full_disk(outputs["REPORT"])
    assert files_in(tmp_path) == before


@pytest.mark.parametrize("at", [15, 45, 65])
def test_cancel_leaves_nothing(cancelled_run, tmp_path, stack, inventory, at):
    out = tmp_path / "out"
    outputs = {"TABLE": str(out / "m.csv"), "REPORT": str(out / "m.html"), "OUTPUT": str(out / "m.tif")}
    cancelled_run("multicollinearity", at=at, FACTORS=stack, INVENTORY=inventory, **outputs)
    assert files_in(out) == []


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "SAMPLES (none) is needed, or INVENTORY"),
        ({"SAMPLES": "good", "INVENTORY": "good_inventory"}, "leave one of the two out"),
        ({"SAMPLES": "good", "FACTORS": "constant"}, "holds slope, which has one value at all samples"),
        ({"SAMPLES": "good", "FACTORS": "one_factor"}, "has one factor"),
        ({"SAMPLES": "one_class"}, "gives 0 samples without landslides"),
        ({"SAMPLES": "few"}, "and there are 4 samples"),
        ({"SAMPLES": "no_field"}, "has no field landslide"),
        ({"SAMPLES": "good", "FACTORS": "nodata"}, "gives 0 samples with landslides where every factor has a value"),
        ({"INVENTORY": "elsewhere"}, "wholly outside"),
        ({"INVENTORY": "no_features"}, "has no features"),
        ({"INVENTORY": "good_inventory", "FACTORS": "nodata"}, "has no landslide where every factor has a value"),
    ],
)
def test_bad_input_gets_one_sentence_and_no_output(refusal, tmp_path, stack, samples, inventory, parameters, words):
    def points(path, landslide, name="landslide"):
        where = [f"POINT({500_005 + 10 * index} 3999995)" for index in range(len(landslide))]
        return make_layer(path.with_suffix(".gpkg"), where, attributes={name: landslide})

    layers = {
        "good": lambda path: samples[0],
        "good_inventory": lambda path: inventory,
        "constant": lambda path: make_stack(path, slope=np.full((SIDE, SIDE), 3.0)),
        "one_factor": lambda path: make_stack(path, [0]),
        "nodata": lambda path: make_stack(path, slope=np.full((SIDE, SIDE), np.nan)),
        "one_class": lambda path: points(path, [1] * 40),
        "few": lambda path: points(path, [1, 0, 1, 0]),
        "no_field": lambda path: points(path, [1, 0] * 20, "kind"),
        "elsewhere": lambda path: make_layer(path.with_suffix(".gpkg"), [square(900_000, 3_000_000, 10)]),
        "no_features": lambda path: make_layer(path.with_suffix(".gpkg"), []),
    }
    made = {name: layers[word](tmp_path / f"{word}.tif") for name, word in parameters.items()}
    out = tmp_path / "out"
    sentence = refusal("multicollinearity", **({"FACTORS": stack} | made), TABLE=str(out / "m.csv"), OUTPUT=str(out / "m.tif"))
    assert words in sentence
    assert not out.exists() or files_in(out) == []
