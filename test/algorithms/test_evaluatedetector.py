"""Evaluate detector: the numbers are those worked out by hand, on chips and on a scene, for both kinds of networks."""

import numpy as np
import pytest
from detection_support import write_chips
from pycocotools import mask as rle
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from scipy import ndimage
from tiny_detectors import add_architecture, save_blobs, save_one_band

from support import files_in, make_layer, make_raster, read_csv, read_raster, square

WEST, NORTH, CELL = 500_000.0, 4_000_000.0, 10.0
BRIGHT = {"bands": ("red", "nir"), "mean": 2000.0, "deviation": 500.0}
MODEL = {"gain": 2.0, "threshold": 0.5, **BRIGHT}


@pytest.fixture(autouse=True)
def known_networks(monkeypatch):
    add_architecture(monkeypatch)


@pytest.fixture
def scene(tmp_path):
    """Red is 1000, and higher in two bodies of 40 × 20 and 30 × 40 cells, the second cut to 30 × 30 by a collar of nodata."""
    values = np.full((2, 120, 150), 1000, np.uint16)
    values[0, 20:60, 30:50] = 3000
    values[0, 70:100, 90:130] = 2800
    values[:, :, 120:] = 0
    return make_raster(tmp_path / "scene.tif", values, CELL, (WEST, NORTH), nodata=0, names=("red", "nir"))


@pytest.fixture
def inventory(tmp_path):
    """The first body but for its lowest ten rows, the second one and as much of the collar, one of 20 × 10 cells that cannot
    be seen, and one on nodata."""
    shapes = [
        rectangle(30, 20, 20, 30),
        rectangle(90, 70, 40, 30),
        rectangle(60, 100, 20, 10),
        rectangle(140, 10, 5, 5),
    ]
    return make_layer(tmp_path / "inventory.gpkg", shapes)


def rectangle(column, row, width, height):
    west, north = WEST + column * CELL, NORTH - row * CELL
    east, south = west + width * CELL, north - height * CELL
    return f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"


def test_a_scene_with_an_inventory_gives_the_numbers_worked_out_by_hand(run, tmp_path, scene, inventory):
    model = save_one_band(tmp_path / "bright.lsm", **MODEL)
    outputs = run("evaluatedetector", MODEL=[model], INPUT=scene, INVENTORY=inventory, TABLE=str(tmp_path / "t.csv"))
    hits, invented, missed = 600 + 900, 200, 200  # of 120 × 120 cells with data
    assert outputs["PRECISION"] == pytest.approx(hits / (hits + invented))
    assert outputs["RECALL"] == pytest.approx(hits / (hits + missed))
    assert outputs["IOU"] == pytest.approx(hits / (hits + invented + missed))
    assert outputs["ACCURACY"] == pytest.approx(1 - (invented + missed) / 120**2)
    # landslides: the first find has IoU 600 / 800 = 0.75, the second 1, the third landslide is missed. COCO looks at 101
    # recalls, 67 of them up to 2/3; from IoU 0.80 on the first find is a false alarm: precision 1/2 at 34 recalls up to 1/3
    assert outputs["AP50_MASK"] == pytest.approx(67 / 101, abs=1e-6)
    assert outputs["AP75_MASK"] == pytest.approx(67 / 101, abs=1e-6)
    assert outputs["AP_MASK"] == pytest.approx((6 * 67 + 4 * 34 / 2) / 101 / 10, abs=1e-6)
    assert outputs["AR_MASK"] == pytest.approx((6 * 2 / 3 + 4 * 1 / 3) / 10, abs=1e-6)
    assert outputs["OBJECT_PRECISION"] == 1
    assert outputs["OBJECT_RECALL"] == pytest.approx(2 / 3)
    assert outputs["LANDSLIDE_RECALL"] == pytest.approx(2 / 3)
    assert outputs["AREA_OMISSION"] == pytest.approx(1 / 3)
    assert "1 of 4 landslides lie where nothing is judged" in run.log
    (row,) = read_csv(tmp_path / "t.csv")
    assert row["model"] == "bright"
    assert float(row["iou"]) == outputs["IOU"]


