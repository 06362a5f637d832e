"""Landslides on the grid: the same whichever windows ask, and none lost in silence."""

import numpy as np
import pytest

from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.susceptibility.landslide_cells import landslide_cells
from landslide_toolbox.core.vector import rasterised, read_features
from support import make_layer, square, wkt_of

GRID = Grid(wkt_of(32643), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), 40, 30)


@pytest.fixture
def inventory(tmp_path):
    random = np.random.default_rng(1)
    corners = random.uniform([500_000, 3_999_700], [500_380, 3_999_980], (25, 2))
    shapes = [square(x, y, side) for (x, y), side in zip(corners, random.uniform(2, 60, 25), strict=True)]
    return read_features(make_layer(tmp_path / "i.gpkg", shapes))


@pytest.mark.parametrize("all_touched", [True, False])
def test_windows_give_what_the_whole_grid_gives(inventory, all_touched):
    cells, _ = landslide_cells(inventory, GRID, all_touched=all_touched)
    whole = rasterised(inventory, GRID, all_touched=all_touched)
    pieces = np.zeros_like(whole)
    for window in GRID.windows(7):
        rows, columns = slice(window.row, window.row + window.height), slice(window.column, window.column + window.width)
        pieces[rows, columns] = cells.numbers(window)
    np.testing.assert_array_equal(pieces, whole)


def test_small_and_distant_landslides_are_counted_and_said(tmp_path):
    shapes = [square(500_012, 3_999_912, 3), square(500_100, 3_999_800, 50), square(900_000, 3_999_800, 50)]
    features = read_features(make_layer(tmp_path / "i.gpkg", shapes))
    cells, notes = landslide_cells(features, GRID)
    assert (cells.smaller_than_a_cell, cells.outside) == (1, 1)
    assert any("1 of 3 landslides lie outside" in note for note in notes)
    assert any("1 of 3 landslides are smaller than a cell (100 m²): each still counts" in note for note in notes)
    assert cells.mask(Window(0, 0, 10, 10)).sum() == 1
    _, notes = landslide_cells(features, GRID, all_touched=False)
    assert any("lost" in note for note in notes)


def test_points_take_the_cell_they_lie_in(tmp_path):
    features = read_features(make_layer(tmp_path / "p.gpkg", ["POINT(500025 3999975)", "POINT(500399 3999701)"]))
    cells, notes = landslide_cells(features, GRID)
    assert np.argwhere(cells.mask(GRID.whole())).tolist() == [[2, 2], [29, 39]]
    assert notes == []
