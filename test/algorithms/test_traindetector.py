"""Train detector: learns what is easy, keeps its word about presets, and refuses in one sentence."""

import json
import sys

import numpy as np
import pytest
from detection_support import write_chips

from landslide_toolbox.models.detection.detector import load_detector
from landslide_toolbox.models.model_file import read_card
from landslide_toolbox.ui.dialog.card_rows import card_rows
from support import files_in

QUICK = {"EPOCHS": 12, "BATCH_SIZE": 2, "DEVICE": "cpu", "AUGMENTATION": ["flips"]}


@pytest.fixture(scope="module")
def chips(tmp_path_factory):
    return write_chips(tmp_path_factory.mktemp("chips") / "chips")


def test_learns_an_easy_task_and_tells_about_it(run, chips, tmp_path):
    paths = {"OUTPUT": str(tmp_path / "detector.lsm"), "REPORT": str(tmp_path / "report.html")}
    assert run("traindetector", CHIPS=str(chips), **QUICK, **paths) == paths
    detector = load_detector(tmp_path / "detector.lsm", "cpu")
    metrics = detector.card["metrics"]
    assert metrics["test"]["iou"] > 0.9
    assert set(metrics) == {"val", "test"}
    assert 0 < detector.threshold < 1
    assert detector.card["training"]["settings"]["epochs"] == 12
    assert (detector.bands, detector.cell_size, detector.chip_size) == (["red", "nir"], 10.0, 32)
    shown = dict(card_rows(read_card(tmp_path / "detector.lsm", "detection")))
    assert {"Model", "Bands", "Cell size", "Threshold", "Validation chips", "Test chips", "Trained on", "Licence"} <= set(shown)
    assert (shown["Bands"], shown["Cell size"]) == ("red, nir", "10 m")
    assert f"IoU {metrics['test']['iou']:.3f}" in shown["Test chips"] and "landslides" in shown["Trained on"]
    page = (tmp_path / "report.html").read_text()
    assert f"IoU {metrics['test']['iou']:.3f}" in page
    expected = {"learning_curves.png", "examples.svg", "precision_recall.csv", "confusion_test.csv", "settings.csv"}
    assert expected <= set(files_in(tmp_path / "report_files"))
    assert "Threshold chosen on the validation chips" in run.log


def test_the_same_seed_gives_the_same_weights(run, chips, tmp_path):
    weights = []
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        path = tmp_path / f"{name}.lsm"
        run("traindetector", CHIPS=str(chips), **QUICK | {"EPOCHS": 2}, SEED=seed, OUTPUT=str(path))
        weights.append(load_detector(path, "cpu").network.head.weight.detach().numpy())
    np.testing.assert_array_equal(weights[0], weights[1])
    assert (weights[0] != weights[2]).any()


def test_a_preset_fills_in_what_is_left_empty(run, chips, tmp_path):
    path = tmp_path / "m.lsm"
    chosen = {"PRESET": "yixian", "EPOCHS": 1, "SCHEDULE": "constant", "BATCH_SIZE": 4}
    run("traindetector", CHIPS=str(chips), DEVICE="cpu", OUTPUT=str(path), **chosen)
    settings = load_detector(path, "cpu").card["training"]["settings"]
    assert settings["learning_rate"] == 1e-4
    assert settings["augmentation"] == ["flips"]
    assert (settings["epochs"], settings["schedule"], settings["batch_size"]) == (1, "constant", 4)
    assert "made for chips with chip_size 128; these have 32" in run.log


@pytest.mark.slow
def test_mask_rcnn_trains_and_reports_average_precision(run, chips, tmp_path):
    path = tmp_path / "m.lsm"
    run("traindetector", CHIPS=str(chips), ARCHITECTURE="maskrcnn_resnet18", EPOCHS=1, DEVICE="cpu", OUTPUT=str(path))
    card = load_detector(path, "cpu").card
    assert {"ap_mask", "ap50_box", "ar_mask", "object_f1", "iou"} <= set(card["metrics"]["test"])
    assert "loss" not in card["training"]["settings"]


def test_cancel_leaves_nothing(cancelled_run, chips, tmp_path):
    paths = {"OUTPUT": str(tmp_path / "m.lsm"), "REPORT": str(tmp_path / "m.html")}
    cancelled_run("traindetector", at=30, CHIPS=str(chips), **QUICK, **paths)
    assert files_in(tmp_path) == []