def test_several_models_stand_side_by_side_with_a_report(run, tmp_path, scene, inventory):
    paths = [
        save_one_band(tmp_path / "bright.lsm", **MODEL),
        save_blobs(tmp_path / "blobs.lsm", **BRIGHT, threshold=0.5),
        save_one_band(tmp_path / "nothing.lsm", **MODEL | {"offset": -20.0}),
    ]
    outputs = run(
        "evaluatedetector",
        MODEL=paths,
        INPUT=scene,
        INVENTORY=inventory,
        TABLE=str(tmp_path / "t.csv"),
        REPORT=str(tmp_path / "r.html"),
    )
    rows = {row["model"]: row for row in read_csv(tmp_path / "t.csv")}
    assert list(rows) == ["bright", "blobs", "nothing"]
    assert rows["blobs"]["architecture"] == "blobs"
    for measure in ("iou", "ap_mask", "landslide_recall"):
        assert float(rows["blobs"][measure]) == pytest.approx(float(rows["bright"][measure]), abs=1e-6)
        assert float(rows["nothing"][measure]) == 0
    assert outputs["IOU"] == float(rows["bright"]["iou"])
    figures = {"precision_recall.png", "omission.svg", "map_1.png", "map_2.csv", "confusion_3.csv", "measures.csv"}
    assert figures <= set(files_in(tmp_path / "r_files"))
    (found, missed, invented) = read_csv(tmp_path / "r_files" / "map_1.csv")
    assert [int(row["cells"]) for row in (found, missed, invented)] == [1500, 200, 200]
    assert float(found["km2"]) == pytest.approx(0.15)
    landslides = [row for row in read_csv(tmp_path / "r_files" / "omission.csv") if row["model"] == "bright"]
    assert [(float(row["size_m2"]), float(row["missed"])) for row in landslides] == [(60_000, 0), (90_000, 0), (20_000, 1)]


def test_only_the_area_to_judge_counts(run, tmp_path, scene, inventory):
    area = make_layer(tmp_path / "area.gpkg", [rectangle(0, 0, 85, 95)])
    model = save_one_band(tmp_path / "bright.lsm", **MODEL)
    outputs = run("evaluatedetector", MODEL=[model], INPUT=scene, INVENTORY=inventory, MASK=area, TABLE=str(tmp_path / "t.csv"))
    assert outputs["LANDSLIDE_RECALL"] == 1
    assert outputs["PRECISION"] == pytest.approx(600 / 800)


def test_mask_ap_on_chips_is_that_of_pycocotools(run, tmp_path):
    """Noisy ellipses, found with frayed edges and false alarms; the truth is read from the annotation file by pycocotools."""
    folder = write_chips(tmp_path / "chips", counts=(1, 1, 7), seed=5)
    model = save_blobs(tmp_path / "b.lsm", bands=("red", "nir"), mean=3800.0, deviation=200.0, threshold=0.4)
    outputs = run("evaluatedetector", MODEL=[model], CHIPS=str(folder), TABLE=str(tmp_path / "t.csv"))
    truth = COCO(str(folder / "annotations" / "test.json"))
    found = []
    for image in truth.dataset["images"]:
        found += blobs_in(folder / "images" / image["file_name"], image["id"])
    evaluation = COCOeval(truth, truth.loadRes(found), "segm")
    evaluation.evaluate()
    evaluation.accumulate()
    evaluation.summarize()
    assert 0.2 < evaluation.stats[0] < 0.95  # neither trivial
    assert outputs["AP_MASK"] == pytest.approx(evaluation.stats[0], abs=1e-6)
    assert outputs["AP50_MASK"] == pytest.approx(evaluation.stats[1], abs=1e-6)
    assert outputs["AP75_MASK"] == pytest.approx(evaluation.stats[2], abs=1e-6)
    assert outputs["AR_MASK"] == pytest.approx(evaluation.stats[8], abs=1e-6)


