"""landslide:trainsusceptibility and landslide:applysusceptibility."""

import csv
import json
import re
import shutil
import zipfile
from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score
from susceptibility_support import CELL, FACTORS, GRID, factor_values, write_samples, write_stack

from landslide_toolbox.algorithms.susceptibility.trainsusceptibility import MODELS, PRESETS
from landslide_toolbox.core.factor import CATEGORICAL, Factor
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.settings import PRESETS as PRESETS_OF_STUDIES
from landslide_toolbox.models.susceptibility.sound_trees import TREE
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model
from landslide_toolbox.ui.dialog.card_rows import card_rows
from support import files_in, read_layer, read_raster

QUICKEST = ["cnn", "random_forest", "xgboost", "frequency_ratio"]
QUICK = {"TREES": 20, "EPOCHS": 3, "DEVICE": "cpu"}


@pytest.fixture
def area(tmp_path):
    """A stack with one cell without slope, samples, and the parameters that name them."""
    values = factor_values()
    samples = write_samples(tmp_path / "samples.gpkg", values)
    values[0, 0, 0] = np.nan
    stack = write_stack(tmp_path / "stack.tif", values)
    return {"FACTORS": stack, "SAMPLES": samples}


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def samples_of(path):
    """Return rows, columns, labels and splits."""
    shapes, fields = read_layer(path)
    rows, columns = GRID.cells_at(np.array([s.GetX() for s in shapes]), np.array([s.GetY() for s in shapes]))
    return rows, columns, np.array([f["landslide"] for f in fields]), np.array([f["split"] for f in fields])


def test_the_models_offered_are_those_there_are():
    assert set(MODELS) == set(DEFAULTS)
    assert ["none", *PRESETS_OF_STUDIES] == PRESETS
    # what the studies of these places published
    assert PRESETS_OF_STUDIES == {"moxi": "cnn", "ludian": "hybrid_cnn", "zhangjiajie": "multiscale_cnn_3d"}


def test_presets_and_further_settings_reach_the_model(run, area, tmp_path):
    text = '{"penalty": 0.25, "balanced": true, "classes": 12.0}'
    output = str(tmp_path / "m.lsm")
    run("trainsusceptibility", **area, MODEL="logistic_regression", HYPERPARAMETERS=text, SEED=11, OUTPUT=output)
    card = load_susceptibility_model(output, "cpu").card
    settings = card["training"]["settings"]
    assert (settings["penalty"], settings["balanced"], settings["window"]) == (0.25, True, 1)
    assert repr(settings["classes"]) == "12"
    assert card["seed"] == settings["seed"] == 11
    quick = {"VALIDATION": "test_split", "EPOCHS": 1, "WINDOW": 7, "DEVICE": "cpu"}
    run("trainsusceptibility", **area, **quick, PRESET="ludian", OUTPUT=output)
    card = load_susceptibility_model(output, "cpu").card
    assert (card["architecture"], card["window"], card["training"]["settings"]["optimizer"]) == ("hybrid_cnn", 7, "adagrad")


@pytest.mark.parametrize("model", QUICKEST)
def test_the_map_at_the_test_samples_gives_the_auc_of_the_report(run, area, tmp_path, model):
    outputs = run(
        "trainsusceptibility", **area, **QUICK, MODEL=model, VALIDATION="test_split",
        OUTPUT=str(tmp_path / "m.lsm"), METRICS=str(tmp_path / "m.csv"),
    )  # fmt: skip
    run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=outputs["OUTPUT"], OUTPUT=str(tmp_path / "map.tif"))
    susceptibility = read_raster(tmp_path / "map.tif")[0]
    rows, columns, landslide, split = samples_of(area["SAMPLES"])
    test = (split == "test") & np.isfinite(susceptibility[rows, columns])
    expected = roc_auc_score(landslide[test], susceptibility[rows, columns][test])
    assert outputs["AUC"] == pytest.approx(expected, abs=1e-9)
    assert float(rows_of(tmp_path / "m.csv")[0]["auc"]) == outputs["AUC"]
    assert np.argwhere(np.isnan(susceptibility)).tolist() == [[0, 0]]
    assert 0 <= np.nanmin(susceptibility) < np.nanmax(susceptibility) <= 1
    assert (tmp_path / "map.qml").exists()
    if model != "cnn":  # three epochs teach a network little
        assert outputs["AUC"] > 0.85


