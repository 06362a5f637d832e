"""Spatial blocks of samples that come without them."""

import numpy as np
import pytest

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.susceptibility.samples import Samples
from landslide_toolbox.core.susceptibility.spatial_blocks import block_size_of, side_of_blocks_said, with_blocks
from support import UTM, wkt_of

CELL, SIDE, COUNT = 30.0, 400, 600
GRID = Grid(wkt_of(UTM), (500_000.0, CELL, 0.0, 4_000_000.0, 0.0, -CELL), SIDE, SIDE)


def samples_from_elsewhere(**changes):
    """Landslides in the western half alone, so that they cling together; the last 100 samples are for the test."""
    random = np.random.default_rng(0)
    x, y = 500_000 + random.uniform(0, SIDE * CELL, COUNT), 4_000_000 - random.uniform(0, SIDE * CELL, COUNT)
    landslide = ((x < 506_000) & (random.random(COUNT) < 0.8)).astype(np.int8)
    nothing = np.zeros(COUNT, np.int64)
    split = np.where(np.arange(COUNT) < COUNT - 100, "train", "test")
    fields = {"landslide_id": np.cumsum(landslide) * landslide, "fold": nothing, "block": nothing, "draw": nothing} | changes
    return Samples(x=x, y=y, landslide=landslide, split=split, **fields)


def test_few_landslides_that_lie_in_pairs_are_not_parted_for_more_blocks():
    random = np.random.default_rng(1)
    pairs = random.uniform(1_000, 5_000, (9, 2))  # in the south-western quarter, partners 100 m apart
    x = np.concatenate([500_000 + np.concatenate([pairs[:, 0], pairs[:, 0] + 100]), random.uniform(500_000, 512_000, 18)])
    y = np.concatenate([3_988_000 + np.tile(pairs[:, 1], 2), random.uniform(3_988_000, 4_000_000, 18)])
    ids = np.concatenate([np.arange(1, 19), np.zeros(18, int)])
    size, clinging = block_size_of(x, y, ids, GRID, 6, 0)
    assert 500 < size < clinging
    why = f"which leaves enough of them: landslides cling together over {clinging:,.0f} m."
    assert side_of_blocks_said(size, clinging) == f"Side of a block: {size:,.0f} m, {why}"


def test_landslides_anywhere_get_blocks_as_wide_as_leaves_enough_of_them():
    random = np.random.default_rng(0)
    x, y = 500_000 + random.uniform(0, SIDE * CELL, COUNT), 4_000_000 - random.uniform(0, SIDE * CELL, COUNT)
    ids = np.where(np.arange(COUNT) % 2, np.arange(COUNT), 0)
    size, clinging = block_size_of(x, y, ids, GRID, 6, 0)
    assert clinging == 0
    assert 2_000 < size < 4_000  # 24 squares of the area's 12 km
    assert side_of_blocks_said(size, clinging).endswith("landslides are not seen to cling together.")


def test_squares_are_laid_over_samples_without_blocks():
    samples, notes = with_blocks(samples_from_elsewhere(), GRID, 0)
    count = len(set(samples.block))
    assert notes[0].startswith(f"The samples do not say in which blocks they lie: {count} squares were laid, ")
    assert len(set(samples.block[samples.landslide == 1])) >= 24  # four for each of five folds and the test
    for block in set(samples.block):
        own = samples.block == block
        assert max(np.ptp(samples.x[own]), np.ptp(samples.y[own])) < 4_000


def test_test_samples_do_not_choose_how_wide_the_squares_are():
    one = samples_from_elsewhere()
    other = samples_from_elsewhere()
    tested = slice(COUNT - 100, COUNT)
    other.landslide[tested], other.landslide_id[tested] = 1, np.arange(1_000, 1_100)
    other.x[tested], other.y[tested] = 511_000, 3_989_000 + 10 * np.arange(100)
    blocks = [with_blocks(samples, GRID, 0)[0].block[: COUNT - 100] for samples in (one, other)]
    np.testing.assert_array_equal(*blocks)


def test_folds_of_another_origin_are_taken_as_blocks_and_blocks_as_they_are():
    fold = np.arange(COUNT) % 4 + 1
    samples, notes = with_blocks(samples_from_elsewhere(fold=fold), GRID, 0)
    np.testing.assert_array_equal(samples.block, fold)
    assert notes == ["The samples do not say in which blocks they lie: that their folds are spatial was taken on trust."]
    known = samples_from_elsewhere(block=np.arange(COUNT) // 10)
    assert with_blocks(known, GRID, 0) == (known, [])


def test_samples_of_one_class_or_one_place_are_left_as_they_are():
    alike = samples_from_elsewhere()
    alike.landslide[:] = 0
    assert with_blocks(alike, GRID, 0)[1] == []
    one_place = samples_from_elsewhere()
    one_place.x[:], one_place.y[:] = 500_015, 3_999_985
    assert len(set(with_blocks(one_place, GRID, 0)[0].block)) == 1


def test_points_at_one_place_say_nothing_of_distance():
    # so few that no others are as near to each other as two at one place
    apart, together = (samples_from_elsewhere().chosen(np.arange(COUNT) % 4 == 0) for _ in range(2))
    first, second = np.flatnonzero(together.landslide == 1)[:2]
    together.x[second], together.y[second] = together.x[first], together.y[first]
    sizes = [block_size_of(one.x, one.y, one.landslide_id, GRID, 6, 0)[0] for one in (apart, together)]
    assert sizes[1] == pytest.approx(sizes[0], rel=0.1)
