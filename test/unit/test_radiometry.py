"""Matching of radiometry: ranks by brute force, and a known gain and offset found under change and noise."""

import numpy as np
import pytest

from landslide_toolbox.core.analysis.histogram import Histogram
from landslide_toolbox.core.detection.histogram_matching import HistogramMatch
from landslide_toolbox.core.detection.invariant_features import invariance, orthogonal_line
from landslide_toolbox.core.errors import ToolboxError
from landslide_toolbox.core.stored_type import StoredType


def histogram_of(values):
    histogram = Histogram()
    histogram.add(values)
    return histogram


def test_a_histogram_matched_to_itself_stays():
    values = np.random.default_rng(0).integers(0, 3000, 5000).astype(np.float32)
    match = HistogramMatch(histogram_of(values), histogram_of(values[::-1]))
    np.testing.assert_allclose(match.apply(values), values, atol=1e-9)


def test_any_increasing_change_is_undone_cell_by_cell():
    reference = np.random.default_rng(1).integers(1, 4000, 20_000).astype(np.float32)
    scene = np.rint(3 * np.sqrt(reference) * 1000).astype(np.float32)
    match = HistogramMatch(histogram_of(scene), histogram_of(np.random.default_rng(2).permutation(reference)))
    # scene values beyond 65,536 share bins of two
    np.testing.assert_allclose(match.apply(scene), reference, atol=1.0)
    assert np.isnan(match.apply(np.array([np.nan]))).all()


def test_ranks_are_those_of_brute_force():
    random = np.random.default_rng(3)
    scene, reference = random.integers(0, 40, 3000), random.integers(100, 900, 4000)
    match = HistogramMatch(histogram_of(scene.astype(np.float32)), histogram_of(reference.astype(np.float32)))
    for value in (0, 7, 39):
        rank = ((scene < value).sum() + (scene == value).sum() / 2) / scene.size
        known = np.unique(reference)
        ranks = [((reference < v).sum() + (reference == v).sum() / 2) / reference.size for v in known]
        assert match.apply(np.array([value]))[0] == pytest.approx(np.interp(rank, ranks, known), abs=1e-9)


@pytest.fixture
def scenes():
    """Four correlated bands; the second scene has known gains and offsets, noise, and a third of its cells changed."""
    random = np.random.default_rng(4)
    cells = 30_000
    brightness, green = random.normal(0, 400, cells), random.normal(0, 300, cells)
    first = np.stack([1500 + brightness + w * green + random.normal(0, 60, cells) for w in (-0.5, 0.2, -0.8, 1.5)], axis=1)
    gains, offsets = np.array([0.7, 0.9, 1.2, 1.5]), np.array([300.0, -100.0, 50.0, 0.0])
    second = first * gains + offsets + random.normal(0, 10, first.shape)
    changed = random.random(cells) < 0.33
    second[changed] += random.normal(1500, 500, (changed.sum(), 4)) * (1.0, 0.5, 1.2, -0.6)
    return first, second, gains, offsets, changed


def test_gains_and_offsets_are_found_in_spite_of_change(scenes):
    first, second, gains, offsets, changed = scenes
    found = invariance(first, second)
    chosen = found.probability > 0.95
    assert chosen.sum() > 100
    assert changed[chosen].mean() < 0.01
    lines = [orthogonal_line(first[chosen, band], second[chosen, band]) for band in range(4)]
    np.testing.assert_allclose([line.slope for line in lines], gains, rtol=0.01)
    np.testing.assert_allclose([line.intercept for line in lines], offsets, atol=20)
    plain = np.polyfit(first[:, 0], second[:, 0], 1)
    assert abs(plain[1] - offsets[0]) > 300  # what one gets without looking for change


def test_change_detection_does_not_depend_on_gain_and_offset(scenes):
    first, second, *_ = scenes
    stretched = invariance(first, second[:, ::-1] * (0.01, 5, 3, 100) - 77)
    np.testing.assert_allclose(stretched.probability, invariance(first, second).probability, atol=1e-6)
    assert (stretched.correlations[0] <= stretched.correlations[-1]) and stretched.correlations[-1] <= 1


def test_an_orthogonal_line_treats_both_scenes_alike():
    x, y = np.random.default_rng(5).multivariate_normal([3, 5], [[4, 3], [3, 6]], 500).T
    forth, back = orthogonal_line(x, y), orthogonal_line(y, x)
    assert forth.slope == pytest.approx(1 / back.slope)
    # the direction of the first principal component
    values, vectors = np.linalg.eigh(np.cov(x, y))
    direction = vectors[:, values.argmax()]
    assert forth.slope == pytest.approx(direction[1] / direction[0])
    assert forth.apply(x).mean() == pytest.approx(y.mean())


def test_copied_bands_are_refused():
    first = np.random.default_rng(6).normal(size=(500, 2))
    copied, stretched = np.repeat(first[:, :1], 2, axis=1), first[:, :1] * [1, 3] + [0, 7]
    for bands in (copied, stretched, np.ones_like(first)):
        for scenes in ((bands, first), (first, bands)):
            with pytest.raises(ToolboxError, match="copies of each other"):
                invariance(*scenes)


def test_stored_values_are_rounded_cut_and_never_nodata():
    values = np.array([[-5.0, 0.2, 0.6, 300.0, np.nan]])
    np.testing.assert_array_equal(StoredType("uint8", 0).store(values), [[1, 1, 1, 255, 0]])
    np.testing.assert_array_equal(StoredType("uint8", 255).store(values), [[0, 0, 1, 254, 255]])
    np.testing.assert_array_equal(StoredType("int16", None).store(values[:, :4]), [[-5, 0, 1, 300]])
    np.testing.assert_array_equal(StoredType("float32", -9999).store(values), np.float32([[-5, 0.2, 0.6, 300, -9999]]))
