"""Samples and the patches around them."""

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import Factor
from landslide_toolbox.core.factor_stack import create_factor_stack, open_factor_stack
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.susceptibility.patches import check_window_fits, mirrored_indices, read_patches
from landslide_toolbox.core.susceptibility.samples import Samples, samples_from_features
from landslide_toolbox.core.vector import read_features
from support import UTM, make_layer, wkt_of

GRID = Grid(wkt_of(UTM), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), 700, 600)


@pytest.fixture
def stack(tmp_path):
    values = np.random.default_rng(0).random((2, 600, 700)).astype(np.float32)
    values[1, 300, 300] = np.nan
    path = tmp_path / "stack.tif"
    with create_factor_stack(path, GRID, [Factor("slope"), Factor("relief")]) as writer:
        writer.write(values, GRID.whole())
    with open_factor_stack(path) as opened:
        opened.values = values
        yield opened


@pytest.mark.parametrize("window", [1, 9, 12])
def test_patches_are_the_surroundings_whatever_the_tile(stack, window):
    rows = np.array([300, 511, 512, 20, 599, 0])
    columns = np.array([300, 512, 511, 650, 699, 0])
    patches = read_patches(stack, rows, columns, window)
    padded = np.pad(stack.values, ((0, 0), (20, 20), (20, 20)), mode="symmetric")
    before = window // 2
    for patch, row, column in zip(patches, rows, columns, strict=True):
        top, left = row + 20 - before, column + 20 - before
        np.testing.assert_array_equal(patch, padded[:, top : top + window, left : left + window])
        np.testing.assert_array_equal(patch[:, before, before], stack.values[:, row, column])


def test_factors_come_in_the_order_asked_and_cells_outside_are_nan(stack):
    patches = read_patches(stack, [10, -1, 5], [10, 5, 700], 1, names=["relief", "slope"])
    np.testing.assert_array_equal(patches[0, :, 0, 0], stack.values[::-1, 10, 10])
    assert np.isnan(patches[1:]).all()


def test_points_without_coordinates_or_at_the_end_of_the_world_are_in_no_cell():
    rows, columns = GRID.cells_at(np.array([np.nan, np.inf, -np.inf, 1e300]), np.full(4, np.nan))
    assert (rows < 0).all()
    assert not ((columns >= 0) & (columns < GRID.width)).any()


def test_mirroring_folds_at_both_edges():
    assert mirrored_indices(-3, 10, 4).tolist() == [2, 1, 0, 0, 1, 2, 3, 3, 2, 1]


def test_a_window_larger_than_the_raster_is_refused():
    with pytest.raises(InputError, match="WINDOW .*larger than the raster"):
        check_window_fits(GRID, 601)
    with pytest.raises(InputError, match=r"MODEL \(window of 601 cells\) is larger than the raster"):
        check_window_fits(GRID, 601, "MODEL")


def test_samples_of_another_origin_need_only_the_label(tmp_path):
    path = make_layer(tmp_path / "a.gpkg", ["POINT(500005 3999995)", "POINT(500015 3999985)"], attributes={"landslide": [1, 0]})
    samples = samples_from_features(read_features(path), GRID)
    assert samples.landslide.tolist() == [1, 0]
    assert samples.landslide_id.tolist() == [1, 0]
    assert samples.split.tolist() == ["train", "train"]
    assert GRID.cells_at(samples.x, samples.y)[0].tolist() == [0, 1]


@pytest.mark.parametrize("labels", [[1, 0, 1, 1], [1.0, 0.0, 1.0, 1.0], ["1", "0", "true", "1"]])
def test_labels_may_be_texts_points_single_collections_and_ids_missing(tmp_path, labels):
    wkts = [f"MULTIPOINT(({500005 + 10 * i} 3999995))" for i in range(4)]
    path = make_layer(tmp_path / "a.gpkg", wkts, attributes={"landslide": labels, "landslide_id": [0, 0, 7, 0]})
    samples = samples_from_features(read_features(path), GRID)
    assert samples.landslide.tolist() == [1, 0, 1, 1]
    assert samples.landslide_id.tolist() == [8, 0, 7, 9]
    assert GRID.cells_at(samples.x, samples.y)[1].tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("wkts", "attributes", "sentence"),
    [
        (["POINT(500005 3999995)"], {"slide": [1]}, "has no field landslide"),
        (["POINT(500005 3999995)"], {"landslide": [7]}, "has the value 7"),
        (["POINT(500005 3999995)"], {"landslide": ["yes"]}, "has the value yes"),
        (["POINT(500005 3999995)"], {"landslide": [float("nan")]}, "has the value NULL in the field landslide; only 1 and 0"),
        (["MULTIPOINT((500005 3999995), (500015 3999995))"], {"landslide": [1]}, "something else than points"),
        (["POLYGON((500005 3999995, 500010 3999990, 500010 3999995, 500005 3999995))"], {"landslide": [1]}, "something else"),
        (["POINT(5 5)"], {"landslide": [1]}, "wholly outside"),
        (["LINESTRING(500005 3999995, 500010 3999990)"], {"landslide": [1]}, "something else than points"),
        (["POINT(500005 3999995)"], {"landslide": [1], "split": ["maybe"]}, "the value maybe"),
        (["POINT(500005 3999995)"], {"landslide": [1], "fold": ["a"]}, "no whole numbers"),
        (["POINT(500005 3999995)"], {"landslide": [1], "fold": [1.5]}, "no whole numbers"),
        (["POINT(500005 3999995)"], {"landslide": [1], "fold": [float("inf")]}, "no whole numbers"),
    ],
)
def test_layers_that_are_no_samples_are_refused(tmp_path, wkts, attributes, sentence):
    path = make_layer(tmp_path / "a.gpkg", wkts, attributes=attributes)
    with pytest.raises(InputError, match=sentence):
        samples_from_features(read_features(path), GRID)


def test_drawing_keeps_the_share_of_landslides_and_repeats_with_the_seed():
    landslide = (np.arange(100) % 4 == 0).astype(np.int8)
    number = np.arange(100)
    samples = Samples(
        number.astype(float), number.astype(float), landslide, number, number, np.full(100, "train"), number, number
    )
    draws = [samples.drawn(20, np.random.default_rng(seed)) for seed in (0, 0, 1)]
    assert [(len(draw), draw.landslide.sum()) for draw in draws] == [(20, 5)] * 3
    np.testing.assert_array_equal(draws[0].x, draws[1].x)
    assert (draws[0].x != draws[2].x).any() and (np.diff(draws[0].x) > 0).all()
    assert len(samples.drawn(1000, np.random.default_rng(0))) == 100
