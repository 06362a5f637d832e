"""A blank matplotlib figure that needs no window and no pyplot, so that it is safe in QGIS's worker threads."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LANDSLIDE_COLOUR = "#c8743a"
STABLE_COLOUR = "#7a8f6a"
SERIES_COLOURS = (LANDSLIDE_COLOUR, STABLE_COLOUR, "#4e79a7", "#b07aa1", "#9c755f", "#76b7b2", "#edc948", "#e15759")
CLASS_COLOURS = ("#1a9641", "#a6d96a", "#ffffbf", "#fdae61", "#d7191c")
"""Very low to very high, for figures, colour tables and styles alike."""


def series_colours(count: int) -> list[str]:
    """Return a colour for each of several validations or models, the same for the same place in every figure of a report."""
    return [SERIES_COLOURS[index % len(SERIES_COLOURS)] for index in range(count)]


def blank_figure(width: float = 7.0, height: float = 4.5) -> "Figure":
    """Return an empty figure of ``width`` × ``height`` inches with the toolbox's look."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure
