"""Colours that stand for the values of a factor: low to high, round the compass, or one per category."""

from typing import TYPE_CHECKING

import numpy as np

from ..factor import CATEGORICAL, CIRCULAR, Factor
from .labels import category_label, factor_label, factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

LOW_TO_HIGH = ("#2c6fbb", "#8f5fae", "#e03c4f")
"""Dark enough at both ends and in the middle to be seen as single points on white."""
ROUND_THE_COMPASS = ("#3b5bb5", "#4aa37c", "#d9a400", "#cf4a3c", "#8a4fa3", "#3b5bb5")
"""North, then by way of east, south and west, back to the colour of north."""
CATEGORY_COLOURS = ("#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#e15759", "#76b7b2", "#9c755f", "#edc948")
OTHER_COLOUR = "#a8a8a8"
"""No data, flat ground, and categories beyond the palette."""


def low_to_high() -> "Colormap":
    """Return the colour map of continuous factors."""
    return _map("low_to_high", LOW_TO_HIGH)


def round_the_compass() -> "Colormap":
    """Return the cyclic colour map of circular factors."""
    return _map("round_the_compass", ROUND_THE_COMPASS)


def factor_colours(factor: Factor, values: np.ndarray) -> np.ndarray:
    """Return RGBA (n, 4) for values (n,) of a factor; NaN and flat ground are grey.

    Continuous values run between their 5th and 95th percentile, so that a few extremes do not take all the colour.
    """
    from matplotlib.colors import to_rgba

    values = np.asarray(values, dtype=float)
    colours = np.tile(to_rgba(OTHER_COLOUR), (len(values), 1))
    if factor.kind == CATEGORICAL:
        for value, colour in zip(common_categories(values), CATEGORY_COLOURS, strict=False):
            colours[values == value] = to_rgba(colour)
    elif factor.kind == CIRCULAR:
        known = np.isfinite(values) & (values >= 0)
        colours[known] = round_the_compass()(values[known] / 360.0 % 1.0)
    else:
        known = np.isfinite(values)
        low, high = colour_range(values)
        colours[known] = low_to_high()(np.clip((values[known] - low) / (high - low), 0.0, 1.0))
    return colours


def colour_range(values: np.ndarray) -> tuple[float, float]:
    """Return the 5th and 95th percentile of finite values, never equal."""
    finite = values[np.isfinite(values)]
    if len(finite) == 0:
        return 0.0, 1.0
    low, high = np.percentile(finite, (5, 95))
    if low == high:
        low, high = finite.min(), finite.max()
    return (float(low), float(high)) if low < high else (float(low) - 0.5, float(low) + 0.5)


def common_categories(values: np.ndarray) -> list[float]:
    """Return the categories present, the most frequent first."""
    present, counts = np.unique(values[np.isfinite(values)], return_counts=True)
    return list(present[np.argsort(-counts, kind="stable")])


def add_factor_legend(axes: "Axes", factor: Factor, values: np.ndarray) -> None:
    """Put beside ``axes`` what the colours mean: a scale in the factor's units, a compass scale, or a legend of categories."""
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize
    from matplotlib.lines import Line2D

    values = np.asarray(values, dtype=float)
    if factor.kind == CATEGORICAL:
        present = common_categories(values)
        shown = [
            (shortened(category_label(factor, value), 24), colour)
            for value, colour in zip(present, CATEGORY_COLOURS, strict=False)
        ]
        shown += [("other", OTHER_COLOUR)] if len(present) > len(CATEGORY_COLOURS) else []
        handles = [Line2D([], [], marker="o", linestyle="", color=colour, label=label) for label, colour in shown]
        axes.legend(
            handles=handles,
            title=factor_name(factor.name),
            loc="upper left",
            bbox_to_anchor=(1.01, 1.0),
            frameon=False,
            fontsize=8,
            title_fontsize=9,
        )
        return
    circular = factor.kind == CIRCULAR
    scale = Normalize(0, 360) if circular else Normalize(*colour_range(values))
    mappable = ScalarMappable(scale, round_the_compass() if circular else low_to_high())
    bar = axes.figure.colorbar(mappable, ax=axes, aspect=30, pad=0.02)
    bar.outline.set_visible(False)
    bar.set_label(factor_label(factor))
    if circular:
        bar.set_ticks([0, 90, 180, 270, 360], labels=["N", "E", "S", "W", "N"])


def _map(name: str, colours: tuple[str, ...]) -> "Colormap":
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list(name, colours)
