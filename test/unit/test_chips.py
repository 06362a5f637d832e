"""Chips are read as they lie on disk, and a damaged folder is refused in one sentence."""

import json

import numpy as np
import pytest

from landslide_toolbox.core.detection.chips import open_chips
from landslide_toolbox.core.detection.coco import annotation, write_annotations
from landslide_toolbox.core.errors import InputError
from support import make_raster

SIZE = 8


@pytest.fixture
def folder(tmp_path):
    """Two bands, one training chip with one landslide of three cells and a nodata corner."""
    for name in ("images", "masks", "annotations"):
        (tmp_path / name).mkdir()
    image = np.arange(2 * SIZE * SIZE, dtype=np.uint16).reshape(2, SIZE, SIZE)
    mask = np.zeros((SIZE, SIZE), np.uint8)
    mask[2, 1:4], mask[:2, 6:] = 1, 255
    make_raster(tmp_path / "images" / "a.tif", image, names=("red", "nir"))
    make_raster(tmp_path / "masks" / "a.tif", mask, nodata=255)
    entry = {"id": 1, "file_name": "a.tif", "width": SIZE, "height": SIZE}
    write_annotations(tmp_path / "annotations" / "train.json", [entry], [annotation(1, 1, mask == 1, 5)], "test")
    for split in ("val", "test"):
        write_annotations(tmp_path / "annotations" / f"{split}.json", [], [], "test")
    statistics = [{"mean": 1.0, "std": 1.0, "min": 0.0, "max": 2.0}] * 2
    description = {"bands": ["red", "nir"], "statistics": statistics, "cell_size": 10.0, "chip_size": SIZE}
    (tmp_path / "dataset.json").write_text(json.dumps(description))
    return tmp_path


def test_a_chip_is_read_with_nodata_and_instances(folder):
    chips = open_chips(folder)
    assert (chips.bands, chips.cell_size, chips.chip_size) == (["red", "nir"], 10.0, SIZE)
    assert (chips.names("train"), chips.names("val"), chips.names("test")) == (["a.tif"], [], [])
    chip = chips.read("a.tif")
    assert chip.image.dtype == np.float32
    assert chip.image[1, 0, 0] == SIZE * SIZE
    assert np.isnan(chip.image[:, :2, 6:]).all()
    assert np.isfinite(chip.image).sum() == 2 * (SIZE * SIZE - 4)
    assert (chip.mask == 255).sum() == 4
    (instance,) = chip.instances
    np.testing.assert_array_equal(instance, chip.mask == 1)


def damage(folder, what):
    if what == "annotations":
        (folder / "annotations" / "val.json").unlink()
    elif what == "no coco":
        (folder / "annotations" / "val.json").write_text("[]")
    elif what == "description":
        (folder / "dataset.json").write_text('{"bands": []}')
    elif what == "image":
        (folder / "images" / "a.tif").unlink()
    elif what == "size":
        make_raster(folder / "images" / "a.tif", np.zeros((2, SIZE, SIZE + 1), np.uint16))


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("annotations", r"CHIPS \(.*\) holds no annotations/val.json; make the chips again\."),
        ("no coco", "not a COCO annotation file"),
        ("description", "without cell_size, chip_size, statistics"),
        ("image", "lacks the file a.tif in images"),
        ("size", "2 bands of 9 × 8 cells where the data set says 2 of 8 × 8"),
    ],
)
def test_a_damaged_folder_is_refused(folder, what, sentence):
    damage(folder, what)
    with pytest.raises(InputError, match=sentence):
        open_chips(folder).read("a.tif")


def test_a_folder_of_something_else_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds neither chips"):
        open_chips(tmp_path)
