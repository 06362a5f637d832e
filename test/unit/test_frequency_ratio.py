"""Frequency ratio and weights of evidence against figures worked out by hand and against a logistic regression."""

import numpy as np
import pytest

from landslide_toolbox.core.analysis.factor_classes import Categories, Intervals
from landslide_toolbox.core.analysis.factor_frequency import FactorFrequency
from landslide_toolbox.core.analysis.frequency_ratio import frequency_ratio, weights_of_evidence
from landslide_toolbox.core.analysis.uneven_classes import notes_on_uneven_classes
from landslide_toolbox.core.factor import Factor
from landslide_toolbox.core.susceptibility.susceptibility_classes import classes_that_do_not_rise

CELLS = np.array([400, 300, 200, 100])
LANDSLIDES = np.array([10, 0, 40, 50])


def test_frequency_ratio_by_hand():
    np.testing.assert_allclose(frequency_ratio(CELLS, LANDSLIDES), [0.1 / 0.4, 0, 0.4 / 0.2, 0.5 / 0.1])


def test_a_class_without_cells_has_no_ratio():
    ratios = frequency_ratio(np.array([5, 0]), np.array([1, 0]))
    assert ratios[0] == 1
    assert np.isnan(ratios[1])


def test_weights_by_hand():
    weights = weights_of_evidence(CELLS, LANDSLIDES)
    assert weights.positive[3] == pytest.approx(np.log((50 / 100) / (50 / 900)))
    assert weights.negative[3] == pytest.approx(np.log((50 / 100) / (850 / 900)))
    assert weights.contrast[3] == pytest.approx(np.log(50 * 850 / (50 * 50)))
    assert weights.deviation[3] == pytest.approx(np.sqrt(1 / 50 + 1 / 50 + 1 / 50 + 1 / 850))
    np.testing.assert_allclose(weights.information[[0, 2, 3]], np.log(frequency_ratio(CELLS, LANDSLIDES)[[0, 2, 3]]))


@pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore:Perfect separation")
def test_contrast_is_the_coefficient_of_a_logistic_regression():
    from statsmodels.api import GLM, add_constant, families

    weights = weights_of_evidence(CELLS, LANDSLIDES)
    inside = np.array([1, 0])
    events = np.array([LANDSLIDES[2], LANDSLIDES.sum() - LANDSLIDES[2]])
    others = np.array([CELLS[2], CELLS.sum() - CELLS[2]]) - events
    fit = GLM(np.column_stack([events, others]), add_constant(inside), families.Binomial()).fit()
    assert weights.contrast[2] == pytest.approx(fit.params[1])
    assert weights.deviation[2] == pytest.approx(fit.bse[1], rel=1e-5)
    assert weights.studentised[2] == pytest.approx(fit.tvalues[1], rel=1e-5)


def test_ratios_are_scaled_from_the_lowest_to_the_highest():
    def scaled(*ratios):
        classes = Intervals(np.arange(1.0, len(ratios)), [""] * len(ratios))
        return FactorFrequency(Factor("slope"), classes, CELLS, LANDSLIDES, np.array(ratios), None).scaled_ratios

    np.testing.assert_allclose(scaled(0.5, np.nan, 1.0, 2.5), [0, np.nan, 0.25, 1])
    np.testing.assert_array_equal(scaled(1.5, 1.5), [0, 0])


def test_classes_that_do_not_rise_are_named_across_those_without_cells():
    found = classes_that_do_not_rise(np.array([0.5, 0.5, np.nan, 0.25, 3.0]), ["a", "b", "c", "d", "e"])
    assert found == ["b (0.50) is not above a (0.50)", "d (0.25) is not above b (0.50)"]


def test_lowest_classes_without_landslides_are_no_fault():
    assert classes_that_do_not_rise(np.array([0.0, 0.0, 0.4, 3.0]), ["a", "b", "c", "d"]) == []
    assert classes_that_do_not_rise(np.array([0.0, 0.4, 0.0]), ["a", "b", "c"]) == ["c (0.00) is not above b (0.40)"]


def test_an_empty_cell_is_corrected_by_a_half():
    weights = weights_of_evidence(CELLS, LANDSLIDES)
    assert weights.positive[1] == pytest.approx(np.log((0.5 / 101) / (300.5 / 902 * 902 / 902)), rel=0.01)
    assert weights.contrast[1] == pytest.approx(np.log(0.5 * 600.5 / (100.5 * 300.5)))
    assert np.isfinite(weights.studentised).all()
    assert np.isnan(weights_of_evidence(np.array([5, 0, 5]), np.array([1, 0, 2])).contrast[1])


def test_classes_too_uneven_to_say_anything_are_named():
    def notes(cells, landslides, classes=None):
        classes = classes or Intervals(np.arange(1.0, len(cells)), [f"class {number}" for number in range(1, len(cells) + 1)])
        counts = np.array(cells), np.array(landslides)
        return notes_on_uneven_classes([FactorFrequency(Factor("spi"), classes, *counts, frequency_ratio(*counts), None)])

    nearly_all, too_small = notes([9_100, 880, 15, 5], [80, 20, 0, 0])
    assert nearly_all.startswith("spi: 91.0% of the cells lie in one class (class 1),")
    assert "(20 in all)" in too_small and "nothing: class 3, class 4; " in too_small
    assert notes([8_900, 1_000, 100], [80, 20, 0]) == []  # 100 of 10,000 cells with 100 landslide cells: one is expected
    assert notes([9_990, 10], [100, 0], Categories(np.array([1, 2]), ["shale", "gneiss"])) == []
