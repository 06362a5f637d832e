import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from pycocotools.coco import COCO

from landslide_toolbox.core.detection.chips import open_chips
from support import SHARED_DATA, files_in, make_layer, make_raster, read_layer, read_raster, square

SIDE, CELL, CHIP = 400, 10.0, 64
WEST, NORTH = 500_000.0, 4_000_000.0
QUICK = {"CHIP_SIZE": CHIP, "STRIDE": 32}


def landslides(count=60, seed=1):
    """Squares of 3 to 30 cells on whole cells, with their (first row, first column, side)."""
    random = np.random.default_rng(seed)
    cells = [(*random.integers(0, SIDE - 30, 2), random.integers(3, 30)) for _ in range(count)]
    return [square(WEST + c * CELL, NORTH - (r + s) * CELL, s * CELL) for r, c, s in cells], cells


def write_scene(folder):
    """A two-band uint16 scene whose second band is the number of the column, with a nodata collar on the left."""
    values = np.random.default_rng(0).integers(1, 4000, (2, SIDE, SIDE)).astype(np.uint16)
    values[1] = np.arange(SIDE) + 1
    values[:, :, :20] = 0
    return make_raster(folder / "scene.tif", values, CELL, (WEST, NORTH), nodata=0, names=("red", "nir"))


@pytest.fixture
def scene(tmp_path):
    return write_scene(tmp_path)


@pytest.fixture(scope="module")
def made(provider, tmp_path_factory):
    """A folder with scene.tif, slides.gpkg and the chips of both, made once for this file; and the algorithm's outputs."""
    import processing

    folder = tmp_path_factory.mktemp("made")
    inputs = {"INPUT": write_scene(folder), "INVENTORY": make_layer(folder / "slides.gpkg", landslides()[0])}
    before = Path(inputs["INPUT"]).read_bytes(), [shape.ExportToWkt() for shape in read_layer(inputs["INVENTORY"])[0]]
    outputs = processing.run("landslide:createtrainingchips", inputs | QUICK | {"OUTPUT": str(folder / "chips")})
    return folder, outputs, before


def chips_of(run, tmp_path, scene, inventory, **options):
    options = QUICK | options
    return run("createtrainingchips", INPUT=scene, INVENTORY=inventory, OUTPUT=str(tmp_path / "chips"), **options)


def windows_of(folder, split):
    coco = json.loads((folder / "annotations" / f"{split}.json").read_text())
    return [tuple(map(int, image["file_name"][5:-4].split("_"))) for image in coco["images"]]


def test_chips_hold_the_scene_and_the_landslides(made):
    outputs = made[1]
    scene, folder = made[0] / "scene.tif", made[0] / "chips"
    truth = np.zeros((SIDE, SIDE), np.uint8)
    for row, column, side in landslides()[1]:
        truth[row : row + side, column : column + side] = 1
    truth[:, :20] = 255
    values = read_raster(scene)
    chips = open_chips(folder)
    assert chips.bands == ["red", "nir"]
    assert chips.cell_size == CELL
    for split in ("train", "val", "test"):
        assert outputs[f"{split.upper()}_COUNT"] == len(chips.names(split)) > 0
        for (row, column), name in zip(windows_of(folder, split), chips.names(split), strict=True):
            here = np.s_[row : row + CHIP, column : column + CHIP]
            np.testing.assert_array_equal(read_raster(folder / "masks" / name)[0], truth[here])
            np.testing.assert_array_equal(read_raster(folder / "images" / name), values[:, here[0], here[1]])
            chip = chips.read(name)
            np.testing.assert_array_equal(np.any([*chip.instances, np.zeros((CHIP, CHIP), bool)], axis=0), truth[here] == 1)
            np.testing.assert_array_equal(np.isnan(chip.image).any(axis=0), truth[here] == 255)
    one = gdal.Open(str(folder / "images" / chips.names("train")[0]))
    row, column = windows_of(folder, "train")[0]
    assert one.GetGeoTransform()[0] == WEST + column * CELL
    assert one.GetGeoTransform()[3] == NORTH - row * CELL
    assert one.GetRasterBand(2).GetDescription() == "nir"
    assert one.GetRasterBand(1).DataType == gdal.GDT_UInt16