def test_an_interrupted_run_goes_on_from_its_checkpoint(run, cancelled_run, chips, tmp_path):
    checkpoint, path = tmp_path / "c.safetensors", tmp_path / "m.lsm"
    options = QUICK | {"EPOCHS": 3, "AUGMENTATION": ["flips", "erasing", "scaling", "colour"]}
    cancelled_run("traindetector", at=60, CHIPS=str(chips), **options, OUTPUT=str(path), CHECKPOINT=str(checkpoint))
    assert files_in(tmp_path) == ["c.safetensors"]
    run("traindetector", CHIPS=str(chips), **options, OUTPUT=str(path), CHECKPOINT=str(checkpoint))
    assert "Going on after epoch" in run.log
    run("traindetector", CHIPS=str(chips), **options, OUTPUT=str(tmp_path / "whole.lsm"))
    resumed, whole = load_detector(path, "cpu"), load_detector(tmp_path / "whole.lsm", "cpu")
    assert resumed.card["metrics"] == whole.card["metrics"]
    for name, weight in whole.network.state_dict().items():
        np.testing.assert_array_equal(resumed.network.state_dict()[name].numpy(), weight.numpy(), name)
    assert files_in(tmp_path) == ["m.lsm", "whole.lsm"]


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"EPOCHS": "many"}, "EPOCHS"),
        ({"ARCHITECTURE": "transformer"}, "ARCHITECTURE .*is not one of"),
        ({"ARCHITECTURE": "maskrcnn_resnet18", "LOSS": "focal"}, r"LOSS \(focal\) is not used by maskrcnn_resnet18.*clear it"),
        ({"CHIPS": "/no/such/folder"}, "CHIPS .*does not exist"),
        ({"CHECKPOINT": __file__}, "CHECKPOINT .*end it in .safetensors"),
        ({"OUTPUT": f"{__file__}/m.lsm"}, "OUTPUT .*cannot be written there; choose another folder"),
    ],
)
def test_unusable_values_are_refused(refusal, chips, tmp_path, parameters, sentence):
    options = {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm"), **QUICK} | parameters
    assert_matches(sentence, refusal("traindetector", **options))
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"counts": (4, 0, 2)}, "has no val chips; give validation a share in SPLIT, or cut smaller chips"),
        ({"without_landslides": ("train",)}, "shows no landslide in any train chip"),
        ({"without_landslides": ("val",)}, "shows no landslide in any val chip"),
        ({"constant_band": 1}, "has the band nir with one value only; leave the band out"),
    ],
)
def test_chips_that_teach_nothing_are_refused(refusal, tmp_path, change, sentence):
    folder = write_chips(tmp_path / "chips", **change)
    message = refusal("traindetector", CHIPS=str(folder), OUTPUT=str(tmp_path / "m.lsm"), **QUICK)
    assert_matches(rf"CHIPS \(.*{sentence}", message)
    assert not (tmp_path / "m.lsm").exists()


