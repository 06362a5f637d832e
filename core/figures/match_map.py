"""Where a model was right and where it was not."""

from typing import TYPE_CHECKING

import numpy as np

from ..grid import Grid
from ..susceptibility.matching import CODES
from .canvas import blank_figure
from .class_map import scale_bar

if TYPE_CHECKING:
    from matplotlib.figure import Figure

COLOURS = {"TP": "#2b7a4b", "FN": "#d7191c", "FP": "#f0a030", "TN": "#b9c4cf"}
DRAWN_IN_ORDER = ("TN", "TP", "FP", "FN")
"""Errors on top."""
MOST_POINTS = 40_000
"""More points lie on top of each other on a page."""


def match_map_figure(x: np.ndarray, y: np.ndarray, codes: np.ndarray, grid: Grid) -> "Figure":
    """Return the map of samples at ``x``, ``y`` (n,) in the colours of their codes (n,)."""
    counts = {code: int((codes == code).sum()) for code in CODES}
    if len(codes) > MOST_POINTS:
        shown = np.random.default_rng(0).permutation(len(codes))[:MOST_POINTS]
        x, y, codes = x[shown], y[shown], codes[shown]
    west, south, east, north = grid.bounds
    width, height = east - west, north - south
    figure = blank_figure(7.0, float(np.clip(5.4 * height / width, 2.2, 9.0)))
    axes = figure.add_subplot()
    for code in DRAWN_IN_ORDER:
        own = codes == code
        axes.plot(
            x[own] - west, y[own] - south, linestyle="none", marker=".", markersize=3, markeredgewidth=0,
            color=COLOURS[code], label=f"{code}: {CODES[code]} ({counts[code]})",
        )  # fmt: skip
    axes.set(xticks=[], yticks=[], aspect="equal")
    axes.spines[:].set_color("#999999")
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9, borderaxespad=0, markerscale=5)
    scale_bar(axes, width, height)
    return figure
