"""Precision against recall over all thresholds."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from .canvas import blank_figure, series_colours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LEVELS_OF_F1 = (0.2, 0.4, 0.6, 0.8, 0.9)


def precision_recall_figure(
    curves: Mapping[str, tuple[np.ndarray, np.ndarray]], chosen: Mapping[str, tuple[float, float]]
) -> "Figure":
    """Return one curve per name from ``curves`` (precision, recall), with a point where the ``chosen`` threshold lies.

    Thin lines join points of equal F1.
    """
    figure = blank_figure(5.6, 5.0)
    axes = figure.add_subplot()
    for level in LEVELS_OF_F1:
        recall = np.linspace(level / (2 - level), 1, 100)
        axes.plot(recall, level * recall / (2 * recall - level), color="#dddddd", linewidth=0.7, zorder=0)
        # beside the axes, where no curve runs
        beside = {"xytext": (4, 0), "textcoords": "offset points", "va": "center", "annotation_clip": False}
        axes.annotate(f"F1 {level:g}", (1.0, level / (2 - level)), fontsize=7, color="#888888", **beside)
    for colour, (name, (precision, recall)) in zip(series_colours(len(curves)), curves.items(), strict=True):
        axes.plot(recall, precision, color=colour, label=name)
        axes.plot(chosen[name][1], chosen[name][0], "o", color=colour)
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower left", frameon=False)
    return figure
