"""ROC curves of one or several validations or models."""

from typing import TYPE_CHECKING

from ..susceptibility.metrics import RocCurve
from ..table import Table
from .canvas import blank_figure, series_colours, series_legend

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def roc_figure(curves: dict[str, RocCurve], intervals: dict[str, tuple[float, float]]) -> "tuple[Figure, Table]":
    """Draw a curve per name with its AUC and interval in the legend; the table holds every point."""
    figure = blank_figure(6.0, 5.2)
    axes = figure.add_subplot()
    rows = []
    for colour, (name, curve) in zip(series_colours(len(curves)), curves.items(), strict=True):
        low, high = intervals[name]
        label = f"{name}: AUC {curve.area:.3f} ({low:.3f}–{high:.3f})"
        axes.plot(curve.false_positive_rate, curve.true_positive_rate, color=colour, label=label)
        points = zip(curve.false_positive_rate, curve.true_positive_rate, curve.thresholds, strict=True)
        rows += [(name, *map(float, point)) for point in points]
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle="--")
    axes.set_xlabel("False positive rate (1 − specificity)")
    axes.set_ylabel("True positive rate (sensitivity)")
    axes.set_xlim(-0.01, 1.01)
    axes.set_ylim(-0.01, 1.01)
    axes.set_aspect("equal")
    series_legend(axes, "lower right")
    return figure, Table(("curve", "false_positive_rate", "true_positive_rate", "threshold"), rows)
