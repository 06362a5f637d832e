"""Classes of a map: their share of the area beside their share of the landslides, and the frequency ratio."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure
from .labels import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Colour = tuple[int, int, int]


def class_shares_figure(
    labels: Sequence[str],
    colours: Sequence[Colour],
    area_percent: Sequence[float],
    landslide_percent: Sequence[float] | None = None,
    ratios: Sequence[float | None] | None = None,
    title: str = "",
) -> "Figure":
    """Return bars of the classes, the first at the bottom; RGB colours 0–255. Without landslides only the area."""
    figure = blank_figure(8.0 if landslide_percent else 6.0, 0.9 + 0.5 * len(labels))
    positions = np.arange(len(labels))
    fills = [tuple(level / 255 for level in colour) for colour in colours]
    if landslide_percent is None:
        axes = figure.add_subplot()
        _bars(axes, positions, area_percent, 0.7, fills, "{:.1f} %")
    else:
        axes, right = figure.subplots(1, 2, sharey=True, width_ratios=[1.25, 1])
        _bars(axes, positions + 0.2, area_percent, 0.38, STABLE_COLOUR, "{:.1f} %", "of the area")
        _bars(axes, positions - 0.2, landslide_percent, 0.38, LANDSLIDE_COLOUR, "{:.1f} %", "of the landslides")
        axes.legend(frameon=False, fontsize=8, loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0.2)
        _bars(right, positions, [np.nan if ratio is None else ratio for ratio in ratios], 0.7, fills, "{:.2f}")
        right.axvline(1.0, color="#444444", linewidth=1.0, linestyle="--")
        right.text(1.0, len(labels) - 0.42, " as in the whole area", fontsize=8, color="#444444", va="bottom")
        right.set_xlabel("frequency ratio")
    axes.set_yticks(positions, [shortened(label, 28) for label in labels])
    axes.set_ylabel(title)
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.set_xlabel("share (%)")
    return figure


def _bars(
    axes: "Axes",
    positions: np.ndarray,
    lengths: Sequence[float],
    height: float,
    fill: str | list[tuple],
    number: str,
    label: str | None = None,
) -> None:
    from matplotlib.ticker import MaxNLocator

    lengths = np.asarray(lengths, dtype=float)
    axes.barh(positions, np.nan_to_num(lengths), height, color=fill, edgecolor="#555555", linewidth=0.5, label=label)
    for position, length in zip(positions, lengths, strict=True):
        text = "no cells" if np.isnan(length) else number.format(length)
        at = (np.nan_to_num(length), position)
        back = {"facecolor": "white", "edgecolor": "none", "pad": 0.6}
        axes.annotate(text, at, (4, 0), textcoords="offset points", va="center", fontsize=8, bbox=back)
    axes.margins(x=0.17)
    axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
