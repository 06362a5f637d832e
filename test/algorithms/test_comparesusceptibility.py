"""landslide:comparesusceptibility."""

import re

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score
from susceptibility_support import GRID, factor_values, write_samples, write_stack

from support import files_in, read_csv, read_layer, read_raster


@pytest.fixture
def area(run, tmp_path):
    """A stack, samples and two models trained on them."""
    values = factor_values()
    inputs = {
        "FACTORS": write_stack(tmp_path / "stack.tif", values),
        "SAMPLES": write_samples(tmp_path / "samples.gpkg", values),
    }
    for model in ("logistic_regression", "frequency_ratio"):
        run("trainsusceptibility", **inputs, MODEL=model, VALIDATION="test_split", OUTPUT=str(tmp_path / f"{model}.lsm"))
    return inputs | {"MODELS": [str(tmp_path / "logistic_regression.lsm"), str(tmp_path / "frequency_ratio.lsm")]}


def test_compares_on_the_test_samples(run, area, tmp_path):
    run("comparesusceptibility", **area, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
    rows = read_csv(tmp_path / "t.csv")
    assert [row["validation"] for row in rows[::3]] == ["logistic_regression", "frequency_ratio"]
    shapes, fields = read_layer(area["SAMPLES"])
    test = np.array([field["split"] == "test" for field in fields])
    landslide = np.array([field["landslide"] for field in fields])[test]
    cells = GRID.cells_at(np.array([s.GetX() for s in shapes]), np.array([s.GetY() for s in shapes]))
    for place, row in enumerate(rows[::3]):
        output = str(tmp_path / f"{place}.tif")
        run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=area["MODELS"][place], OUTPUT=output)
        score = read_raster(output)[0][cells][test]
        assert float(row["auc"]) == pytest.approx(roc_auc_score(landslide, score), abs=1e-9)
    pairs = read_csv(tmp_path / "r_files" / "pairs.csv")
    difference = float(rows[0]["auc"]) - float(rows[3]["auc"])
    assert float(pairs[0]["auc_difference"]) == pytest.approx(difference)
    assert 0 <= float(pairs[0]["delong_p"]) <= 1
    assert pairs[0]["mcnemar"] == "exact"


def test_samples_without_a_test_part_are_used_with_a_warning(run, area, tmp_path):
    samples = write_samples(tmp_path / "all.gpkg", factor_values(), split=["train"] * 400)
    run("comparesusceptibility", **area | {"SAMPLES": samples}, TABLE=str(tmp_path / "t.csv"))
    assert "may have learnt from them" in run.log


def test_what_cannot_be_compared_is_said(refusal, area, tmp_path):
    before = files_in(tmp_path)
    table = str(tmp_path / "t.csv")
    message = refusal("comparesusceptibility", **area | {"MODELS": area["MODELS"][:1]}, TABLE=table)
    assert re.search("MODELS .*two or more", message)
    (tmp_path / "text.lsm").write_text("hello")
    message = refusal("comparesusceptibility", **area | {"MODELS": [*area["MODELS"], str(tmp_path / "text.lsm")]}, TABLE=table)
    assert re.search(r"MODELS \(.*text.lsm\) is not a Landslide Toolbox model", message)
    (tmp_path / "text.lsm").unlink()
    samples = write_samples(tmp_path / "one.gpkg", factor_values(), landslide=np.ones(400, int))
    message = refusal("comparesusceptibility", **area | {"SAMPLES": samples}, TABLE=table)
    assert re.search("SAMPLES .*lacks landslides or cells without", message)
    assert files_in(tmp_path) == sorted([*before, "one.gpkg"])


@pytest.mark.parametrize("at", [40, 92])
def test_cancel_leaves_nothing(cancelled_run, area, tmp_path, at):
    before = files_in(tmp_path)
    cancelled_run("comparesusceptibility", at=at, **area, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
    assert files_in(tmp_path) == before