def test_what_lies_outside_the_mapped_area_teaches_nothing(run, tmp_path, scene):
    shapes, cells = landslides(120)
    mapped = make_layer(tmp_path / "mapped.gpkg", [square(WEST + 1000, NORTH - SIDE * CELL, SIDE * CELL)])  # from column 100 on
    chips_of(run, tmp_path, scene, make_layer(tmp_path / "slides.gpkg", shapes), MASK=mapped, NEGATIVE_RATIO=1.0)
    truth = np.zeros((SIDE, SIDE), np.uint8)
    for row, column, side in cells:
        truth[row : row + side, column : column + side] = 1
    truth[:, :100] = 255
    crossing = 0
    for split in ("train", "val", "test"):
        for row, column in windows_of(tmp_path / "chips", split):
            mask = read_raster(tmp_path / "chips" / "masks" / f"chip_{row:06d}_{column:06d}.tif")[0]
            np.testing.assert_array_equal(mask, truth[row : row + CHIP, column : column + CHIP])
            assert (mask == 1).any() or (mask == 0).mean() >= 0.5
            crossing += column < 100
    assert crossing > 0


def test_a_mapped_area_without_landslides_is_refused(refusal, tmp_path, scene):
    slides = make_layer(tmp_path / "slides.gpkg", [square(WEST + 1000, NORTH - 2000, 200)])
    mapped = make_layer(tmp_path / "mapped.gpkg", [square(WEST + 2500, NORTH - 3500, 500)])
    options = QUICK | {"INPUT": scene, "INVENTORY": slides, "MASK": mapped, "OUTPUT": str(tmp_path / "chips")}
    assert "holds no landslide of INVENTORY; choose the area that was mapped" in refusal("createtrainingchips", **options)


def test_statistics_are_those_of_the_training_chips_alone(made):
    chips = open_chips(made[0] / "chips")
    train = np.concatenate([chips.read(name).image.reshape(2, -1) for name in chips.names("train")], axis=1).astype(float)
    for band, statistics in zip(train, chips.statistics, strict=True):
        valid = band[np.isfinite(band)]
        found = [statistics[name] for name in ("mean", "std", "min", "max")]
        np.testing.assert_allclose(found, [valid.mean(), valid.std(), valid.min(), valid.max()], rtol=1e-9)


@pytest.mark.parametrize("seed", [0, 1])
def test_no_cell_of_a_chip_or_a_landslide_is_in_two_splits(run, tmp_path, scene, seed):
    shapes, cells = landslides(80, seed)
    chips_of(run, tmp_path, scene, make_layer(tmp_path / "slides.gpkg", shapes), SEED=seed, NEGATIVE_RATIO=2.0)
    seen = np.zeros((3, SIDE, SIDE), bool)
    for number, split in enumerate(("train", "val", "test")):
        for row, column in windows_of(tmp_path / "chips", split):
            seen[number, row : row + CHIP, column : column + CHIP] = True
    assert seen.any(axis=(1, 2)).all()
    assert seen.sum(axis=0).max() == 1
    for row, column, side in cells:
        assert seen[:, row : row + side, column : column + side].any(axis=(1, 2)).sum() <= 1


def test_shares_are_near_what_was_asked_and_few_chips_are_lost(run, tmp_path, scene):
    chips_of(run, tmp_path, scene, make_layer(tmp_path / "slides.gpkg", landslides()[0]), NEGATIVE_RATIO=0.0)
    counts = json.loads((tmp_path / "chips" / "dataset.json").read_text())["counts"]
    kept = np.array([counts[split]["with_landslides"] for split in ("train", "val", "test")])
    assert 0.6 < kept[0] / kept.sum() < 0.85
    assert (kept[1:] / kept.sum() > 0.07).all()
    assert kept.sum() > 0.65 * (kept.sum() + counts["left_out"]["across_splits"])


def test_other_tools_open_the_annotations(run, tmp_path, scene):
    """pycocotools itself reads the file and agrees with the masks."""
    ring = "POLYGON((501000 3998800,501300 3998800,501300 3999100,501000 3999100,501000 3998800),"
    ring += "(501100 3998900,501200 3998900,501200 3999000,501100 3999000,501100 3998900))"
    shapes = [*landslides(10)[0], ring]
    chips_of(run, tmp_path, scene, make_layer(tmp_path / "slides.gpkg", shapes), SPLIT="100,0,0")
    folder = tmp_path / "chips"
    coco = COCO(str(folder / "annotations" / "train.json"))
    kinds = set()
    for image in coco.loadImgs(coco.getImgIds()):
        items = coco.loadAnns(coco.getAnnIds(image["id"]))
        union = np.any([coco.annToMask(item) for item in items] + [np.zeros((CHIP, CHIP))], axis=0)
        np.testing.assert_array_equal(union, read_raster(folder / "masks" / image["file_name"])[0] == 1)
        for item in items:
            cells = coco.annToMask(item)
            rows, columns = np.nonzero(cells)
            assert item["area"] == cells.sum()
            assert item["bbox"] == [columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1]
            kinds.add(type(item["segmentation"]))
    assert kinds == {list, dict}


def test_annotations_written_are_read_as_those_of_any_other_program(made, tmp_path):
    """Without what only the toolbox knows: the pictures and COCO's annotations alone."""
    shutil.copytree(made[0] / "chips", tmp_path / "chips", ignore=shutil.ignore_patterns("dataset.json", "masks"))
    own, foreign = open_chips(made[0] / "chips"), open_chips(tmp_path / "chips")
    assert foreign.bands == own.bands
    for split in ("train", "val", "test"):
        assert foreign.names(split) == [f"images/{name}" for name in own.names(split)]
        assert foreign.landslide_count(split) == own.landslide_count(split) > 0
        for name in own.names(split):
            chip, again = own.read(name), foreign.read(f"images/{name}")
            np.testing.assert_array_equal(again.mask, chip.mask)
            np.testing.assert_array_equal(again.image, chip.image)
            np.testing.assert_array_equal(again.instances, chip.instances)


@pytest.mark.slow
def test_the_same_seed_repeats_the_run(run, tmp_path, scene):
    inventory = make_layer(tmp_path / "slides.gpkg", landslides()[0])
    listings = []
    for seed in (3, 3, 4):
        chips_of(run, tmp_path, scene, inventory, SEED=seed)
        listings.append([windows_of(tmp_path / "chips", split) for split in ("train", "val", "test")])
    assert listings[0] == listings[1] != listings[2]


@pytest.mark.parametrize(
    ("dtype", "bands"), [(np.uint8, 1), (np.uint8, 16), (np.uint16, 4), (np.int16, 16), (np.float32, 4), (np.float64, 1)]
)
def test_types_and_band_counts(run, tmp_path, dtype, bands):
    values = np.random.default_rng(0).integers(1, 100, (bands, 200, 200)).astype(dtype)
    scene = make_raster(tmp_path / "scene.tif", values, CELL, (WEST, NORTH))
    inventory = make_layer(tmp_path / "slides.gpkg", [square(WEST + 300 * i, NORTH - 300 * i - 100, 90) for i in range(6)])
    chips_of(run, tmp_path, scene, inventory, CHIP_SIZE=32)
    chips = open_chips(tmp_path / "chips")
    name = chips.names("train")[0]
    row, column = windows_of(tmp_path / "chips", "train")[0]
    np.testing.assert_array_equal(chips.read(name).image, values[:, row : row + 32, column : column + 32])


def test_chosen_bands_in_the_order_given(run, tmp_path, scene):
    inventory = make_layer(tmp_path / "slides.gpkg", landslides()[0])
    chips_of(run, tmp_path, scene, inventory, BANDS=[2, 1])
    assert open_chips(tmp_path / "chips").bands == ["nir", "red"]


def test_a_scene_smaller_than_a_chip_is_padded_with_nodata(run, tmp_path):
    scene = make_raster(tmp_path / "small.tif", np.full((3, 20, 30), 255, np.uint8), CELL, (WEST, NORTH))
    inventory = make_layer(tmp_path / "slides.gpkg", [square(WEST + 100, NORTH - 100, 50)])
    outputs = chips_of(run, tmp_path, scene, inventory)
    assert [outputs[f"{split}_COUNT"] for split in ("TRAIN", "VAL", "TEST")] == [1, 0, 0]
    assert "No val chip" in run.log
    chip = open_chips(tmp_path / "chips").read("chip_000000_000000.tif")
    assert chip.image.shape == (3, CHIP, CHIP)
    assert (chip.image[:, :20, :30] == 255).all()
    assert np.isfinite(chip.image).sum() == 3 * 20 * 30
    assert (chip.mask == 1).sum() == 25
    assert (chip.mask == 255).sum() == CHIP**2 - 600


def test_an_inventory_in_degrees_is_reprojected(run, made, tmp_path):
    folder = made[0]
    gdal.VectorTranslate(str(tmp_path / "degrees.gpkg"), str(folder / "slides.gpkg"), dstSRS="EPSG:4326", reproject=True)
    chips_of(run, tmp_path, str(folder / "scene.tif"), str(tmp_path / "degrees.gpkg"))
    metric, moved = (
        {path.name: read_raster(path) for path in (place / "chips" / "masks").iterdir()} for place in (folder, tmp_path)
    )
    assert metric.keys() == moved.keys()
    assert np.mean([np.mean(metric[name] != moved[name]) for name in metric]) < 0.001


def test_invalid_three_dimensional_tiny_and_repeated_polygons(run, tmp_path, scene):
    x, y = WEST + 1000, NORTH - 1000
    bow_tie = f"POLYGON(({x} {y},{x + 200} {y + 200},{x + 200} {y},{x} {y + 200},{x} {y}))"
    three_d = f"POLYGON Z(({x + 500} {y} 5,{x + 700} {y} 5,{x + 700} {y + 200} 5,{x + 500} {y + 200} 5,{x + 500} {y} 5))"
    tiny = square(WEST + 3001, NORTH - 3003, 1)
    inventory = make_layer(tmp_path / "slides.gpkg", [bow_tie, three_d, tiny, tiny])
    chips_of(run, tmp_path, scene, inventory, SPLIT="100,0,0")
    for note in ("invalid geometry", "third dimension", "repeat another", "cover no cell's centre"):
        assert note in run.log
    content = json.loads((tmp_path / "chips" / "annotations" / "train.json").read_text())
    assert {item["landslide_id"] for item in content["annotations"]} == {1, 2, 3}
    assert {item["area"] for item in content["annotations"] if item["landslide_id"] == 3} == {1}


def test_least_cover_and_negatives(run, tmp_path, scene):
    inventory = make_layer(tmp_path / "slides.gpkg", landslides(30)[0])
    chips_of(run, tmp_path, scene, inventory, MIN_COVER=0.05, NEGATIVE_RATIO=0.3)
    masks = [read_raster(path)[0] for path in (tmp_path / "chips" / "masks").iterdir()]
    cover = np.array([(mask == 1).mean() for mask in masks])
    assert cover[cover > 0].min() >= 0.05
    counts = json.loads((tmp_path / "chips" / "dataset.json").read_text())["counts"]
    for split in ("train", "val", "test"):
        negatives = counts[split]["chips"] - counts[split]["with_landslides"]
        assert negatives <= round(0.3 * counts[split]["with_landslides"])
    assert (cover == 0).sum() > 0
    assert counts["left_out"]["below_cover"] > 0


def test_chips_without_landslides_hold_data_in_half_of_their_cells(run, tmp_path):
    """All that lie beside the one landslide are wanted; a collar of 100 columns leaves some of them mostly empty."""
    values = np.full((200, 300), 9, np.uint8)
    values[:, :100] = 0
    scene = make_raster(tmp_path / "scene.tif", values, CELL, (WEST, NORTH), nodata=0)
    inventory = make_layer(tmp_path / "slides.gpkg", [square(WEST + 2800, NORTH - 100, 50)])
    chips_of(run, tmp_path, scene, inventory, CHIP_SIZE=50, STRIDE=25, NEGATIVE_RATIO=100.0, SPLIT="100,0,0")
    expected = {(row, column) for row in range(0, 151, 25) for column in range(75, 251, 25)}  # (0, 250) holds the landslide
    assert sorted(windows_of(tmp_path / "chips", "train")) == sorted(expected)


