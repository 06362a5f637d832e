"""The success-rate or prediction-rate curve: share of the landslides against share of the area."""

from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def rate_figure(area: np.ndarray, landslides: np.ndarray, area_under: float) -> "Figure":
    """Return the curve through shares (n,) of area and landslide cells, 0–1, from the most susceptible cells down."""
    figure = blank_figure(5.6, 4.6)
    axes = figure.add_subplot()
    axes.plot(100 * area, 100 * landslides, color=LANDSLIDE_COLOUR, label=f"area under the curve {area_under:.3f}")
    axes.plot([0, 100], [0, 100], color="grey", linewidth=0.8, linestyle="--", label="a map that orders nothing: 0.5")
    axes.set_xlabel("share of the area, the most susceptible cells first (%)")
    axes.set_ylabel("share of the landslide cells (%)")
    axes.set_xlim(-1, 101)
    axes.set_ylim(-1, 101)
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower right", fontsize=8)
    return figure