def blobs_in(path, image):
    """Return what the network ``Blobs`` finds in a chip, as COCO results."""
    values = (np.nan_to_num(read_raster(path)[0], nan=0) - 3800) / 200
    labels, count = ndimage.label(values > 0)
    return [
        {
            "image_id": image,
            "category_id": 1,
            "score": float(values[labels == number].mean()),
            "segmentation": rle.encode(np.asfortranarray(labels == number, np.uint8)),
        }
        for number in range(1, count + 1)
    ]


def test_chips_and_their_bands_in_another_order(run, tmp_path):
    folder = write_chips(tmp_path / "chips", bands=("nir", "red"), counts=(1, 1, 2))
    paths = [
        save_one_band(tmp_path / f"{name}.lsm", 20.0, bands=("red", "nir"), mean=mean, deviation=200.0)
        for name, mean in (("a", 3500.0), ("b", 9000.0))
    ]
    options = {"MODEL": paths, "CHIPS": str(folder), "TABLE": str(tmp_path / "t.csv")}
    outputs = run("evaluatedetector", **options, REPORT=str(tmp_path / "r.html"))
    assert outputs["IOU"] > 0.9
    assert outputs["OBJECT_F1"] == 1
    assert outputs["AREA_OMISSION"] < 0.05
    assert {"examples_1.png", "examples_2.png", "omission.csv"} <= set(files_in(tmp_path / "r_files"))
    assert run("evaluatedetector", **options, THRESHOLD=1.0)["RECALL"] < 0.5


def test_cancel_leaves_nothing(cancelled_run, tmp_path, scene, inventory):
    model = save_one_band(tmp_path / "bright.lsm", **MODEL)
    folder = write_chips(tmp_path / "chips", counts=(1, 1, 20))
    before = files_in(tmp_path)
    outputs = {"TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")}
    for at in (20, 85):
        cancelled_run("evaluatedetector", at=at, MODEL=[model], INPUT=scene, INVENTORY=inventory, **outputs)
        cancelled_run("evaluatedetector", at=at, MODEL=[model], CHIPS=str(folder), **outputs)
        assert files_in(tmp_path) == before


def test_bad_input_is_refused_in_one_sentence(refusal, tmp_path, scene, inventory):
    model = save_one_band(tmp_path / "bright.lsm", **MODEL)
    other = save_one_band(tmp_path / "other.lsm", bands=("green",))
    text = tmp_path / "text.lsm"
    text.write_text("hello")
    no_test = write_chips(tmp_path / "no_test", counts=(1, 1, 0))
    negative = write_chips(tmp_path / "negative", counts=(1, 1, 2), without_landslides=("test",))
    good = write_chips(tmp_path / "good", counts=(1, 1, 1))
    far = make_layer(tmp_path / "far.gpkg", [square(900_000, 1_000_000, 10)])
    lost = make_layer(tmp_path / "lost.gpkg", [rectangle(140, 10, 5, 5)])
    before = files_in(tmp_path)
    by_scene = {"INPUT": scene, "INVENTORY": inventory}
    cases = [
        ({}, "CHIPS", "choose a folder of chips, or a scene"),
        ({"CHIPS": str(good), **by_scene}, "CHIPS", "cannot be used together"),
        ({"INPUT": scene}, "INVENTORY", "is not given"),
        ({"CHIPS": str(no_test)}, "SPLIT (test)", "has no chips"),
        ({"CHIPS": str(negative)}, "SPLIT (test)", "shows no landslide"),
        ({"CHIPS": str(good), "MODEL": [other]}, "CHIPS", "has no band called green"),
        ({**by_scene, "MODEL": [model, str(text)]}, "MODEL", "not a Landslide Toolbox model"),
        ({**by_scene, "MODEL": [other]}, "INPUT", "; choose a scene that has them"),
        ({**by_scene, "TABLE": model}, "TABLE", "is also an input"),
        ({**by_scene, "INVENTORY": far}, "INVENTORY", "wholly outside"),
        ({**by_scene, "INVENTORY": lost}, "INVENTORY", "no landslide where the scene has data"),
    ]
    for change, start, words in cases:
        sentence = refusal("evaluatedetector", **{"MODEL": [model], "TABLE": str(tmp_path / "t.csv"), **change})
        assert sentence.startswith(start), sentence
        assert words in sentence
        assert files_in(tmp_path) == before
