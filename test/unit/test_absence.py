"""Cells without landslides: where they may lie, whatever the windows and the range of the factors."""

import numpy as np
import pytest

from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.factor_stack import create_factor_stack, open_factor_stack
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.susceptibility.absence import FactorRange, draw_absence
from landslide_toolbox.core.susceptibility.landslide_cells import LandslideCells
from landslide_toolbox.core.vector import read_features
from support import UTM, make_layer, square, wkt_of

FACTORS = [Factor("slope"), Factor("aspect", CIRCULAR), Factor("rock", CATEGORICAL)]


def test_every_free_cell_is_found_once_in_every_window(tmp_path):
    """Two windows side by side and two one below the other; more cells are asked for than there are."""
    grid = Grid(wkt_of(UTM), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), 600, 530)
    values = np.full((1, 530, 600), np.nan, np.float32)
    values[0, 505:520, 505:520] = 1
    values[0, 3, 4] = 1
    with create_factor_stack(tmp_path / "stack.tif", grid, [Factor("slope")]) as writer:
        writer.write(values, grid.whole())
    near = LandslideCells(read_features(make_layer(tmp_path / "i.gpkg", [square(505_101, 3_994_801, 58)])), grid)
    expected = np.isfinite(values[0]) & ~near.mask(grid.whole())
    assert 0 < near.mask(grid.whole())[505:520, 505:520].sum() < 225
    with open_factor_stack(tmp_path / "stack.tif") as stack:
        rows, columns, candidates = draw_absence(stack, [near], 10_000, seed=0)
        some = draw_absence(stack, [near], 20, seed=0)
    np.testing.assert_array_equal(np.stack([rows, columns], axis=1), np.argwhere(expected))
    assert candidates == some[2] == expected.sum()
    assert len(some[0]) == 20 and expected[some[0], some[1]].all()


@pytest.mark.parametrize(("margin", "lowest", "highest"), [(0.0, 10.0, 30.0), (0.25, 5.0, 35.0)])
def test_the_range_is_that_of_the_landslides_and_its_margin(margin, lowest, highest):
    seen = np.array([[10, 350, 2], [30, 90, 5], [20, 10, 2]], np.float32)
    allowed = FactorRange.seen(FACTORS, seen, margin)
    slopes = np.array([lowest - 0.1, lowest, highest, highest + 0.1, np.nan], np.float32)
    others = np.stack([slopes, np.full(5, 200, np.float32), np.full(5, 5, np.float32)])
    assert allowed.holds(others[:, np.newaxis])[0].tolist() == [False, True, True, False, False]
    rocks = np.stack([np.full(3, 20), np.full(3, -1), [2, 3, 5]]).astype(np.float32)
    assert allowed.holds(rocks[:, np.newaxis])[0].tolist() == [True, False, True]