def test_a_file_that_is_no_checkpoint_is_refused_and_kept(refusal, chips, tmp_path):
    checkpoint = tmp_path / "c.safetensors"
    checkpoint.write_text("notes")
    options = {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm"), **QUICK, "CHECKPOINT": str(checkpoint)}
    assert "is not a checkpoint" in refusal("traindetector", **options)
    assert checkpoint.read_text() == "notes"


def test_a_checkpoint_of_another_training_is_refused(cancelled_run, refusal, chips, tmp_path):
    options = {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm"), "CHECKPOINT": str(tmp_path / "c.safetensors")}
    cancelled_run("traindetector", at=60, **options, **QUICK | {"EPOCHS": 3})
    assert "belongs to a training with other settings or chips" in refusal("traindetector", **options, **QUICK | {"EPOCHS": 4})


def test_the_words_are_those_of_the_models():
    from landslide_toolbox.algorithms.detection import traindetector as words
    from landslide_toolbox.models.detection import settings
    from landslide_toolbox.models.detection.networks import ARCHITECTURES

    assert list(settings.PRESETS) == words.PRESETS
    assert list(ARCHITECTURES) == words.ARCHITECTURES
    for name in ("LOSSES", "OPTIMIZERS", "SCHEDULES", "AUGMENTATIONS"):
        assert getattr(words, name) == list(getattr(settings, name))


def assert_matches(pattern, message):
    import re

    assert re.search(pattern, message), message


def test_test_chips_are_not_needed_but_missed(run, tmp_path):
    folder = write_chips(tmp_path / "chips", counts=(2, 1, 0))
    run("traindetector", CHIPS=str(folder), **QUICK | {"EPOCHS": 1}, OUTPUT=str(tmp_path / "m.lsm"))
    assert "There are no test chips" in run.log
    assert json.loads(json.dumps(load_detector(tmp_path / "m.lsm", "cpu").card["metrics"])).keys() == {"val"}


def test_an_initial_model_gives_the_network_and_a_head_start(run, chips, tmp_path):
    first, second = tmp_path / "first.lsm", tmp_path / "second.lsm"
    run("traindetector", CHIPS=str(chips), **QUICK, ARCHITECTURE="unet", OUTPUT=str(first))
    nearly_frozen = QUICK | {"EPOCHS": 1, "LEARNING_RATE": 1e-6, "INITIAL_MODEL": str(first)}
    run("traindetector", CHIPS=str(chips), **nearly_frozen, OUTPUT=str(second))
    detector = load_detector(second, "cpu")
    assert detector.card["architecture"] == "unet"
    assert detector.card["metrics"]["test"]["iou"] > 0.9
    assert "initial model first.lsm" in detector.card["training"]["start"]


def test_starting_weights_that_cannot_be_used_are_refused(refusal, chips, tmp_path):
    weights, model = tmp_path / "w.pth", tmp_path / "old.lsm"
    weights.write_text("no weights")
    model.write_text("no model")
    options = {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm"), **QUICK}
    assert "BACKBONE_WEIGHTS" in refusal("traindetector", **options, ARCHITECTURE="resnet18_se", BACKBONE_WEIGHTS=str(weights))
    assert "not a Landslide Toolbox model" in refusal("traindetector", **options, INITIAL_MODEL=str(model))
    both = {"INITIAL_MODEL": str(model), "BACKBONE_WEIGHTS": str(weights)}
    assert "cannot be used together with INITIAL_MODEL" in refusal("traindetector", **options, **both)
    same = options | {"INITIAL_MODEL": str(model), "OUTPUT": str(model)}
    assert "is also an input" in refusal("traindetector", **same)
    assert files_in(tmp_path) == ["old.lsm", "w.pth"]


SEARCH = {"EPOCHS": 2, "BATCH_SIZE": 2, "DEVICE": "cpu", "AUGMENTATION": ["none"], "TUNING_TRIALS": 3}


@pytest.mark.slow
def test_a_search_goes_on_after_cancel_and_is_told_in_the_report(run, cancelled_run, chips, tmp_path):
    checkpoint, path, report = tmp_path / "c.safetensors", tmp_path / "m.lsm", tmp_path / "m.html"
    options = SEARCH | {"CHIPS": str(chips), "OUTPUT": str(path), "REPORT": str(report), "CHECKPOINT": str(checkpoint)}
    cancelled_run("traindetector", at=45, **options)
    assert files_in(tmp_path) == ["c_search.json"]
    stored = json.loads((tmp_path / "c_search.json").read_text())["trials"]
    assert 1 <= len(stored) < 3
    run("traindetector", **options)
    assert "Trial 1 of 3" not in run.log
    assert "Trial 3 of 3" in run.log
    rows = (tmp_path / "m_files" / "trials.csv").read_text().splitlines()
    assert rows[0] == "trial,optimizer,learning_rate,alpha,gamma,score,steps,state,seconds"
    assert rows[1].startswith("1,adamw,0.001,0.6,2.0,")
    assert len(rows) == 4
    assert "Search for hyper-parameters" in report.read_text()
    trials = json.loads((tmp_path / "c_search.json").read_text())["trials"]
    assert trials[: len(stored)] == stored
    best = max(trials, key=lambda trial: trial["score"])
    card = load_detector(path, "cpu").card["training"]
    assert {name: card["settings"][name] for name in best["values"]} == best["values"]
    assert card["search"]["trials"] == 3
    # the final training is the best trial again, to the last digit
    history = (tmp_path / "m_files" / "learning_curves.csv").read_text().splitlines()[1:]
    assert max(float(row.split(",")[3]) for row in history) == best["score"]


def test_what_is_set_is_not_searched(run, chips, tmp_path):
    chosen = {"OPTIMIZER": "sgd", "LEARNING_RATE": 0.02, "LOSS": "focal", "ALPHA": 0.25}
    path = tmp_path / "m.lsm"
    run("traindetector", CHIPS=str(chips), OUTPUT=str(path), **SEARCH | chosen | {"EPOCHS": 1, "TUNING_TRIALS": 1})
    assert "Search of 1 trials over gamma" in run.log
    settings = load_detector(path, "cpu").card["training"]["settings"]
    assert (settings["optimizer"], settings["learning_rate"], settings["alpha"]) == ("sgd", 0.02, 0.25)


def test_a_search_that_cannot_be_made_is_refused(refusal, chips, tmp_path):
    options = SEARCH | {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm")}
    everything = {"OPTIMIZER": "adam", "LEARNING_RATE": 0.01, "LOSS": "bce"}
    assert "TUNING_TRIALS (3) leaves nothing to search" in refusal("traindetector", **options | everything)
    stranger = tmp_path / "c_search.json"
    stranger.write_text("{}")
    sentence = refusal("traindetector", **options, CHECKPOINT=str(tmp_path / "c.safetensors"))
    assert "c_search.json) is not a record of a search" in sentence
    stranger.unlink()
    checkpoint = tmp_path / "c.safetensors"
    checkpoint.write_text("no checkpoint")
    assert "is not a checkpoint of a detector" in refusal("traindetector", **options, CHECKPOINT=str(checkpoint))
    assert files_in(tmp_path) == ["c.safetensors"]


def test_a_search_without_optuna_is_refused_in_one_sentence(refusal, chips, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "optuna", None)
    options = SEARCH | {"CHIPS": str(chips), "OUTPUT": str(tmp_path / "m.lsm")}
    assert "The package optuna, needed for the search for hyper-parameters" in refusal("traindetector", **options)
    assert files_in(tmp_path) == []
