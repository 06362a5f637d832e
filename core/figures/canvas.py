"""A blank matplotlib figure that needs no window and no pyplot, so that it is safe in QGIS's worker threads."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LANDSLIDE_COLOUR = "#c8743a"
STABLE_COLOUR = "#7a8f6a"
CLASS_COLOURS = ("#1a9641", "#a6d96a", "#ffffbf", "#fdae61", "#d7191c")
"""Very low to very high, for figures, colour tables and styles alike."""


def blank_figure(width: float = 7.0, height: float = 4.5) -> "Figure":
    """Return an empty figure of ``width`` × ``height`` inches with the toolbox's look."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure
