"""COCO data sets of other tools are read as they lie on disk, and a damaged one is refused in one sentence."""

import json

import numpy as np
import pytest
from osgeo import gdal
from pycocotools import mask as rle

from landslide_toolbox.core.detection.chips import open_chips
from landslide_toolbox.core.errors import InputError
from support import make_raster

DRIVERS = {"png": "PNG", "jpg": "JPEG", "tif": "GTiff"}


def picture(path, width=40, height=30, value=0, bands=3):
    """Write a picture of ``value`` + 10 · band, everywhere the same, so that JPEG keeps it nearly."""
    path.parent.mkdir(parents=True, exist_ok=True)
    values = np.full((bands, height, width), value, np.uint8) + 10 * np.arange(bands, dtype=np.uint8)[:, None, None]
    memory = gdal.GetDriverByName("MEM").Create("", width, height, bands)
    memory.WriteArray(values) if bands > 1 else memory.GetRasterBand(1).WriteArray(values[0])
    for band, colour in enumerate((gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)[: bands if bands == 3 else 0]):
        memory.GetRasterBand(band + 1).SetColorInterpretation(colour)
    gdal.GetDriverByName(DRIVERS[path.suffix[1:]]).CreateCopy(str(path), memory)


def coco(path, images, annotations, categories=("landslide",)):
    """Write an annotation file: images (name, width, height), annotations (image from 1, segmentation, category from 1)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {
        "images": [{"id": i, "file_name": n, "width": w, "height": h} for i, (n, w, h) in enumerate(images, start=1)],
        "annotations": [
            {"id": i, "image_id": image, "segmentation": segmentation, "category_id": category}
            for i, (image, segmentation, category) in enumerate(annotations, start=1)
        ],
        "categories": [{"id": i, "name": name} for i, name in enumerate(categories, start=1)],
    }
    path.write_text(json.dumps(content))


CORNER = [[0, 0, 10, 0, 10, 10, 0, 10]]
RECTANGLE = [[5, 10, 25, 10, 25, 20, 5, 20]]


def rectangle(size):
    cells = np.zeros((size, size), bool)
    cells[10:20, 5:25] = True
    return cells


@pytest.mark.parametrize("suffix", ["png", "jpg", "tif"])
def test_pictures_with_polygons_and_both_kinds_of_run_lengths(tmp_path, suffix):
    cells = rectangle(40)[:30]
    compressed = rle.encode(np.asfortranarray(cells, np.uint8))
    compressed["counts"] = compressed["counts"].decode()
    flat = cells.ravel(order="F")
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flat])))
    plain = {"size": [30, 40], "counts": np.diff(np.concatenate([[0], edges, [flat.size]])).tolist()}
    for name, value in (("a", 100), ("b", 120)):
        picture(tmp_path / "images" / f"{name}.{suffix}", value=value)
    picture(tmp_path / "images" / f"c.{suffix}", value=7)
    names = [(f"{name}.{suffix}", 40, 30) for name in "abc"]
    coco(tmp_path / "annotations" / "train.json", names[:2], [(1, RECTANGLE, 1), (1, compressed, 1), (1, plain, 1)])
    coco(tmp_path / "annotations" / "val.json", names[2:], [])
    chips = open_chips(tmp_path)
    assert chips.bands == ["red", "green", "blue"]
    assert (chips.chip_size, chips.cell_size) == (40, None)
    assert chips.names("train") == [f"images/a.{suffix}", f"images/b.{suffix}"]
    assert (chips.landslide_count("train"), chips.landslide_count("val"), chips.names("test")) == (3, 0, [])
    # the train pictures are 100 and 120, and 10 more from band to band; JPEG is off by one at most
    assert [band["mean"] for band in chips.statistics] == pytest.approx([110, 120, 130], abs=1.01)
    assert [band["std"] for band in chips.statistics] == pytest.approx([10, 10, 10], abs=1.01)
    chip = chips.read(f"images/a.{suffix}")
    assert np.isnan(chip.image[:, 30:]).all()  # pictures are 40 × 30, chips are square
    assert np.isfinite(chip.image[:, :30]).all()
    assert chip.image.dtype == np.float32
    assert chip.image[1, 0, 0] == pytest.approx(110, abs=1)
    assert (chip.mask[30:] == 255).all()
    np.testing.assert_array_equal(chip.mask[:30] == 1, cells)
    for instance in chip.instances:
        np.testing.assert_array_equal(instance, rectangle(40))


def test_pictures_of_several_sizes_and_a_transparent_corner(tmp_path):
    picture(tmp_path / "train" / "small.png", 20, 25)
    values = np.full((4, 30, 30), 200, np.uint8)
    values[3] = 255
    values[3, :5, :5] = 0
    memory = gdal.GetDriverByName("MEM").Create("", 30, 30, 4)
    memory.WriteArray(values)
    memory.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    gdal.GetDriverByName("PNG").CreateCopy(str(tmp_path / "train" / "clear.png"), memory)
    coco(tmp_path / "train" / "_annotations.coco.json", [("small.png", 20, 25), ("clear.png", 30, 30)], [(2, CORNER, 1)])
    picture(tmp_path / "valid" / "small.png", 20, 25)
    coco(tmp_path / "valid" / "_annotations.coco.json", [("small.png", 20, 25)], [])
    chips = open_chips(tmp_path)
    assert chips.chip_size == 30
    assert chips.names("val") == ["valid/small.png"]
    assert (chips.read("train/small.png").mask == 0).sum() == 20 * 25
    clear = chips.read("train/clear.png")
    assert clear.image.shape == (3, 30, 30)
    assert (clear.mask == 255).sum() == 25
    assert (clear.mask == 1).sum() == clear.instances[0].sum() == 10 * 10 - 25  # what is transparent is no landslide


def test_one_annotation_file_is_split_by_picture_for_good(tmp_path):
    """As Labelme's converter writes it: JPEGImages/…, and categories that are no landslides."""
    images = [(f"JPEGImages\\{i}.jpg", 12, 10) for i in range(20)]
    for name, *size in images:
        picture(tmp_path / name.replace("\\", "/"), *size)
    annotations = [(i, [[1, 1, 5, 1, 5, 5]], 2) for i in range(1, 11)] + [(11, [[1, 1, 5, 1, 5, 5]], 1)]
    coco(tmp_path / "annotations.json", images, annotations, ("house", "Landslide"))
    chips = open_chips(tmp_path)
    assert [len(chips.names(split)) for split in ("train", "val", "test")] == [12, 4, 4]
    assert [chips.landslide_count(split) for split in ("train", "val", "test")] == [6, 2, 2]
    everything = [name for split in ("train", "val", "test") for name in chips.names(split)]
    assert sorted(everything) == sorted(name.replace("\\", "/") for name, *_ in images)
    assert "split by picture into 12 train, 4 val, 4 test" in chips.notes[0]
    assert open_chips(tmp_path).names("val") == chips.names("val")


def test_a_georeferenced_picture_gives_names_and_cell_size(tmp_path):
    values = np.ones((2, 10, 10), np.uint16)
    (tmp_path / "images").mkdir()
    for name in ("a.tif", "b.tif"):
        make_raster(tmp_path / "images" / name, values, cell=0.5, names=("nir", "height"))
    coco(tmp_path / "train.json", [("a.tif", 10, 10)], [(1, [[1, 1, 5, 1, 5, 5]], 1)])
    coco(tmp_path / "val.json", [("b.tif", 10, 10)], [])
    chips = open_chips(tmp_path)
    assert (chips.bands, chips.cell_size) == (["nir", "height"], pytest.approx(0.5))


def damaged(folder, what):
    images, annotations, categories = [("a.png", 40, 30), ("b.png", 40, 30)], [(1, RECTANGLE, 1)], ("landslide",)
    if what == "missing":
        (folder / "images" / "b.png").unlink()
    elif what == "size":
        images[1] = ("b.png", 41, 30)
    elif what == "bands":
        picture(folder / "images" / "b.png", bands=1)
    elif what == "categories":
        annotations.append((1, RECTANGLE, 2))
        categories = ("tree", "house")
    elif what == "another image":
        annotations.append((7, RECTANGLE, 1))
    elif what == "no outline":
        annotations.append((2, [], 1))
    elif what == "broken outline":
        annotations.append((2, [[1, 2, 3, 4]], 1))
    elif what == "run lengths":
        annotations.append((2, {"size": [30, 40], "counts": [10, 2000]}, 1))
    elif what == "huge":
        images[1] = ("b.png", 40_000, 30)
    elif what == "no width":
        images[1] = ("b.png", None, 30)
    elif what == "two splits":
        coco(folder / "annotations" / "test.json", images[:1], [])
    elif what == "two files":
        coco(folder / "train_2.json", images, annotations)
    coco(folder / "annotations" / "train.json", images, annotations, categories)


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("missing", r"CHIPS \(.*train.json\) lists the image b.png, which is not there"),
        ("size", r"CHIPS \(.*b.png\) has 40 × 30 cells where its annotations say 41 × 30"),
        ("bands", r"b.png\) has 1 bands where other pictures have 3"),
        ("categories", "has the categories tree, house and none called landslide"),
        ("another image", "has annotations of the image 7, which it does not list"),
        ("no outline", "has the annotation 2 without outline"),
        ("broken outline", r"b.png\) has an annotation that is neither polygons nor run lengths"),
        ("run lengths", r"b.png\) has an annotation that is neither polygons nor run lengths"),
        ("huge", "says that b.png has 40000 × 30 cells; cut it"),
        ("no width", "lists an image without id, file_name, width or height"),
        ("two splits", r"has the picture images/a.png in train and in test; leave it in one"),
        ("two files", "holds 2 annotation files for train"),
    ],
)
def test_a_damaged_data_set_is_refused(tmp_path, what, sentence):
    picture(tmp_path / "images" / "a.png")
    picture(tmp_path / "images" / "b.png")
    damaged(tmp_path, what)
    with pytest.raises(InputError, match=sentence):
        open_chips(tmp_path).read("images/b.png")


def test_nothing_outside_of_the_folder_is_read(tmp_path):
    picture(tmp_path / "secret.png")
    coco(tmp_path / "set" / "train.json", [("../secret.png", 40, 30)], [])
    with pytest.raises(InputError, match="lists the image ../secret.png, which is not there"):
        open_chips(tmp_path / "set")


def test_a_folder_of_something_else_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds neither chips .* nor COCO annotations"):
        open_chips(tmp_path)
