"""The success-rate or prediction-rate curve, against counting by hand."""

import numpy as np
import pytest

from landslide_toolbox.core.susceptibility.rate_curve import RateCurve


def curve_of(values, landslide, pieces=1):
    curve = RateCurve()
    for part in np.array_split(np.arange(len(values)), pieces):
        curve.add(values[part], landslide[part])
    return curve


def test_four_cells_by_hand():
    curve = curve_of(np.float32([0.1, 0.4, 0.4, 0.9]), np.array([False, True, False, True]))
    thresholds, area, landslides = curve.points()
    assert thresholds[0] == np.inf and area[0] == landslides[0] == 0
    assert area.tolist() == [0, 0.25, 0.75, 1]
    assert landslides.tolist() == [0, 0.5, 1, 1]
    assert curve.area_under() == pytest.approx(0.25 * 0.25 + 0.5 * 0.75 + 0.25)


@pytest.mark.parametrize("pieces", [1, 7])
def test_shares_at_every_threshold_are_those_counted(pieces):
    random = np.random.default_rng(0)
    values = random.beta(0.6, 3, 5000).astype(np.float32)
    landslide = random.random(5000) < values * 0.3
    thresholds, area, landslides = curve_of(values, landslide, pieces).points()
    for index in random.integers(1, len(thresholds), 60):
        above = values >= thresholds[index]
        assert area[index] == pytest.approx(above.mean())
        assert landslides[index] == pytest.approx(above[landslide].mean())


def test_a_map_that_orders_nothing_has_half():
    random = np.random.default_rng(1)
    values, landslide = random.random(40_000).astype(np.float32), random.random(40_000) < 0.1
    assert curve_of(values, landslide).area_under() == pytest.approx(0.5, abs=0.01)


def test_area_under_is_auc_mixed_with_chance():
    """With p the share of landslides, area = p / 2 + (1 − p) · AUC: a landslide cell meets landslide cells too."""
    from sklearn.metrics import roc_auc_score

    random = np.random.default_rng(2)
    values = random.random(3000).astype(np.float32)
    landslide = random.random(3000) < values * 0.4
    share = landslide.mean()
    expected = share / 2 + (1 - share) * roc_auc_score(landslide, values)
    assert curve_of(values, landslide).area_under() == pytest.approx(expected, abs=1e-4)
