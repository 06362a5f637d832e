"""A blank matplotlib figure that needs no window and no pyplot, so that it is safe in QGIS's worker threads."""

from typing import TYPE_CHECKING

from ..palette import distinct_colours

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LANDSLIDE_COLOUR = "#c8743a"
STABLE_COLOUR = "#7a8f6a"
SERIES_COLOURS = (
    *(LANDSLIDE_COLOUR, STABLE_COLOUR, "#4e79a7", "#b07aa1", "#9c755f", "#76b7b2", "#edc948", "#e15759"),
    *("#222222", "#2f9e44", "#f29ac2", "#1b2f80"),
)
"""As many as there are susceptibility models."""
MOST_INSIDE = 5
"""Series that are named within the axes."""
CLASS_COLOURS = ("#1a9641", "#a6d96a", "#ffffbf", "#fdae61", "#d7191c")
"""Very low to very high, for figures, colour tables and styles alike."""


def series_colours(count: int) -> list[str]:
    """Return a colour for each of several validations or models, the same for the same place in every figure of a report."""
    more = ["#{:02x}{:02x}{:02x}".format(*colour) for colour in distinct_colours(max(count - len(SERIES_COLOURS), 0))]
    return [*SERIES_COLOURS, *more][:count]


def blank_figure(width: float = 7.0, height: float = 4.5) -> "Figure":
    """Return an empty figure of ``width`` × ``height`` inches with the toolbox's look."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def series_legend(axes: "Axes", corner: str) -> None:
    """Name the series in a corner of the axes, or beside them where there are so many that they would cover the curves."""
    handles, labels = axes.get_legend_handles_labels()
    if len(labels) <= MOST_INSIDE:
        axes.legend(loc=corner, fontsize=8)
        return
    # beside the figure: saving takes in what lies outside it
    axes.figure.legend(handles, labels, loc="upper left", bbox_to_anchor=(1, 1), frameon=False, fontsize=8)
