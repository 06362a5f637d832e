"""Natural breaks are the optimum: against every possible grouping, against jenkspy, and whatever the order of reading."""

from itertools import combinations

import numpy as np
import pytest

from landslide_toolbox.core.analysis.histogram import MOST_BINS, Histogram
from landslide_toolbox.core.analysis.natural_breaks import natural_breaks, optimal_starts


def squared_deviations(values, breaks):
    """Sum of squared deviations from the class means, a value at a limit counted in the upper class."""
    number = np.searchsorted(breaks, values, side="right")
    return sum(((values[number == n] - values[number == n].mean()) ** 2).sum() for n in np.unique(number))


def histogram_of(values, pieces=1):
    histogram = Histogram()
    for piece in np.array_split(np.asarray(values, np.float32), pieces):
        histogram.add(piece)
    return histogram


@pytest.mark.parametrize("seed", range(20))
def test_no_other_grouping_is_better(seed):
    random = np.random.default_rng(seed)
    values = np.unique(np.round(random.gamma(1.5, 10, 16), 1))
    weights = random.integers(1, 30, values.size)
    classes = int(random.integers(2, 6))
    cells = np.repeat(values, weights)
    every = (squared_deviations(cells, values[list(starts)]) for starts in combinations(range(1, values.size), classes - 1))
    found = optimal_starts(values, weights, classes)
    assert squared_deviations(cells, values[found]) == pytest.approx(min(every), rel=1e-12)


@pytest.mark.parametrize(("seed", "classes"), [(0, 3), (1, 5), (2, 7)])
def test_as_good_as_jenkspy(seed, classes):
    from jenkspy import jenks_breaks

    values = np.random.default_rng(seed).lognormal(0, 1, 400).astype(np.float32).astype(float)
    number = np.digitize(values, jenks_breaks(values, classes)[1:], right=True)
    best = sum(((values[number == n] - values[number == n].mean()) ** 2).sum() for n in range(classes))
    assert squared_deviations(values, natural_breaks(histogram_of(values), classes)) == pytest.approx(best, rel=1e-6)


def test_large_numbers_that_differ_little_do_not_cancel():
    offset, steps = 4_000_000.0, np.array([0, 0.25, 0.5, 10, 10.25, 30, 30.5])
    breaks = natural_breaks(histogram_of(offset + steps), 3)
    np.testing.assert_array_equal(breaks, offset + np.array([10, 30]))


def test_obvious_groups_of_very_unequal_size_are_found():
    values = np.concatenate([np.zeros(100_000), np.full(10, 0.5), np.full(3, 1.0)])
    np.testing.assert_array_equal(natural_breaks(histogram_of(values), 3), [0.5, 1.0])


def test_fewer_values_than_classes_give_fewer_limits():
    np.testing.assert_array_equal(natural_breaks(histogram_of([3, 3, 7]), 5), [7])
    assert natural_breaks(histogram_of([3, 3, 3]), 5).size == 0


@pytest.mark.parametrize("scale", [1e-40, 1e-6, 1.0, 1e6, 1e30])
def test_the_histogram_does_not_depend_on_the_order_and_loses_nothing(scale):
    values = (np.random.default_rng(4).normal(3, 1, 5000) * scale).astype(np.float32)
    forward, backward = histogram_of(np.sort(values), 50), histogram_of(np.sort(values)[::-1], 7)
    for one, other in zip(forward.occupied(), backward.occupied(), strict=True):
        np.testing.assert_array_equal(one, other)
    assert forward.total == 5000
    edges, counts = forward.occupied()
    for edge, above in zip(edges[::500], counts[::-1].cumsum()[::-1][::500], strict=True):
        assert (values.astype(float) >= edge).sum() == above


def test_bins_are_finer_than_the_contract_asks():
    values = np.linspace(0, 1, 3 * MOST_BINS, dtype=np.float32)
    assert histogram_of(values).occupied()[0].size >= 65_536


def test_a_constant_start_does_not_spoil_the_bins():
    histogram = Histogram()
    histogram.add(np.zeros(1000, np.float32))
    histogram.add(np.full(1000, 1e-6, np.float32))
    histogram.add(np.array([5, -3], np.float32))
    edges, counts = histogram.occupied()
    assert counts.tolist() == [1, 2000, 1]
    assert (edges <= [-3, 1e-9, 5]).all()
