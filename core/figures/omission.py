"""What was missed of each landslide, against its size."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from .canvas import blank_figure, series_colours

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CLASSES = 6


def omission_figure(landslides: Mapping[str, tuple[np.ndarray, np.ndarray]], unit: str) -> "Figure":
    """Return one point per landslide and, for each name, the mean in classes of size with equally many landslides.

    ``landslides`` maps names to sizes (n,) > 0 in ``unit`` and the shares (n,) that were missed.
    """
    from matplotlib.ticker import LogLocator, NullLocator, StrMethodFormatter

    figure = blank_figure(6.4, 4.2)
    axes = figure.add_subplot()
    for colour, (name, (sizes, missed)) in zip(series_colours(len(landslides)), landslides.items(), strict=True):
        axes.plot(sizes, 100 * missed, ".", color=colour, alpha=0.35, markersize=4)
        classes = [part for part in np.array_split(np.argsort(sizes, kind="stable"), CLASSES) if part.size]
        middles = [np.exp(np.log(sizes[part]).mean()) for part in classes]
        axes.plot(middles, [100 * missed[part].mean() for part in classes], "o-", color=colour, label=name)
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))  # powers of ten alone may leave one number on the axis
    axes.xaxis.set_major_formatter(StrMethodFormatter("{x:,.10g}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xlabel(f"size of the landslide ({unit})")
    axes.set_ylabel("missed (% of its area)")
    axes.set_ylim(-3, 103)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    return figure
