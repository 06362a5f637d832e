"""A matrix of correlations, as colours with the numbers written in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .canvas import blank_figure
from .labels import factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_NUMBERS = 24
"""Columns up to which the numbers are written into the cells."""


def correlation_figure(names: Sequence[str], matrix: np.ndarray, lowest: float, axis_label: str) -> "Figure":
    """Return a matrix (n, n) of values from ``lowest`` (−1 or 0) to 1; the diagonal is left white."""
    count = len(names)
    side = 2.6 + 0.42 * count
    figure = blank_figure(side + 0.6, side)
    axes = figure.add_subplot()
    shown = np.where(np.eye(count, dtype=bool), np.nan, matrix)
    image = axes.imshow(shown, cmap="RdBu_r" if lowest < 0 else "Oranges", vmin=lowest, vmax=1)
    labels = [shortened(factor_name(name), 26) for name in names]
    axes.set_xticks(range(count), labels, rotation=90)
    axes.set_yticks(range(count), labels)
    axes.tick_params(length=0, labelsize=8)
    axes.spines[:].set_visible(False)
    if count <= MOST_NUMBERS:
        for row, column in zip(*np.nonzero(~np.eye(count, dtype=bool)), strict=True):
            value = matrix[row, column]
            colour = "white" if abs(value) > 0.65 else "#222222"
            text = "–" if np.isnan(value) else f"{value:.2f}".replace("-", "−").replace("0.", ".")
            axes.text(column, row, text, ha="center", va="center", fontsize=7, color=colour)
    bar = figure.colorbar(image, ax=axes, shrink=0.7, aspect=28, pad=0.02)
    bar.set_label(axis_label)
    bar.outline.set_visible(False)
    return figure
