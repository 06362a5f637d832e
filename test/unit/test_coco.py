"""COCO segmentations give back exactly the cells they were made of, by pycocotools' own reckoning."""

import numpy as np
import pytest
from pycocotools import mask as reference

from landslide_toolbox.core.detection.coco import annotation, cells_of, outlines, run_lengths


def random_cells(seed, height=23, width=31, density=0.6):
    return np.random.default_rng(seed).random((height, width)) < density


@pytest.mark.parametrize("seed", range(20))
def test_run_lengths_are_those_of_pycocotools(seed):
    cells = random_cells(seed)
    cells[-1, -1] = seed % 2
    cells[0, 0] = seed % 3 == 0
    encoded = reference.frPyObjects(run_lengths(cells), *cells.shape)
    assert encoded["counts"] == reference.encode(np.asfortranarray(cells.astype(np.uint8)))["counts"]
    np.testing.assert_array_equal(cells_of(run_lengths(cells), *cells.shape), cells)


@pytest.mark.parametrize("value", [True, False])
def test_run_lengths_of_a_full_and_an_empty_mask(value):
    cells = np.full((4, 5), value)
    np.testing.assert_array_equal(cells_of(run_lengths(cells), 4, 5), cells)


def test_polygons_along_cell_edges_give_back_the_cells():
    cells = np.zeros((30, 40), bool)
    rows, columns = np.mgrid[:30, :40]
    cells[(rows - columns * 0.6) ** 2 < 20] = True  # a slanted stripe, all stairs, that meets the border
    cells[3:5, 33:36] = True
    rings, has_holes = outlines(cells)
    assert not has_holes
    assert len(rings) == 2
    np.testing.assert_array_equal(cells_of(rings, 30, 40), cells)


def test_a_landslide_with_a_hole_keeps_it():
    cells = np.zeros((10, 12), bool)
    cells[2:8, 3:10] = True
    cells[4:6, 5:7] = False
    item = annotation(7, 3, cells, 42)
    np.testing.assert_array_equal(cells_of(item["segmentation"], 10, 12), cells)
    assert item["area"] == 38
    assert item["bbox"] == [3, 2, 7, 6]
    assert (item["id"], item["image_id"], item["landslide_id"]) == (7, 3, 42)


def test_compressed_run_lengths_of_other_tools_are_read():
    cells = random_cells(5)
    encoded = reference.encode(np.asfortranarray(cells.astype(np.uint8)))
    as_text = {"size": encoded["size"], "counts": encoded["counts"].decode()}
    np.testing.assert_array_equal(cells_of(as_text, *cells.shape), cells)