def test_spatial_and_random_validation_and_what_the_report_says(run, area, tmp_path):
    outputs = run(
        "trainsusceptibility", **area, **QUICK, MODEL="random_forest", VALIDATION="random_cv",
        OUTPUT=str(tmp_path / "m.lsm"), METRICS=str(tmp_path / "m.csv"), REPORT=str(tmp_path / "m.html"),
    )  # fmt: skip
    rows = rows_of(tmp_path / "m.csv")
    kinds = ["random cross-validation", "spatial cross-validation", "test samples"]
    assert [row["validation"] for row in rows[::3]] == kinds
    assert float(rows[0]["auc_low"]) < outputs["AUC"] < float(rows[0]["auc_high"])
    assert {row["threshold_choice"] for row in rows} == {"half", "youden", "balanced"}
    for row in rows:
        tp, fp, fn, tn = (int(row[n]) for n in ("true_positives", "false_positives", "false_negatives", "true_negatives"))
        assert tp + fp + fn + tn == int(row["samples"])
        assert tp + fn == int(row["landslide_cells"])
        assert float(row["accuracy"]) == pytest.approx((tp + tn) / (tp + fp + fn + tn))
    page = (tmp_path / "m.html").read_text()
    assert "Random cross-validation is optimistic" in page
    assert {"roc.csv", "calibration.png", "folds.csv"} <= set(files_in(tmp_path / "m_files"))
    card = load_susceptibility_model(tmp_path / "m.lsm", "cpu").card
    assert [factor["name"] for factor in card["encoder"]["factors"]] == ["slope", "aspect", "rock"]
    assert (card["cell_size"], card["seed"], card["training"]["source"]) == (CELL, 0, area["SAMPLES"])
    shown = dict(card_rows(card))
    assert (shown["Factors"], shown["Cell size"], shown["Source"]) == ("slope, aspect, rock", "30 m", "samples.gpkg")
    assert {"Spatial blocks", "Random folds", "Threshold", "Licence"} <= set(shown) and "samples" in shown["Trained on"]
    assert shown["Random folds"].startswith(f"AUC {outputs['AUC']:.3f} (")


def test_points_with_a_label_alone_are_validated_by_blocks_and_at_random(run, area, tmp_path):
    from support import make_layer

    rows, columns, landslide, _ = samples_of(area["SAMPLES"])
    x, y = GRID.centres(rows, columns)
    own = make_layer(
        tmp_path / "own.gpkg",
        [f"POINT({a} {b})" for a, b in zip(x, y, strict=True)],
        attributes={"landslide": landslide.tolist()},
    )
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "REPORT": str(tmp_path / "m.html"), "METRICS": str(tmp_path / "m.csv")}
    run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=own, **QUICK, VALIDATION="random_cv", **files)
    assert [row["validation"] for row in rows_of(files["METRICS"])[::3]] == [
        "random cross-validation", "spatial cross-validation",
    ]  # fmt: skip
    page = (tmp_path / "m.html").read_text()
    assert "The samples do not say in which blocks they lie: " in page
    assert "by spatial blocks: " in page


