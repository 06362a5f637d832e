"""Reliability diagram: what the scores promise against what happens."""

from typing import TYPE_CHECKING

from ..table import Table
from .canvas import blank_figure, series_colours

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def calibration_figure(curves: dict[str, list[tuple[float, float, int]]]) -> "tuple[Figure, Table]":
    """Draw mean score against share of landslides for each name, and below it how many samples of the first lie where."""
    figure = blank_figure(6.0, 5.5)
    axes, counts = figure.subplots(2, 1, sharex=True, gridspec_kw={"height_ratios": [4, 1]})
    rows = []
    colours = series_colours(len(curves))
    for colour, (name, points) in zip(colours, curves.items(), strict=True):
        axes.plot([point[0] for point in points], [point[1] for point in points], marker="o", color=colour, label=name)
        rows += [(name, *point) for point in points]
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle="--")
    axes.set_ylabel("Share of landslides")
    axes.legend(loc="upper left", fontsize=8)
    first = next(iter(curves.values()))
    counts.bar([point[0] for point in first], [point[2] for point in first], width=0.06, color=colours[0])
    counts.set_xlabel("Score")
    counts.set_ylabel("Samples")
    return figure, Table(("curve", "mean_score", "share_of_landslides", "samples"), rows)
