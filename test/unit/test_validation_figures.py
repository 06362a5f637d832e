"""The figures of a validation agree with each other."""

import numpy as np
import pytest

from landslide_toolbox.core.figures.calibration import calibration_figure
from landslide_toolbox.core.figures.omission import omission_figure
from landslide_toolbox.core.figures.precision_recall import precision_recall_figure
from landslide_toolbox.core.figures.roc import roc_figure
from landslide_toolbox.core.susceptibility.metrics import roc_curve

NAMES = ("spatial cross-validation", "test samples", "random cross-validation")


def test_a_validation_has_one_colour_in_all_figures_of_a_report():
    curve = roc_curve(np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.5, 0.9]))
    line = np.array([0.0, 1.0])
    roc, _ = roc_figure(dict.fromkeys(NAMES, curve), dict.fromkeys(NAMES, (0.5, 1.0)))
    calibration, _ = calibration_figure({name: [(0.2, 0.3, 5), (0.8, 0.7, 5)] for name in NAMES})
    precision = precision_recall_figure(dict.fromkeys(NAMES, (line, line)), dict.fromkeys(NAMES, (0.5, 0.5)))
    shown = [
        {line.get_label().split(":")[0]: line.get_color() for line in figure.axes[0].lines}  # the ROC curve's ends in its AUC
        for figure in (roc, calibration, precision)
    ]
    for name in NAMES:
        assert len({colours[name] for colours in shown}) == 1
    assert len({shown[0][name] for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("count", [5, 12, 20])
def test_many_models_have_a_colour_each_and_names_that_cover_no_curve(count):
    names = [f"model {number}" for number in range(count)]
    curve = roc_curve(np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.5, 0.9]))
    roc, _ = roc_figure(dict.fromkeys(names, curve), dict.fromkeys(names, (0.5, 1.0)))
    calibration, _ = calibration_figure({name: [(0.2, 0.3, 5), (0.8, 0.7, 9)] for name in names})
    for figure in (roc, calibration):
        axes = figure.axes[0]
        assert len({line.get_color() for line in axes.lines if "model" in line.get_label()}) == count
        (legend,) = figure.legends or [axes.get_legend()]
        assert len(legend.get_texts()) == count
        figure.draw_without_rendering()
        covers = legend.get_window_extent().overlaps(axes.get_window_extent())
        assert covers == (count == 5)
    assert [list(line.get_ydata()) for line in calibration.axes[1].lines] == [[5, 9]] * count


def test_sizes_of_landslides_have_numbers_to_be_read_by():
    """Within a power of ten as well."""
    figure = omission_figure({"detector": (np.array([3_600.0, 9_000.0, 44_000.0]), np.array([0.2, 0.5, 1.0]))}, "m²")
    axes = figure.axes[0]
    figure.draw_without_rendering()
    low, high = axes.get_xlim()
    shown = [text.get_text() for text, at in zip(axes.get_xticklabels(), axes.get_xticks(), strict=True) if low <= at <= high]
    assert shown == ["5,000", "10,000", "20,000"]
