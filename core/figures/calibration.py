"""Reliability diagram: what the scores promise against what happens."""

from typing import TYPE_CHECKING

from ..table import Table
from .canvas import blank_figure, series_colours, series_legend

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def calibration_figure(curves: dict[str, list[tuple[float, float, int]]]) -> "tuple[Figure, Table]":
    """Draw mean score against share of landslides for each name, and below it how many samples lie where."""
    figure = blank_figure(6.0, 5.5)
    axes, counts = figure.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [4, 1]})
    rows = []
    for colour, (name, points) in zip(series_colours(len(curves)), curves.items(), strict=True):
        means, shares, numbers = zip(*points, strict=True)
        axes.plot(means, shares, marker="o", color=colour, label=name)
        counts.plot(means, numbers, marker="o", markersize=3, color=colour)
        rows += [(name, *point) for point in points]
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle="--")
    axes.set_ylabel("Share of landslides")
    series_legend(axes, "upper left")
    counts.set_ylim(bottom=0)
    counts.set_xlabel("Score")
    counts.set_ylabel("Samples")
    return figure, Table(("curve", "mean_score", "share_of_landslides", "samples"), rows)