@pytest.mark.parametrize("model", QUICKEST)
def test_test_samples_teach_nothing_and_the_seed_repeats_the_run(run, area, tmp_path, model):
    values = factor_values()
    rows, columns, landslide, split = samples_of(area["SAMPLES"])
    test = split == "test"
    other = write_samples(tmp_path / "other.gpkg", values, landslide=np.where(test, 1 - landslide, landslide))
    values[0, rows[test], columns[test]] = 1000
    stack = write_stack(tmp_path / "other.tif", values)
    variants = [area, area | {"SAMPLES": other}, {"FACTORS": stack, "SAMPLES": other}]
    if model == "cnn":
        variants.pop()  # surroundings of training samples may hold values of test cells, labels never
    payloads = []
    validation = "spatial_cv" if model == "frequency_ratio" else "test_split"
    for inputs in variants:
        run("trainsusceptibility", **inputs, **QUICK, MODEL=model, VALIDATION=validation, OUTPUT=str(tmp_path / "m.lsm"))
        with zipfile.ZipFile(tmp_path / "m.lsm") as archive:
            name = next(n for n in archive.namelist() if n != "model.json")
            card = json.loads(archive.read("model.json"))
            assert card["metrics"]["test_split"]
            payloads.append((_content(name, archive.read(name)), card["thresholds"], card["encoder"]))
    assert all(payload == payloads[0] for payload in payloads)


def _content(name, payload):
    """Return what must repeat; skops stores identities of objects that do not."""
    if name != "model.skops":
        return payload
    from skops.io import loads

    forest = loads(payload, trusted=[TREE])
    return [(tree.tree_.threshold.tobytes(), tree.tree_.value.tobytes()) for tree in forest.estimators_]


@pytest.mark.parametrize(
    ("change", "parameters", "sentence"),
    [
        ({"landslide": np.ones(400, int)}, {}, "SAMPLES .*no cells without landslides"),
        ({"slide": np.ones(400, int), "landslide": np.full(400, 3)}, {}, "SAMPLES .*value 3"),
        ({"split": ["train"] * 400}, {"VALIDATION": "test_split"}, "VALIDATION .*test samples"),
        ({}, {"MODEL": "cnn", "WINDOW": 61}, "WINDOW .*larger than the raster"),
        ({}, {"MODEL": "cnn", "WINDOW": 3}, "WINDOW .*too small"),
        ({}, {"HYPERPARAMETERS": '{"penalti": 1}'}, "HYPERPARAMETERS .*penalti.*no setting; the settings are .*penalty"),
        ({}, {"HYPERPARAMETERS": '{"balanced": 3}'}, r"HYPERPARAMETERS \(balanced: 3\) is not true or false; write one"),
        ({}, {"HYPERPARAMETERS": '{"penalty": "1"}'}, r'HYPERPARAMETERS \(penalty: "1"\) is no number; write one'),
        ({}, {"HYPERPARAMETERS": '{"trees": 10.5}'}, r"HYPERPARAMETERS \(trees: 10.5\) is no whole number; write one"),
        ({}, {"HYPERPARAMETERS": '{"optimizer": 3}'}, "HYPERPARAMETERS .*3.*no optimizer; choose adamw"),
        (
            {},
            {"HYPERPARAMETERS": '{"epochs": 4}'},
            r"EPOCHS \(3\) contradicts HYPERPARAMETERS, where epochs is 4; leave one of the two out",
        ),
        (
            {},
            {"CLASS_WEIGHTS": "none", "HYPERPARAMETERS": '{"balanced": true}'},
            r"CLASS_WEIGHTS \(none\) contradicts HYPERPARAMETERS, where balanced is true",
        ),
        ({}, {"HYPERPARAMETERS": '{"penalty": NaN}'}, "HYPERPARAMETERS .*penalty: nan.*out of range"),
        ({}, {"HYPERPARAMETERS": '{"trees": -4}'}, "HYPERPARAMETERS .*trees: -4.*out of range"),
        ({}, {"HYPERPARAMETERS": '{"encoding": "magic"}'}, "HYPERPARAMETERS .*magic.*no encoding; choose standard"),
        ({}, {"MEMBERS": 1000}, "MEMBERS .1000. is out of range; choose 1 to 100"),
        ({}, {"MODEL": "cnn_3d", "HYPERPARAMETERS": '{"augment": true}'}, "WINDOW .*12.*odd"),
        ({}, {"HYPERPARAMETERS": "penalty=1"}, "HYPERPARAMETERS .*no JSON object"),
        ({}, {"HYPERPARAMETERS": '{"optimizer": "magic"}'}, "HYPERPARAMETERS .*magic.*no optimizer"),
    ],
)
def test_what_cannot_be_trained_is_said(refusal, tmp_path, change, parameters, sentence):
    values = factor_values()
    stack = write_stack(tmp_path / "stack.tif", values)
    samples = write_samples(tmp_path / "samples.gpkg", values, **change)
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "METRICS": str(tmp_path / "m.csv")}
    message = refusal("trainsusceptibility", FACTORS=stack, SAMPLES=samples, **QUICK, **parameters, **files)
    assert re.search(sentence, message), message
    assert files_in(tmp_path) == ["samples.gpkg", "stack.qml", "stack.tif"]


