"""The small picture does not depend on the windows that filled it."""

import numpy as np
import pytest

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.thumbnail import LONGEST_SIDE, Thumbnail


@pytest.mark.parametrize(("rows", "columns", "step"), [(50, 70, 1), (1900, 90, 3), (70, 1801, 3)])
def test_windows_fill_every_nth_cell(rows, columns, step):
    values = np.arange(rows * columns, dtype=np.float32).reshape(rows, columns)
    grid = Grid("", (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), columns, rows)
    picture = Thumbnail(grid)
    for window in grid.windows(512):
        piece = values[window.row : window.row + window.height, window.column : window.column + window.width]
        picture.add(piece, window)
    assert picture.step == step
    assert max(picture.values.shape) <= LONGEST_SIDE
    np.testing.assert_array_equal(picture.values, values[::step, ::step])
