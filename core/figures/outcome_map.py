"""A small map of a scene with what a detector found, missed and invented."""

from typing import TYPE_CHECKING

import numpy as np

from ..detection.scene_judging import FALSE_ALARM, FOUND, MISSED
from ..thumbnail import Thumbnail
from .canvas import blank_figure
from .class_map import scale_bar
from .prediction_sheet import FALSE as FALSE_COLOUR
from .prediction_sheet import FOUND as FOUND_COLOUR
from .prediction_sheet import MISSED as MISSED_COLOUR
from .prediction_sheet import tinted

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LOOKS = {
    FOUND: ("found", FOUND_COLOUR),
    MISSED: ("missed", MISSED_COLOUR),
    FALSE_ALARM: ("mapped where there is none", FALSE_COLOUR),
}


def outcome_map_figure(picture: np.ndarray, outcomes: Thumbnail) -> "Figure":
    """Return the map: ``picture`` (rows, columns, 3) in [0, 1], tinted by ``outcomes`` of its size, pale where they are NaN."""
    from matplotlib.patches import Patch

    grid = outcomes.grid
    aspect = grid.height * grid.cell_height / (grid.width * grid.cell_width)
    figure = blank_figure(7.0, float(np.clip(5.4 * aspect, 2.2, 9.0)))
    axes = figure.add_subplot()
    tints = [(outcomes.values == value, colour) for value, (_, colour) in LOOKS.items()]
    rows, columns = outcomes.values.shape
    width, height = columns * outcomes.step * grid.cell_width, rows * outcomes.step * grid.cell_height
    axes.imshow(tinted(_pale(picture, np.isnan(outcomes.values)), tints), extent=(0, width, 0, height), interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    patches = [Patch(facecolor=colour, label=label) for label, colour in LOOKS.values()]
    axes.legend(handles=patches, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9, borderaxespad=0)
    scale_bar(axes, width, height)
    return figure


def _pale(picture: np.ndarray, unknown: np.ndarray) -> np.ndarray:
    """Return the picture in light grey, so that the tints alone have colour, and nearly white where nothing is judged."""
    grey = np.repeat(picture.mean(axis=-1, keepdims=True), 3, axis=-1)
    return np.where(unknown[..., np.newaxis], 0.8 + 0.2 * grey, 0.3 + 0.7 * grey)