def test_a_constant_factor_is_named(refusal, area, tmp_path):
    values = factor_values()
    values[0] = 12
    stack = write_stack(tmp_path / "flat.tif", values)
    message = refusal("trainsusceptibility", FACTORS=stack, SAMPLES=area["SAMPLES"], OUTPUT=str(tmp_path / "m.lsm"))
    assert re.search(r"FACTORS \(slope\) is 12 at every training sample.*leave it out", message)


def test_samples_that_share_cells_and_categories_new_in_the_test_are_said(run, area, tmp_path):
    from support import make_layer

    values = factor_values()
    rows, columns, landslide, split = samples_of(area["SAMPLES"])
    values[2, rows[split == "test"], columns[split == "test"]] = 42
    stack = write_stack(tmp_path / "new.tif", values)
    run("trainsusceptibility", FACTORS=stack, SAMPLES=area["SAMPLES"], **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
    assert "rock has categories among the test samples that training never saw and that count as unknown: 42." in run.log
    x, y = GRID.centres(rows // 2 * 2, columns // 2 * 2)  # as if drawn on cells of twice the side
    fields = {"landslide": landslide.tolist(), "fold": (rows // 20 + 1).tolist(), "block": (rows // 20 + 1).tolist()}
    coarse = make_layer(tmp_path / "c.gpkg", [f"POINT({a} {b})" for a, b in zip(x, y, strict=True)], attributes=fields)
    run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=coarse, **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
    assert re.search(
        "samples share a cell of the stack: were they drawn on another grid. .* cells are landslide and none", run.log
    )


def test_samples_of_a_shifted_grid_are_told_from_points_that_lie_anywhere(run, area, tmp_path):
    from support import make_layer

    rows, columns, landslide, _ = samples_of(area["SAMPLES"])
    x, y = GRID.centres(rows, columns)
    anywhere = np.random.default_rng(0).uniform(-CELL / 2, CELL / 2, (2, len(x)))
    for shift, doubted in (((0, 0), False), ((10, -10), True), (anywhere, False)):
        points = [f"POINT({a} {b})" for a, b in zip(x + shift[0], y + shift[1], strict=True)]
        samples = make_layer(tmp_path / "moved.gpkg", points, attributes={"landslide": landslide.tolist()})
        run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=samples, **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
        assert ("off the centres of cells, all alike: were they drawn on another grid" in run.log) == doubted
        (tmp_path / "moved.gpkg").unlink()


@pytest.mark.parametrize("damage", ["thresholds", "statistics", "calibration"])
def test_a_damaged_card_is_refused_in_one_sentence(refusal, area, model, tmp_path, damage):
    with zipfile.ZipFile(model) as archive:
        card, payload = json.loads(archive.read("model.json")), archive.read("model.skops")
    change = {"thresholds": {}, "calibration": {"kind": "platt", "numbers": [[-1, 0]]}}
    if damage == "statistics":
        card["encoder"]["statistics"][0].pop("mean")
    else:
        card[damage] = change[damage]
    with zipfile.ZipFile(tmp_path / "d.lsm", "w") as archive:
        archive.writestr("model.json", json.dumps(card))
        archive.writestr("model.skops", payload)
    output = str(tmp_path / "a.tif")
    message = refusal("applysusceptibility", FACTORS=area["FACTORS"], MODEL=str(tmp_path / "d.lsm"), OUTPUT=output)
    assert re.search("MODEL .*is damaged .*train the model again", message)


def test_a_fold_of_one_class_is_merged_and_said(run, area, tmp_path):
    _, _, landslide, split = samples_of(area["SAMPLES"])
    block = np.where((landslide == 1) & (np.arange(400) % 9 == 0), 50, np.arange(400) % 3 + 1)
    fold = np.where(split == "test", 0, np.where(block == 50, 4, block))
    samples = write_samples(tmp_path / "odd.gpkg", factor_values(), block=block, fold=fold)
    run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=samples, **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
    assert "Fold 4 holds one class only and was merged with fold 3" in run.log


@pytest.mark.parametrize(
    ("model", "at"), [("random_forest", 40), ("xgboost", 60), ("cnn", 30), ("cnn", 94), ("logistic_regression", 98.1)]
)
def test_cancel_leaves_nothing(cancelled_run, area, tmp_path, model, at):
    """At 98.1 % the model and the metrics are written and the report is not."""
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "METRICS": str(tmp_path / "m.csv"), "REPORT": str(tmp_path / "m.html")}
    cancelled_run("trainsusceptibility", at=at, **area, **QUICK, MODEL=model, **files)
    assert files_in(tmp_path) == ["samples.gpkg", "stack.qml", "stack.tif"]


@pytest.fixture(scope="module")
def forest(provider, tmp_path_factory):
    """The path of a random forest trained on the area, made once for this file."""
    import processing

    folder, values = tmp_path_factory.mktemp("forest"), factor_values()
    inputs = {"FACTORS": write_stack(folder / "stack.tif", values), "SAMPLES": write_samples(folder / "samples.gpkg", values)}
    output = str(folder / "m.lsm")
    processing.run("landslide:trainsusceptibility", inputs | QUICK | {"MODEL": "random_forest", "OUTPUT": output})
    return output


@pytest.mark.parametrize(
    ("parameters", "at"),
    [
        ({"MODEL": "random_forest", "TUNING_TRIALS": 5}, 20),
        ({"MODEL": "cnn", "TUNING_TRIALS": 2}, 30),
        ({"MODEL": "xgboost", "MEMBERS": 3}, 50),
        ({"MODEL": "gbdt_lr", "CALIBRATION": "isotonic"}, 80),
    ],
)
def test_cancel_in_a_search_or_an_ensemble_leaves_nothing(cancelled_run, area, tmp_path, parameters, at):
    before = files_in(tmp_path)
    files = {"OUTPUT": "m.lsm", "METRICS": "m.csv", "REPORT": "m.html", "MATCHES": "p.gpkg"}
    outputs = {name: str(tmp_path / file) for name, file in files.items()}
    cancelled_run("trainsusceptibility", at=at, **area, **QUICK, **parameters, **outputs)
    assert files_in(tmp_path) == before


@pytest.fixture
def model(area, forest, tmp_path):
    return str(shutil.copy(forest, tmp_path))


def test_factors_are_matched_by_name(run, area, model, tmp_path):
    values = factor_values()
    extra = np.stack([values[2], np.zeros_like(values[0]), values[0], values[1]])
    factors = [FACTORS[2], Factor("relief"), FACTORS[0], FACTORS[1]]
    other = write_stack(tmp_path / "other.tif", extra, factors)
    run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
    run("applysusceptibility", FACTORS=other, MODEL=model, OUTPUT=str(tmp_path / "b.tif"))
    first, second = read_raster(tmp_path / "a.tif"), read_raster(tmp_path / "b.tif")
    second[0, 0, 0] = np.nan
    np.testing.assert_array_equal(first, second)


def test_unknown_categories_are_named(run, area, model, tmp_path):
    values = factor_values()
    values[2, 5, 5] = 42
    stack = write_stack(tmp_path / "new.tif", values)
    run("applysusceptibility", FACTORS=stack, MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
    assert "rock has categories that the model never saw and takes for unknown: 42" in run.log


def test_uncertainty_is_the_spread_over_trees_and_refused_where_there_is_none(run, refusal, area, model, tmp_path):
    files = {"OUTPUT": str(tmp_path / "a.tif"), "UNCERTAINTY": str(tmp_path / "u.tif")}
    outputs = run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=model, **files)
    assert outputs["UNCERTAINTY"] == files["UNCERTAINTY"]
    mean, spread = read_raster(files["OUTPUT"])[0], read_raster(files["UNCERTAINTY"])[0]
    assert (np.isnan(mean) == np.isnan(spread)).all()
    # shares of trees lie in [0, 1], where no spread exceeds that of as many zeros and ones
    assert (spread[np.isfinite(spread)] <= np.sqrt(mean * (1 - mean))[np.isfinite(mean)] + 1e-5).all()
    before = files_in(tmp_path)
    run("trainsusceptibility", **area, MODEL="logistic_regression", OUTPUT=str(tmp_path / "lr.lsm"))
    files = {"OUTPUT": str(tmp_path / "b.tif"), "UNCERTAINTY": str(tmp_path / "v.tif")}
    message = refusal("applysusceptibility", FACTORS=area["FACTORS"], MODEL=str(tmp_path / "lr.lsm"), **files)
    assert re.search("UNCERTAINTY .*MEMBERS above 1", message)
    assert files_in(tmp_path) == sorted([*before, "lr.lsm"])


@pytest.mark.parametrize(
    ("factors", "sentence"),
    [
        ([Factor("slope"), Factor("aspect"), Factor("rock", CATEGORICAL)], "aspect of kind continuous .*circular"),
        ([Factor("slope", units="percent"), *FACTORS[1:]], "slope of units percent .*degree"),
        ([Factor("gradient"), *FACTORS[1:]], "lacks the factors slope"),
    ],
)
def test_stacks_that_do_not_fit_the_model_are_refused(refusal, model, tmp_path, factors, sentence):
    stack = write_stack(tmp_path / "other.tif", factor_values(), factors)
    message = refusal("applysusceptibility", FACTORS=stack, MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
    assert re.search(sentence, message), message
    assert not (tmp_path / "a.tif").exists()


def test_files_that_are_no_model_and_outputs_that_are_inputs_are_refused(refusal, area, model, tmp_path):
    (tmp_path / "text.lsm").write_text("hello")
    output = str(tmp_path / "a.tif")
    message = refusal("applysusceptibility", FACTORS=area["FACTORS"], MODEL=str(tmp_path / "text.lsm"), OUTPUT=output)
    assert "not a Landslide Toolbox model" in message
    message = refusal("applysusceptibility", FACTORS=area["FACTORS"], MODEL=model, OUTPUT=area["FACTORS"])
    assert "is also an input" in message


def test_a_stack_without_any_complete_cell_leaves_nothing(refusal, model, tmp_path):
    values = factor_values()
    values[0, :30], values[1, 30:] = np.nan, np.nan
    stack = write_stack(tmp_path / "halves.tif", values)
    before = files_in(tmp_path)
    files = {"OUTPUT": str(tmp_path / "a.tif"), "UNCERTAINTY": str(tmp_path / "u.tif")}
    message = refusal("applysusceptibility", FACTORS=stack, MODEL=model, **files)
    assert re.search("FACTORS .*has no cell with all factors of the model", message)
    assert files_in(tmp_path) == before


def test_cells_of_another_size_are_warned_of(run, area, model, tmp_path):
    x, cell, *_ = GRID.geotransform
    for factor, warned in ((1.005, False), (2, True)):
        grid = replace(GRID, geotransform=(x, cell * factor, 0.0, GRID.geotransform[3], 0.0, -cell * factor))
        stack = write_stack(tmp_path / "coarse.tif", factor_values(), grid=grid)
        run("applysusceptibility", FACTORS=stack, MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
        assert ("trained on cells of 30 and is applied to cells of 60" in run.log) == warned


def test_cancelled_maps_leave_nothing(cancelled_run, model, tmp_path, monkeypatch):
    from landslide_toolbox.models.susceptibility.model import SusceptibilityModel

    monkeypatch.setattr(SusceptibilityModel, "block", 16)
    before = files_in(tmp_path)
    stack = str(tmp_path / "stack.tif")
    cancelled_run("applysusceptibility", at=50, FACTORS=stack, MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
    assert files_in(tmp_path) == before


def test_the_style_loads_in_qgis(run, area, model, tmp_path):
    from qgis.core import QgsRasterLayer

    run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=model, OUTPUT=str(tmp_path / "a.tif"))
    layer = QgsRasterLayer(str(tmp_path / "a.tif"))
    assert layer.renderer().type() == "singlebandpseudocolor"
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [(item.value, item.color.name()) for item in items][-1] == (1.0, "#d7191c")


def test_repeated_draws_make_an_ensemble_with_a_member_each(run, area, tmp_path):
    _, _, landslide, _ = samples_of(area["SAMPLES"])
    draw = np.where(landslide == 1, 0, np.arange(400) % 3 + 1)
    samples = write_samples(tmp_path / "drawn.gpkg", factor_values(), draw=draw)
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "METRICS": str(tmp_path / "m.csv"), "REPORT": str(tmp_path / "m.html")}
    run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=samples, MODEL="logistic_regression", **files)
    model = load_susceptibility_model(files["OUTPUT"], "cpu")
    assert len(model.members) == 3
    assert len({member.estimator.intercept_[0] for member in model.members}) == 3
    rows = rows_of(tmp_path / "m_files" / "draws.csv")
    spatial = [float(row["auc"]) for row in rows if row["validation"] == "spatial cross-validation"]
    assert len(spatial) == 3
    assert f"over 3 draws of cells without landslides: {np.mean(spatial):.3f} ± {np.std(spatial, ddof=1):.3f}" in run.log
    # metrics are those of the landslides and one draw, so that their share is the one asked for
    first = rows_of(tmp_path / "m.csv")[0]
    assert int(first["samples"]) == int(first["landslide_cells"]) + int(
        ((draw == 1) & (samples_of(samples)[3] == "train")).sum()
    )
    run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=files["OUTPUT"], OUTPUT=str(tmp_path / "a.tif"),
        UNCERTAINTY=str(tmp_path / "u.tif"))  # fmt: skip
    assert np.nanmax(read_raster(tmp_path / "u.tif")) > 0


@pytest.mark.parametrize("kind", ["platt", "isotonic"])
def test_calibration_is_fitted_on_held_out_folds_stored_and_applied(run, area, tmp_path, kind):
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "REPORT": str(tmp_path / "m.html"), "METRICS": str(tmp_path / "m.csv")}
    settings = {"MODEL": "gbdt_lr", "HYPERPARAMETERS": '{"penalty": 1000.0, "trees": 60}'}  # far too sure of itself
    run("trainsusceptibility", **area, **settings, CALIBRATION=kind, **files)
    brier = {row["scores"]: float(row["brier"]) for row in rows_of(tmp_path / "m_files" / "brier.csv")}
    spatial = "spatial cross-validation"
    assert brier[f"{spatial}, calibrated"] < brier[f"{spatial}, as it was"] - 0.01
    assert float(rows_of(files["METRICS"])[0]["brier"]) == pytest.approx(brier[f"{spatial}, calibrated"])
    model = load_susceptibility_model(files["OUTPUT"], "cpu")
    assert model.card["calibration"]["kind"] == kind
    run("applysusceptibility", FACTORS=area["FACTORS"], MODEL=files["OUTPUT"], OUTPUT=str(tmp_path / "a.tif"))
    values = factor_values()[:, :, :, None, None].transpose(1, 2, 0, 3, 4).reshape(-1, 3, 1, 1)
    raw = model.predict_patches(values, calibrated=False)
    mapped = read_raster(tmp_path / "a.tif")[0].ravel()
    np.testing.assert_allclose(mapped[1:], model.calibrator(raw)[1:], atol=1e-6)
    assert np.abs(mapped[1:] - raw[1:]).max() > 0.02


def test_matching_codes_are_those_of_the_confusion_matrix(run, area, tmp_path):
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "METRICS": str(tmp_path / "m.csv"), "MATCHES": str(tmp_path / "points.gpkg")}
    run("trainsusceptibility", **area, **QUICK, MODEL="xgboost", REPORT=str(tmp_path / "m.html"), **files)
    shapes, fields = read_layer(files["MATCHES"])
    counts = {code: sum(field["code"] == code for field in fields) for code in ("TP", "FP", "FN", "TN")}
    row = next(row for row in rows_of(files["METRICS"]) if row["threshold_choice"] == "youden")
    names = ("true_positives", "false_positives", "false_negatives", "true_negatives")
    assert list(counts.values()) == [int(row[name]) for name in names]
    for field in fields:
        assert (field["code"] in ("TP", "FN")) == (field["landslide"] == 1)
        assert (field["code"] in ("TP", "FP")) == (field["score"] >= field["threshold"])
    places = {(shape.GetX(), shape.GetY()) for shape in shapes}
    rows, columns, _, split = samples_of(area["SAMPLES"])
    x, y = GRID.centres(rows, columns)
    assert places <= set(zip(x[split == "train"], y[split == "train"], strict=True))
    assert (tmp_path / "points.qml").exists()
    assert len(rows_of(tmp_path / "m_files" / "matches.csv")) == len(fields)


