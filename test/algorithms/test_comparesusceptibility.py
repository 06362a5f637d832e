"""landslide:comparesusceptibility."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score
from susceptibility_support import GRID, factor_values, write_samples, write_stack

from support import files_in, make_layer, read_csv, read_layer, read_raster, square


@pytest.fixture(scope="module")
def area(provider, tmp_path_factory):
    """A stack, samples and two models trained on them."""
    import processing

    folder, values = tmp_path_factory.mktemp("area"), factor_values()
    inputs = {"FACTORS": write_stack(folder / "stack.tif", values), "SAMPLES": write_samples(folder / "samples.gpkg", values)}
    models = [str(folder / f"{model}.lsm") for model in ("logistic_regression", "frequency_ratio")]
    for path in models:
        training = {"MODEL": Path(path).stem, "VALIDATION": "test_split", "OUTPUT": path}
        processing.run("landslide:trainsusceptibility", inputs | training)
    return inputs | {"MODELS": models}


def test_compares_on_the_test_samples(run, area, tmp_path):
    run("comparesusceptibility", **area, MAPS=False, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
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
    assert 0 <= float(pairs[0]["delong_p"]) < float(pairs[0]["delong_p_by_landslide"]) <= 1
    assert pairs[0]["mcnemar"] == "exact"


def test_maps_side_by_side(run, area, tmp_path):
    """The table of the maps is what classifying each map alone says; scatter is what the map's cells say."""
    inventory = make_layer(tmp_path / "slides.gpkg", [square(500_030 + 150 * i, 3_998_300 + 130 * i, 90) for i in range(10)])
    outputs = {"TABLE": str(tmp_path / "t.csv"), "MAP_TABLE": str(tmp_path / "m.csv"), "REPORT": str(tmp_path / "r.html")}
    run("comparesusceptibility", **area, INVENTORY=inventory, CLASSES=4, **outputs)
    for row, model in zip(read_csv(outputs["MAP_TABLE"]), area["MODELS"], strict=True):
        paths = {name: str(tmp_path / f"{name}.tif") for name in ("map", "classes")}
        run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=model, OUTPUT=paths["map"])
        classify = {"INPUT": paths["map"], "INVENTORY": inventory, "CLASSES": 4, "TABLE": str(tmp_path / "c.csv")}
        run("classifysusceptibility", **classify, OUTPUT=paths["classes"])
        for alone in read_csv(tmp_path / "c.csv"):
            label = alone["label"].replace(" ", "_")
            for what in ("area_percent", "landslide_percent", "frequency_ratio"):
                assert float(row[f"{what}_{label}"]) == pytest.approx(float(alone[what]))
        classes = read_raster(paths["classes"])[0]
        differing = [(classes[1:] != classes[:-1]).ravel(), (classes[:, 1:] != classes[:, :-1]).ravel()]
        assert float(row["changing_neighbours_percent"]) == pytest.approx(100 * np.concatenate(differing).mean())
        assert -1 <= float(row["morans_i"]) <= 1
        assert float(row["patches_per_km2"]) > 1
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "The maps side by side" in html
    assert html.count("<img ") == 3
    assert "Moran&#x27;s I" in html or "Moran's I" in html


def test_categories_no_model_has_seen_are_named(run, area, tmp_path):
    values = factor_values()
    values[2] += 40
    stack = write_stack(tmp_path / "other.tif", values)
    run("comparesusceptibility", **area | {"FACTORS": stack}, MAPS=False, TABLE=str(tmp_path / "t.csv"))
    assert "rock has categories at samples that a model never saw and takes for unknown: 41, 42, 43." in run.log


def test_cells_of_another_size_than_the_trainings_are_said_once(run, area, tmp_path):
    wide = replace(GRID, geotransform=(500_000.0, 60.0, 0.0, 4_000_000.0, 0.0, -60.0))
    stack = write_stack(tmp_path / "wide.tif", factor_values(), grid=wide)
    run("comparesusceptibility", **area | {"FACTORS": stack}, MAPS=False, TABLE=str(tmp_path / "t.csv"))
    assert run.log.count("trained on cells of 30 and is applied to cells of 60") == 1


def test_a_table_of_maps_needs_the_maps(refusal, area, tmp_path):
    table = str(tmp_path / "m.csv")
    message = refusal("comparesusceptibility", **area, MAPS=False, MAP_TABLE=table, TABLE=str(tmp_path / "t.csv"))
    assert message == f"MAP_TABLE ({table}) needs the maps, and MAPS is off; switch MAPS on or leave the table out."
    assert not (tmp_path / "t.csv").exists()


def test_an_inventory_without_the_maps_is_said_not_to_count(run, area, tmp_path):
    inventory = make_layer(tmp_path / "slides.gpkg", [square(500_030, 3_998_300, 90)])
    run("comparesusceptibility", **area, MAPS=False, INVENTORY=inventory, TABLE=str(tmp_path / "t.csv"))
    assert f"INVENTORY ({inventory}) does not count without the maps" in run.log


def test_samples_without_a_test_part_are_used_with_a_warning(run, area, tmp_path):
    samples = write_samples(tmp_path / "all.gpkg", factor_values(), split=["train"] * 400)
    run("comparesusceptibility", **area | {"SAMPLES": samples, "MAPS": False}, TABLE=str(tmp_path / "t.csv"))
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
    far = make_layer(tmp_path / "far.gpkg", [square(900_000, 3_998_000, 50)])
    message = refusal("comparesusceptibility", **area, INVENTORY=far, TABLE=table)
    assert re.search("INVENTORY .*lies wholly outside", message)
    (tmp_path / "far.gpkg").unlink()
    samples = write_samples(tmp_path / "one.gpkg", factor_values(), landslide=np.ones(400, int))
    message = refusal("comparesusceptibility", **area | {"SAMPLES": samples}, TABLE=table)
    assert re.search("SAMPLES .*lacks landslides or cells without", message)
    assert files_in(tmp_path) == sorted([*before, "one.gpkg"])


@pytest.mark.parametrize("at", [5, 40, 92])
def test_cancel_leaves_nothing(cancelled_run, area, tmp_path, at):
    before = files_in(tmp_path)
    cancelled_run("comparesusceptibility", at=at, **area, TABLE=str(tmp_path / "t.csv"), REPORT=str(tmp_path / "r.html"))
    assert files_in(tmp_path) == before
