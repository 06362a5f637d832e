"""The jackknife: for each factor the AUC without it and with it alone, against that of all factors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, blank_figure
from .labels import factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ALONE_COLOUR = "#2c6fbb"


def jackknife_figure(
    names: Sequence[str],
    complete: tuple[float, float],
    without: tuple[np.ndarray, np.ndarray],
    alone: tuple[np.ndarray, np.ndarray],
) -> "Figure":
    """Return dots with whiskers; each pair is AUC and spread, of all factors and (factors,) in the order from top to bottom."""
    count = len(names)
    figure = blank_figure(7.5, 1.6 + 0.42 * count)
    axes = figure.add_subplot()
    area, spread = complete
    axes.axvspan(area - spread, area + spread, color="#e8e8e8", zorder=0, linewidth=0)
    axes.axvline(area, color="#444444", linewidth=1.2, zorder=1, label="all factors ± spread between folds")
    places = np.arange(count)[::-1]
    for (areas, spreads), offset, colour, marker, label in (
        (without, 0.14, LANDSLIDE_COLOUR, "o", "without the factor"),
        (alone, -0.14, ALONE_COLOUR, "D", "with this factor alone"),
    ):
        axes.errorbar(
            areas,
            places + offset,
            xerr=spreads,
            fmt=marker,
            color=colour,
            markersize=5,
            elinewidth=1.1,
            capsize=2.5,
            label=label,
            zorder=3,
        )
    axes.axvline(0.5, color="#999999", linewidth=0.8, linestyle=":", zorder=0)
    for place in places[:-1]:
        axes.axhline(place - 0.5, color="#eeeeee", linewidth=0.7, zorder=0)
    axes.set_yticks(places, [shortened(factor_name(name)) for name in names])
    axes.set_ylim(-0.6, count - 0.4)
    axes.set_xlabel("AUC on held-out folds (0.5: no better than chance)")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncol=3, frameon=False, fontsize=8)
    return figure