@pytest.mark.slow
def test_a_search_chooses_settings_on_the_training_samples_alone(run, area, tmp_path):
    files = {"OUTPUT": str(tmp_path / "m.lsm"), "REPORT": str(tmp_path / "m.html")}
    parameters = {"MODEL": "frequency_ratio", "TUNING_TRIALS": 4}
    run("trainsusceptibility", **area, **parameters, **files)
    trials = rows_of(tmp_path / "m_files" / "trials.csv")
    assert len(trials) == 4
    best = max((row for row in trials if row["state"] == "complete"), key=lambda row: float(row["score"]))
    settings = load_susceptibility_model(files["OUTPUT"], "cpu").card["training"]["settings"]
    assert settings["classes"] == int(best["classes"])
    assert trials[0]["classes"] == "10"  # what would have been used without a search
    _, _, landslide, split = samples_of(area["SAMPLES"])
    other = write_samples(
        tmp_path / "other.gpkg", factor_values(), landslide=np.where(split == "test", 1 - landslide, landslide)
    )
    run("trainsusceptibility", FACTORS=area["FACTORS"], SAMPLES=other, **parameters, **files)
    again = rows_of(tmp_path / "m_files" / "trials.csv")
    assert [row["score"] for row in again] == [row["score"] for row in trials]


@pytest.mark.parametrize("model", sorted(DEFAULTS))
def test_every_setting_searched_is_one_the_model_takes(model):
    from landslide_toolbox.core.search_record import Choice
    from landslide_toolbox.models.susceptibility.tuning import SPACES

    settings = DEFAULTS[model]
    for name, space in SPACES[settings.family].items():
        values = space.values if isinstance(space, Choice) else (space.low, space.high)
        for value in values:
            settings.changed(**{name: value}).check()
        assert getattr(settings, name) in values or not isinstance(space, Choice)


def test_settings_change_what_is_trained(run, area, tmp_path):
    payloads = []
    for text in ("{}", '{"leaf_samples": 20}', '{"columns_per_split": 1.0}'):
        run(
            "trainsusceptibility",
            **area,
            TREES=5,
            VALIDATION="test_split",
            HYPERPARAMETERS=text,
            OUTPUT=str(tmp_path / "m.lsm"),
        )
        payloads.append(_content("model.skops", _payload(tmp_path / "m.lsm")))
    assert payloads[0] != payloads[1] != payloads[2] != payloads[0]


def _payload(path):
    with zipfile.ZipFile(path) as archive:
        return archive.read(next(name for name in archive.namelist() if name != "model.json"))