def test_cancel_leaves_nothing(cancelled_run, tmp_path, scene):
    inventory = make_layer(tmp_path / "slides.gpkg", landslides()[0])
    before = files_in(tmp_path)
    for at in (5, 12, 60):
        cancelled_run(
            "createtrainingchips", at=at, INPUT=scene, INVENTORY=inventory, CHIP_SIZE=CHIP, OUTPUT=str(tmp_path / "chips")
        )
        assert files_in(tmp_path) == before


def test_bad_input_is_refused_in_one_sentence(refusal, tmp_path, scene):
    good = make_layer(tmp_path / "slides.gpkg", landslides()[0])
    values = np.ones((100, 100), np.uint8)
    turned = make_raster(tmp_path / "turned.tif", values, geotransform=(WEST, 7, 7, NORTH, 7, -7))
    unplaced = make_raster(tmp_path / "unplaced.tif", values, epsg=None)
    far = make_layer(tmp_path / "far.gpkg", [square(900_000, 1_000_000, 10)])
    points = make_layer(tmp_path / "points.gpkg", ["POINT(501000 3999000)"])
    empty = make_raster(tmp_path / "empty.tif", np.zeros((SIDE, SIDE), np.uint8), CELL, (WEST, NORTH), nodata=0)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine")
    before = files_in(tmp_path)
    cases = [
        ({"INPUT": unplaced}, "INPUT", "no coordinate reference system"),
        ({"INPUT": turned}, "INPUT", "rotated"),
        ({"INPUT": empty}, "INVENTORY", "leaves no training chip"),
        ({"INVENTORY": far}, "INVENTORY", "wholly outside"),
        ({"INVENTORY": points}, "INVENTORY", "polygon layer"),
        ({"SPLIT": "70,20"}, "SPLIT", "three percentages"),
        ({"SPLIT": "0,50,50"}, "SPLIT", "three percentages"),
        ({"SPLIT": "nan,50,50"}, "SPLIT", "three percentages"),
        ({"MIN_COVER": 0.99}, "MIN_COVER", "leaves no chip"),
        ({"BANDS": [3]}, "BANDS", "is not a band"),
        ({"OUTPUT": str(tmp_path / "full")}, "OUTPUT", "already holds other files"),
    ]
    for change, parameter, words in cases:
        options = {"INPUT": scene, "INVENTORY": good, "CHIP_SIZE": CHIP, "OUTPUT": str(tmp_path / "chips"), **change}
        sentence = refusal("createtrainingchips", **options)
        assert sentence.startswith(parameter), sentence
        assert words in sentence
        assert files_in(tmp_path) == before


def test_inputs_are_not_changed(made):
    folder, _, before = made
    shapes, _ = read_layer(folder / "slides.gpkg")
    assert before == ((folder / "scene.tif").read_bytes(), [shape.ExportToWkt() for shape in shapes])


@pytest.mark.skipif(not (SHARED_DATA / "kaikoura_s2").is_dir(), reason="the data set kaikoura_s2 is not here")
def test_a_real_scene(run, tmp_path):
    data = SHARED_DATA / "kaikoura_s2"
    scene = shutil.copy(data / "diff_landslide_69.tif", tmp_path)  # QGIS keeps histograms beside a scene that it opens
    outputs = chips_of(run, tmp_path, scene, str(data / "label_landslide_69.shp"), NEGATIVE_RATIO=3.0)
    assert outputs["TRAIN_COUNT"] > 0
    chips = open_chips(tmp_path / "chips")
    assert chips.bands == ["rg", "ndvi_change", "brightness_change"]
    assert sum((chips.read(name).mask == 1).sum() for name in chips.names("train")) > 0
