"""Mask R-CNN over a scene: with a detector that makes no mistakes, what is found are the scene's own groups of cells."""

import numpy as np
import pytest
import torch
from scipy import ndimage
from tiny_detectors import add_architecture, blob_detector

from landslide_toolbox.core.detection.tiling import Tiling
from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.grid import Window
from landslide_toolbox.models.detection.instance_merging import SceneInstance, merged, placed
from landslide_toolbox.models.detection.scene import predict_instances


@pytest.fixture(autouse=True)
def blobs(monkeypatch):
    add_architecture(monkeypatch)
    torch.set_num_threads(1)


def found_in(values, overlap=0.25, threshold=0.1, tile_size=2048):
    height, width = values.shape

    def read(window):
        shown = np.full((1, window.height, window.width), np.nan, np.float32)
        inside = window.clipped(width, height)
        top, left = inside.row - window.row, inside.column - window.column
        shown[0, top : top + inside.height, left : left + inside.width] = values[
            inside.row : inside.row + inside.height, inside.column : inside.column + inside.width
        ]
        return shown, np.isfinite(shown[0])

    detector = blob_detector(chip_size=64)
    return predict_instances(detector, Tiling(width, height, 64, overlap), read, threshold, tile_size)


def as_sets(instances, shape):
    painted = []
    for instance in instances:
        cells = np.zeros(shape, bool)
        height, width = instance.cells.shape
        cells[instance.row : instance.row + height, instance.column : instance.column + width] = instance.cells
        painted.append(cells.tobytes())
    return sorted(painted)


def groups_of(values):
    labels, count = ndimage.label(np.nan_to_num(values) > 0)
    return sorted((labels == number).tobytes() for number in range(1, count + 1))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("smoothing", [2.0, 6.0])
@pytest.mark.parametrize("overlap", [0.25, 0.5])
def test_groups_of_every_size_are_found_once(seed, smoothing, overlap):
    """Many are cut by windows, some by several; with the greater smoothing most are larger than the overlap."""
    field = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=(200, 230)), smoothing)
    values = np.where(field > 1.2 * field.std(), 0.9, -1).astype(np.float32)
    assert as_sets(found_in(values, overlap), values.shape) == groups_of(values)


def test_the_result_does_not_depend_on_what_is_read_together():
    field = ndimage.gaussian_filter(np.random.default_rng(1).normal(size=(150, 260)), 3)
    values = np.where(field > field.std(), 0.9, -1).astype(np.float32)
    results = [as_sets(found_in(values, tile_size=size), values.shape) for size in (64, 150, 4096)]
    assert results[0] == results[1] == results[2]


def test_a_bent_landslide_that_some_windows_see_as_two():
    values = np.full((64, 150), -1, np.float32)
    values[5:12, 10:140] = values[50:57, 10:140] = values[5:57, 130:140] = 0.8
    (only,) = found_in(values)
    assert only.size == (values > 0).sum()
    assert only.score == pytest.approx(0.8)


def test_scores_under_the_threshold_and_cells_without_data_are_left_out():
    values = np.full((60, 60), -1, np.float32)
    values[5:15, 5:15], values[30:40, 30:40] = 0.9, 0.3
    values[5:15, 10:15] = np.nan
    (only,) = found_in(values, threshold=0.5)
    assert (only.row, only.column, only.size) == (5, 5, 50)


def instance(score, row, column, height, width, window, is_cut=False):
    return SceneInstance(score, row, column, np.ones((height, width), bool), window, is_cut)


LEFT, RIGHT = Window(0, 0, 64, 64), Window(48, 0, 64, 64)


def test_of_two_that_agree_the_higher_score_stays():
    kept = merged([instance(0.7, 10, 50, 10, 10, LEFT), instance(0.9, 10, 51, 10, 10, RIGHT)])
    assert [found.score for found in kept] == [0.9]


def test_a_sliver_goes_where_a_neighbour_sees_the_whole():
    whole = instance(0.6, 10, 50, 20, 40, RIGHT)
    sliver = instance(0.95, 10, 52, 20, 12, LEFT, is_cut=True)
    assert merged([sliver, whole]) == [whole]


def test_neighbours_that_only_touch_stay_two():
    kept = merged([instance(0.9, 10, 10, 10, 10, LEFT), instance(0.8, 10, 20, 10, 10, LEFT)])
    assert len(kept) == 2


def test_one_inside_another_goes():
    large, small = instance(0.6, 5, 5, 30, 30, LEFT), instance(0.9, 10, 10, 5, 5, LEFT)
    assert merged([small, large]) == [large]


def test_a_score_at_the_threshold_counts():
    values = np.full((60, 60), -1, np.float32)
    values[5:15, 5:15] = 0.5
    assert len(found_in(values, threshold=0.5)) == 1
    assert found_in(values, threshold=0.5001) == []


def test_cancel_is_heard_while_merging():
    with pytest.raises(Cancelled):
        merged([instance(0.9, 10, 10, 10, 10, LEFT)], lambda: True)


def test_edges_of_the_scene_do_not_cut():
    tiling = Tiling(112, 64, 64, 0.25)
    mask = np.zeros((64, 64), bool)
    mask[:5, :5] = True
    assert not placed(0.9, mask, LEFT, tiling).is_cut
    assert placed(0.9, mask, RIGHT, tiling).is_cut
    assert placed(0.9, mask[:, ::-1], LEFT, tiling).is_cut
    assert not placed(0.9, mask[:, ::-1], RIGHT, tiling).is_cut
