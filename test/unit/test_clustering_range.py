"""The distance over which landslides cling together."""

import numpy as np
import pytest

from landslide_toolbox.core.susceptibility.clustering_range import clustering_range


def exponential_fields(x, y, practical_range, count, random):
    """Gaussian fields (count, points) with exponential covariance, cut into 0 and 1 at their mean."""
    distance = np.hypot(x[:, None] - x, y[:, None] - y)
    covariance = np.exp(-3 * distance / practical_range) + 1e-9 * np.eye(len(x))
    return (random.normal(size=(count, len(x))) @ np.linalg.cholesky(covariance).T > 0).astype(int)


@pytest.mark.parametrize("practical_range", [1500, 4000])
def test_finds_the_range_of_a_field(practical_range):
    random = np.random.default_rng(3)
    x, y = random.uniform(0, 20_000, (2, 1200))
    found = [clustering_range(x, y, field) for field in exponential_fields(x, y, practical_range, 5, random)]
    assert np.median(found) == pytest.approx(practical_range, rel=0.4)


def test_points_without_structure_have_no_range():
    random = np.random.default_rng(0)
    x, y = random.uniform(0, 20_000, (2, 1500))
    assert clustering_range(x, y, random.integers(0, 2, 1500)) == 0
    assert clustering_range(x[:2], y[:2], np.array([0, 1])) == 0
