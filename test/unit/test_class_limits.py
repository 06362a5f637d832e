"""Quantiles equal those of the sorted values; limits never make an empty class."""

import numpy as np
import pytest

from landslide_toolbox.core.analysis.class_limits import METHODS, Quantiles, class_numbers, find_limits, limit_finder


def limits_of(finder, values, pieces=3):
    find_limits([finder], lambda progress: ([piece] for piece in np.array_split(np.asarray(values, np.float32), pieces)))
    return finder.limits()


@pytest.mark.parametrize("scale", [1e-30, 1.0, 1e20])
def test_quantiles_are_exact(scale):
    values = (np.random.default_rng(0).normal(0, 1, 10_000) * scale).astype(np.float32)
    expected = np.sort(values)[np.floor(np.array([0.2, 0.4, 0.6, 0.8]) * values.size).astype(int)]
    np.testing.assert_array_equal(limits_of(limit_finder("quantile", 5), values), expected)


def test_quantile_classes_hold_equal_shares():
    values = np.random.default_rng(1).gamma(0.3, 1000, 9000).astype(np.float32)
    counts = np.bincount(class_numbers(values, limits_of(limit_finder("quantile", 6), values)))
    assert counts.tolist() == [1500] * 6


def test_many_equal_values_become_a_class_of_their_own():
    values = np.concatenate([np.zeros(600), -0.0 * np.ones(10), np.linspace(1, 2, 390)])
    limits = limits_of(limit_finder("quantile", 5), values)
    counts = np.bincount(class_numbers(values.astype(np.float32), limits))
    assert counts[0] == 610
    assert counts.size == 3


@pytest.mark.parametrize("first", [-70_001, -3, 0, 3, 126, 1000, 70_000])
def test_quantile_limits_of_whole_numbers_are_whole(first):
    values = first + np.repeat([0, 1, 2, 5], [500, 90, 10, 400])
    assert limits_of(limit_finder("quantile", 2), values).tolist() == [first + 1]
    assert limits_of(limit_finder("quantile", 5), values).tolist() == [first + 1, first + 5]


def test_shares_can_be_unequal():
    limits = limits_of(Quantiles([0.1, 0.9]), np.arange(1000))
    assert limits.tolist() == [100, 900]


def test_equal_intervals():
    np.testing.assert_allclose(limits_of(limit_finder("equal_interval", 4), [0, 1, 2, 8]), [2, 4, 6])


@pytest.mark.parametrize(
    ("method", "expected"), [("natural_breaks", [3, 1, 1]), ("quantile", [3, 2]), ("equal_interval", [3, 1, 1])]
)
def test_no_class_is_empty_with_few_different_values(method, expected):
    values = [1, 1, 1, 5, 9]
    counts = np.bincount(class_numbers(np.float32(values), limits_of(limit_finder(method, 3), values)))
    assert counts.tolist() == expected


@pytest.mark.parametrize("method", METHODS)
def test_a_constant_gives_no_limits(method):
    assert limits_of(limit_finder(method, 5), [4, 4, 4]).size == 0


def test_a_value_at_a_limit_is_in_the_class_above():
    assert class_numbers(np.float32([0.9, 1, 1.1]), np.array([1.0])).tolist() == [0, 1, 1]


def test_minus_zero_is_zero():
    values = np.repeat(np.float32([-1, -0.0, 0.0, 1]), [100, 300, 300, 300])
    counts = np.bincount(class_numbers(values, limits_of(Quantiles([0.5]), values)))
    assert counts.tolist() == [700, 300]
