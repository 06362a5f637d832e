"""A small map of classes with legend and scale bar."""

from typing import TYPE_CHECKING

import numpy as np

from ..thumbnail import Thumbnail
from .canvas import blank_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Categories = dict[int, tuple[str, tuple[int, int, int]]]


def class_map_figure(picture: Thumbnail, categories: Categories) -> "Figure":
    """Return the map; ``categories`` maps values to (label, RGB 0–255), all other values stay white."""
    from matplotlib.patches import Patch

    rows, columns = picture.values.shape
    grid = picture.grid
    aspect = grid.height * grid.cell_height / (grid.width * grid.cell_width)
    figure = blank_figure(7.0, float(np.clip(5.4 * aspect, 2.2, 9.0)))
    axes = figure.add_subplot()
    coloured = np.ones((rows, columns, 3))
    for value, (_, colour) in categories.items():
        coloured[picture.values == value] = np.array(colour) / 255
    width, height = columns * picture.step * grid.cell_width, rows * picture.step * grid.cell_height
    axes.imshow(coloured, extent=(0, width, 0, height), interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_color("#999999")
    patches = [
        Patch(facecolor=tuple(level / 255 for level in colour), edgecolor="#555555", linewidth=0.5, label=label)
        for label, colour in reversed(categories.values())
    ]
    axes.legend(handles=patches, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9, borderaxespad=0)
    scale_bar(axes, width, height)
    return figure


def scale_bar(axes: "Axes", width: float, height: float) -> None:
    """Draw a bar of a round length (1, 2 or 5 × 10ⁿ metres), about a quarter of the map, below it."""
    power = 10 ** np.floor(np.log10(width / 4))
    length = max(step * power for step in (1, 2, 5) if step * power <= width / 4)
    top = -0.03 * height
    axes.plot([0, length], [top, top], color="#222222", linewidth=3, solid_capstyle="butt", clip_on=False)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.annotate(text, (length, top), (5, 0), textcoords="offset points", va="center", fontsize=9, annotation_clip=False)
    axes.set(xlim=(0, width), ylim=(0, height))
