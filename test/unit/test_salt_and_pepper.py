"""How scattered a map is: closed forms, scipy's components, and Moran's I by its definition."""

import numpy as np
import pytest
from scipy import ndimage

from landslide_toolbox.core.susceptibility.salt_and_pepper import SaltAndPepper


def measured(values, classes, strip=7, cell_area=100.0):
    measure = SaltAndPepper(cell_area)
    for row in range(0, len(values), strip):
        measure.add(values[row : row + strip], classes[row : row + strip])
    return measure.result()


def by_definition(values, classes):
    """Moran's I with a full matrix of weights, and the share of neighbours of another class."""
    known = np.flatnonzero(classes.ravel() > 0)
    rows, columns = np.divmod(known, classes.shape[1])
    weights = (np.abs(rows[:, None] - rows) + np.abs(columns[:, None] - columns)) == 1
    centred = values.ravel()[known].astype(float)
    centred -= centred.mean()
    moran = len(known) / weights.sum() * (weights * np.outer(centred, centred)).sum() / (centred**2).sum()
    kinds = classes.ravel()[known]
    return moran, (weights & (kinds[:, None] != kinds)).sum() / weights.sum()


@pytest.mark.parametrize("strip", [1, 3, 64])
def test_a_chessboard_and_two_halves(strip):
    board = np.indices((12, 10)).sum(axis=0) % 2
    found = measured(board.astype(np.float32), board + 1, strip)
    assert (found.changing, found.morans_i) == (1.0, pytest.approx(-1.0))
    assert found.patches_per_km2 == pytest.approx(120 / (120 * 100 / 1e6))
    halves = (np.arange(10) >= 5).astype(int)[np.newaxis].repeat(12, axis=0)
    found = measured(halves.astype(np.float32), halves + 1, strip)
    pairs = 12 * 9 + 11 * 10
    assert found.changing == pytest.approx(12 / pairs)
    assert found.patches_per_km2 == pytest.approx(2 / 0.012)
    assert found.morans_i == pytest.approx((pairs - 2 * 12) / pairs)


@pytest.mark.parametrize("strip", [1, 2, 5, 30])
@pytest.mark.parametrize("smooth", [0, 2])
def test_any_map_with_holes_as_by_definition(strip, smooth):
    random = np.random.default_rng(strip)
    values = ndimage.gaussian_filter(random.random((30, 24)), smooth).astype(np.float32)
    classes = 1 + np.searchsorted(np.quantile(values, [0.3, 0.6, 0.8]), values)
    classes[random.random(classes.shape) < 0.15] = 0
    values[classes == 0] = np.nan
    found = measured(values, classes, strip)
    moran, changing = by_definition(values, classes)
    patches = sum(ndimage.label(classes == value)[1] for value in range(1, 5))
    assert found.morans_i == pytest.approx(moran, abs=1e-6)
    assert found.changing == pytest.approx(changing)
    assert found.patches_per_km2 == pytest.approx(patches / ((classes > 0).sum() * 100 / 1e6))


def test_patches_that_join_far_below_are_one():
    comb = np.ones((20, 9), int)
    comb[:15, 1::2] = 2  # teeth of 1 that meet in the last rows
    found = measured(np.full(comb.shape, 0.5, np.float32), comb, 4)
    assert found.patches_per_km2 == pytest.approx((1 + 4) / (comb.size * 100 / 1e6))
    assert np.isnan(found.morans_i)


def test_no_cell_at_all():
    found = measured(np.full((4, 4), np.nan, np.float32), np.zeros((4, 4), int))
    assert np.isnan([found.changing, found.patches_per_km2, found.morans_i]).all()
