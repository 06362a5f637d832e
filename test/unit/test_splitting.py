"""Splits and the draw of cells without landslides."""

import numpy as np
import pytest

from landslide_toolbox.core.susceptibility.absence import _lowest, _priorities
from landslide_toolbox.core.susceptibility.splitting import Shares, parts_of_cells, parts_of_groups


@pytest.mark.parametrize("test_fraction", [0.0, 0.1, 0.3])
def test_parts_come_near_their_share(test_fraction):
    shares = Shares(test_fraction, 5)
    sizes = np.random.default_rng(1).integers(0, 40, (400, 2))
    parts = parts_of_groups(sizes, shares, np.random.default_rng(0))
    for kind in sizes.T:
        np.testing.assert_allclose(np.bincount(parts, kind, 6) / kind.sum(), shares.targets(), atol=0.02)
    cells = np.bincount(parts_of_cells(1000, shares, np.random.default_rng(0)), minlength=6)
    np.testing.assert_array_equal(cells, np.round(1000 * shares.targets()))


def test_priorities_choose_evenly_and_whatever_the_order_of_windows():
    cells = np.arange(100_000, dtype=np.uint64)
    keyed = np.stack([_priorities(cells, 3), cells])
    chosen = np.sort(_lowest(keyed, 10_000)[1])
    kept = np.empty((2, 0), np.uint64)
    for piece in np.array_split(keyed[:, ::-1], 37, axis=1):
        kept = _lowest(np.concatenate([kept, piece], axis=1), 10_000)
    np.testing.assert_array_equal(np.sort(kept[1]), chosen)
    in_tenths = np.bincount((chosen // 10_000).astype(int), minlength=10)
    assert np.abs(in_tenths - 1000).max() < 120  # four standard deviations of a hypergeometric count
    assert len(np.intersect1d(chosen, np.sort(_lowest(np.stack([_priorities(cells, 4), cells]), 10_000)[1]))) < 1200
