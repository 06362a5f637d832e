"""jackknife: the factor that makes the landslides is missed, the useless one is not; folds, cancel and bad input."""

import csv
import re

import numpy as np
import pytest
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from susceptibility_support import FACTORS, GRID, factor_values, write_samples, write_stack

from landslide_toolbox.core.explanation.jackknife import Jackknife
from support import files_in, read_layer


@pytest.fixture(scope="module")
def values():
    return factor_values()


@pytest.fixture
def area(tmp_path, values):
    stack = write_stack(tmp_path / "stack.tif", values)
    return {"FACTORS": stack, "SAMPLES": write_samples(tmp_path / "samples.gpkg", values, 900), "TREES": 15}


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {row.pop(next(iter(row))): row for row in csv.DictReader(file)}


def test_decrease_and_spread_are_those_of_the_folds():
    found = Jackknife(["a", "b"], np.array([0.8, 0.9]), np.array([[0.4, 0.9], [0.8, 0.72]]), np.array([[0.5, 0.6], [0.7, 0.7]]))
    np.testing.assert_allclose(found.decrease, [[50, 0], [0, 20]])
    assert found.ranking.tolist() == [0, 1]
    everything, first, second = found.table().rows
    assert everything[:2] == ("all factors", pytest.approx(0.85))
    assert first == ("a", *map(pytest.approx, (0.65, 0.5 / 2**0.5, 25, 50 / 2**0.5, 0.55, 0.1 / 2**0.5)))
    assert second[0] == "b" and second[3] == pytest.approx(10)


def test_the_cause_is_missed_and_the_useless_is_not(run, area, tmp_path):
    outputs = {"TABLE": str(tmp_path / "out" / "t.csv"), "REPORT": str(tmp_path / "out" / "r.html")}
    run("jackknife", **area, **outputs)
    rows = rows_of(outputs["TABLE"])
    assert list(rows)[:2] == ["all factors", "slope"]
    decrease = {name: float(row["relative_decrease_percent"]) for name, row in rows.items()}
    alone = {name: float(row["auc_alone"]) for name, row in rows.items() if row["auc_alone"]}
    assert decrease["slope"] > 15 and abs(decrease["aspect"]) < 5
    assert alone["slope"] > 0.7 and abs(alone["aspect"] - 0.5) < 0.1
    folds = rows_of(tmp_path / "out" / "r_files" / "without_and_alone.csv")
    assert len(folds) == 7 and len(folds["all factors"]) == 3
    mean = np.mean([float(area) for area in folds["without slope"].values()])
    assert mean == pytest.approx(float(rows["slope"]["auc_without"]))
    html = (tmp_path / "out" / "r.html").read_text(encoding="utf-8")
    assert html.count("<img ") == 2 and "by spatial blocks" in html
    assert re.search(r"Device</t[hd]><td[^>]*>cpu<", html)  # not what was asked for: auto


def test_areas_are_those_of_models_that_never_saw_the_fold(run, area, values, tmp_path):
    """The same forest on slope alone, by scikit-learn on the same folds, which are those of the layer."""
    run("jackknife", **area, TABLE=str(tmp_path / "t.csv"))
    shapes, fields = read_layer(area["SAMPLES"])
    rows, columns = GRID.cells_at([shape.GetX() for shape in shapes], [shape.GetY() for shape in shapes])
    fold, landslide = (np.array([field[name] for field in fields]) for name in ("fold", "landslide"))
    slope = values[0, rows, columns][:, np.newaxis]
    areas = []
    for number in (1, 2, 3):
        training, held_out = (fold > 0) & (fold != number), fold == number
        forest = RandomForestClassifier(15, random_state=0).fit(slope[training], landslide[training])
        areas.append(roc_auc_score(landslide[held_out], forest.predict_proba(slope[held_out])[:, 1]))
    found = rows_of(tmp_path / "t.csv")["slope"]
    assert float(found["auc_alone"]) == pytest.approx(np.mean(areas), abs=0.05)


def test_blocks_are_laid_over_samples_that_have_none(run, area, values, tmp_path):
    samples = write_samples(tmp_path / "unplaced.gpkg", values, 900, block=np.zeros(900, int), fold=np.zeros(900, int))
    outputs = {"TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")}
    run("jackknife", **area | {"SAMPLES": samples}, **outputs)
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "squares were laid" in html and "by spatial blocks" in html


def test_cancel_leaves_nothing_behind(cancelled_run, area, tmp_path):
    before = files_in(tmp_path)
    cancelled_run("jackknife", at=40.0, **area, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
    assert files_in(tmp_path) == before


@pytest.mark.slow
def test_the_seed_repeats_the_run(run, area, tmp_path):
    few = area | {"TREES": 5, "TABLE": str(tmp_path / "t.csv")}
    tables = []
    for seed in (1, 1, 2):
        run("jackknife", **few, SEED=seed)
        tables.append((tmp_path / "t.csv").read_text())
    assert tables[0] == tables[1] != tables[2]


def test_when_the_report_fails_no_table_remains(refusal, full_disk, area, tmp_path):
    before = files_in(tmp_path)
    outputs = {"TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")}
    assert refusal("jackknife", **area | {"TREES": 1}, **outputs) == full_disk(outputs["REPORT"])
    assert files_in(tmp_path) == before


def test_bad_input_gets_one_sentence(refusal, area, values, tmp_path):
    constant = values.copy()
    constant[1] = 90.0
    write_stack(tmp_path / "constant.tif", constant)
    write_stack(tmp_path / "one.tif", values[:1], FACTORS[:1])
    write_samples(tmp_path / "all_test.gpkg", values, split=np.full(400, "test"))
    write_samples(tmp_path / "stable.gpkg", values, landslide=np.zeros(400, int))
    before = files_in(tmp_path)
    for changes, words in (
        ({"FACTORS": str(tmp_path / "constant.tif")}, ("FACTORS (aspect)", "is 90 at every training sample")),
        ({"FACTORS": str(tmp_path / "one.tif")}, ("FACTORS (slope)", "is the only factor")),
        ({"SAMPLES": str(tmp_path / "all_test.gpkg")}, ("SAMPLES", "has no training samples")),
        ({"SAMPLES": str(tmp_path / "stable.gpkg")}, ("SAMPLES", "has no landslides")),
        ({"TABLE": area["FACTORS"]}, ("TABLE", "is also an input")),
    ):
        message = refusal("jackknife", **(area | {"TABLE": str(tmp_path / "t.csv")} | changes))
        assert all(word in message for word in words), message
        assert files_in(tmp_path) == before
