"""Data sets that the toolbox did not make, and model files that are not what a parameter needs, through real algorithms."""

import json

import numpy as np
import pytest
from detection_support import MemoryChips, write_chips
from osgeo import gdal

from landslide_toolbox.core.detection.coco import annotation
from landslide_toolbox.models.detection.detector import load_detector
from landslide_toolbox.models.model_file import ModelFile, write_model_file
from support import files_in, make_layer, make_raster, read_csv, square

QUICK = {"EPOCHS": 6, "BATCH_SIZE": 2, "DEVICE": "cpu", "AUGMENTATION": ["flips"]}


def write_pictures(folder, size=32, count=12):
    """Write 8-bit PNG pictures of bright ellipses with one annotations.json, as Labelme's converter does."""
    chips = MemoryChips(bands=("a", "b", "c"), size=size, counts=(count, 0, 0), seed=1)
    (folder / "JPEGImages").mkdir(parents=True)
    images, annotations = [], []
    for number, name in enumerate(chips.names("train"), start=1):
        chip, file_name = chips.read(name), f"JPEGImages/{number}.png"
        memory = gdal.GetDriverByName("MEM").Create("", size, size, 3)
        memory.WriteArray(np.clip(np.nan_to_num(chip.image) / 20, 0, 255).astype(np.uint8))
        gdal.GetDriverByName("PNG").CreateCopy(str(folder / file_name), memory)
        images.append({"id": number, "file_name": file_name, "width": size, "height": size})
        annotations += [annotation(len(annotations) + 1, number, cells, 0) for cells in chip.instances]
    content = {"images": images, "annotations": annotations, "categories": [{"id": 1, "name": "landslide"}]}
    (folder / "annotations.json").write_text(json.dumps(content))
    return folder


def test_learns_from_and_judges_by_plain_pictures(run, tmp_path):
    folder = write_pictures(tmp_path / "pictures")
    before = files_in(folder)
    model = tmp_path / "m.lsm"
    run("traindetector", CHIPS=str(folder), **QUICK, OUTPUT=str(model))
    assert "were split by picture into 8 train, 2 val, 2 test" in run.log
    detector = load_detector(model, "cpu")
    assert detector.bands == ["red", "green", "blue"]
    assert (detector.chip_size, detector.cell_size) == (32, None)
    assert detector.statistics[0]["mean"] == pytest.approx(155, abs=5)  # 3000 / 20, and a tenth of 4000 / 20
    outputs = run("evaluatedetector", MODEL=[str(model)], CHIPS=str(folder), TABLE=str(tmp_path / "t.csv"))
    assert outputs["IOU"] > 0.7
    assert float(read_csv(tmp_path / "t.csv")[0]["iou"]) == detector.card["metrics"]["test"]["iou"]
    assert "flatters" not in run.log
    run("evaluatedetector", MODEL=[str(model)], CHIPS=str(folder), SPLIT="val", TABLE=str(tmp_path / "t.csv"))
    assert "m was trained with the val chips, which flatters it" in run.log
    scene = make_raster(tmp_path / "scene.tif", np.full((3, 40, 50), 150, np.uint8))
    assert run("detectlandslides", INPUT=scene, MODEL=str(model), OUTPUT=str(tmp_path / "f.gpkg"))["COUNT"] == 0
    assert files_in(folder) == before


def test_cancel_while_reading_pictures_leaves_nothing(cancelled_run, tmp_path):
    folder = write_pictures(tmp_path / "pictures")
    before = files_in(tmp_path)
    cancelled_run("traindetector", at=0.5, CHIPS=str(folder), **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
    assert files_in(tmp_path) == before


def test_chips_that_nothing_can_be_learnt_from_are_refused(refusal, tmp_path):
    bare = write_chips(tmp_path / "bare")
    for split in ("train", "val", "test"):
        (bare / "annotations" / f"{split}.json").unlink()
    write_chips(tmp_path / "negative", without_landslides=("train", "val", "test"))
    write_chips(tmp_path / "constant", constant_band=1)
    pictures = write_pictures(tmp_path / "pictures", count=3)
    (pictures / "JPEGImages" / "2.png").unlink()
    (tmp_path / "nothing").mkdir()
    before = files_in(tmp_path)
    for name, words in (
        ("bare", "holds no annotations/train.json"),
        ("negative", "shows no landslide in any train chip"),
        ("constant", "has the band nir with one value only"),
        ("pictures", "lists the image JPEGImages/2.png, which is not there"),
        ("nothing", "holds neither chips"),
    ):
        sentence = refusal("traindetector", CHIPS=str(tmp_path / name), **QUICK, OUTPUT=str(tmp_path / "m.lsm"))
        assert sentence.startswith("CHIPS ("), sentence
        assert words in sentence
        assert files_in(tmp_path) == before


def test_a_model_of_another_task_is_refused(refusal, tmp_path):
    model = tmp_path / "susceptibility.lsm"
    write_model_file(model, ModelFile({"task": "susceptibility"}, "model.skops", b""))
    chips = write_chips(tmp_path / "chips")
    scene = make_raster(tmp_path / "scene.tif", np.ones((2, 40, 50), np.float32))
    inventory = make_layer(tmp_path / "slides.gpkg", [square(500_100, 3_999_800, 50)])
    before = files_in(tmp_path)
    table, polygons, detector = (str(tmp_path / name) for name in ("t.csv", "f.gpkg", "m.lsm"))
    for name, parameter, options in (
        ("detectlandslides", "MODEL", {"INPUT": scene, "MODEL": str(model), "OUTPUT": polygons}),
        ("evaluatedetector", "MODEL", {"MODEL": [str(model)], "CHIPS": str(chips), "TABLE": table}),
        ("evaluatedetector", "MODEL", {"MODEL": [str(model)], "INPUT": scene, "INVENTORY": inventory, "TABLE": table}),
        ("traindetector", "INITIAL_MODEL", {"CHIPS": str(chips), "INITIAL_MODEL": str(model), "OUTPUT": detector}),
    ):
        sentence = refusal(name, **options)
        assert sentence.startswith(f"{parameter} ("), sentence
        assert "is a susceptibility model where a detection model is needed" in sentence
        assert files_in(tmp_path) == before
