"""Classes of factors: sectors, written limits and labels."""

import numpy as np
import pytest

from landslide_toolbox.core.analysis.factor_breaks import check_all_written, written_breaks
from landslide_toolbox.core.analysis.factor_classes import Sectors, categories_of, intervals_as_written, intervals_between
from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor

FACTORS = [Factor("slope"), Factor("aspect", CIRCULAR), Factor("lithology", CATEGORICAL)]


def test_sectors_turn_at_half_of_45_degrees():
    directions = np.float32([-1, 0, 22.4, 22.5, 90, 157.5, 180, 337.4, 337.5, 359.9, 360])
    labels = np.array(Sectors().labels)[Sectors().numbers(directions)]
    expected = ["flat", "north", "north", "northeast", "east", "south", "south", "northwest", "north", "north", "north"]
    assert labels.tolist() == expected


def test_categories_keep_their_labels():
    classes = categories_of(Factor("lithology", CATEGORICAL, "", {2: "shale"}), np.array([2.0, 7.0]))
    assert classes.labels == ["shale", "7"]
    assert classes.numbers(np.float32([7, 2, 2])).tolist() == [1, 0, 0]


@pytest.mark.parametrize(
    ("written", "labels", "limits"),
    [
        ([0, 10, 20, 35], ["0 – 10", "10 – 20", "20 – 35", "≥ 35"], [10, 20, 35]),
        ([10, 20], ["< 10", "10 – 20", "≥ 20"], [10, 20]),
        ([0, 30, 60], ["0 – 30", "30 – 60"], [30]),
        ([-5, 0, 30, 60, 90], ["0 – 30", "30 – 60"], [30]),
        ([30, 90], ["< 30", "30 – 90"], [30]),
    ],
)
def test_written_limits_for_values_from_0_to_60(written, labels, limits):
    intervals = intervals_as_written(written, 0.0, 60.0)
    assert intervals.labels == labels
    assert intervals.limits.tolist() == limits
    assert intervals.numbers(np.float32([0, 60])).tolist() == [0, len(labels) - 1]


def test_labels_have_digits_enough_to_differ():
    intervals = intervals_between(np.array([1000.4, 1000.6]), 999.0, 12_345.678)
    assert intervals.labels == ["999 – 1000", "1000 – 1001", "1001 – 12350"]


def test_breaks_as_text():
    assert written_breaks("slope: 0, 10, 20.5; aspect: sectors", FACTORS) == {"slope": [0, 10, 20.5]}
    assert written_breaks("aspect: 0, 90, 180", FACTORS) == {"aspect": [0, 90, 180]}
    assert written_breaks("", FACTORS) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slope 0, 10", 'cannot be read at "slope 0, 10"'),
        ("rainfall: 1, 2", "names the factor rainfall, and the stack has slope, aspect, lithology"),
        ("slope: 1, 2; slope: 3", "names the factor slope twice"),
        ("lithology: 1, 2", "whose categories are its classes"),
        ("slope: sectors", "which is no direction"),
        ("slope: 10, 5", "for slope does not increase"),
        ("slope: 10, 10", "for slope does not increase"),
        ("slope: ten", "for slope is not a list of numbers"),
        ("slope: nan, inf", "for slope is not a list of numbers"),
    ],
)
def test_breaks_that_cannot_be_used(text, words):
    with pytest.raises(InputError) as caught:
        written_breaks(text, FACTORS)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"BREAKS ({text})")


def test_manual_needs_limits_for_every_continuous_factor():
    with pytest.raises(InputError, match="has no limits for slope"):
        check_all_written({}, FACTORS)
    check_all_written({"slope": [1.0]}, FACTORS)
