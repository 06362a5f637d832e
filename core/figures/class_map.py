"""Small maps of classes: one with legend and scale bar, or several side by side."""

from typing import TYPE_CHECKING

import numpy as np

from ..thumbnail import Thumbnail
from .canvas import blank_figure
from .labels import shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

Categories = dict[int, tuple[str, tuple[int, int, int]]]


def class_map_figure(picture: Thumbnail, categories: Categories) -> "Figure":
    """Return the map; ``categories`` maps values to (label, RGB 0–255), all other values stay white."""
    rows, columns = picture.values.shape
    grid = picture.grid
    aspect = grid.height * grid.cell_height / (grid.width * grid.cell_width)
    figure = blank_figure(7.0, float(np.clip(5.4 * aspect, 2.2, 9.0)))
    axes = figure.add_subplot()
    width, height = columns * picture.step * grid.cell_width, rows * picture.step * grid.cell_height
    _draw(axes, picture, categories, (0, width, 0, height))
    handles = _legend_patches(categories)
    axes.legend(handles=handles, loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9, borderaxespad=0)
    scale_bar(axes, width, height)
    return figure


def class_maps_figure(pictures: dict[str, Thumbnail], categories: Categories) -> "Figure":
    """Return maps of one area side by side, at most three a row, under the names given."""
    grid = next(iter(pictures.values())).grid
    across = min(len(pictures), 3)
    down = -(-len(pictures) // across)
    aspect = float(np.clip(grid.height * grid.cell_height / (grid.width * grid.cell_width), 0.3, 2.0))
    width = 7.5 / across
    figure = blank_figure(7.5, down * (width * aspect + 0.2))
    panels = np.ravel(figure.subplots(down, across, squeeze=False))
    for axes, (name, picture) in zip(panels, pictures.items(), strict=False):
        _draw(axes, picture, categories)
        axes.set_title(shortened(name, 28), fontsize=9)
    for axes in panels[len(pictures) :]:
        axes.set_visible(False)
    handles = _legend_patches(categories)
    # below the figure: saving takes in what lies outside it
    figure.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=len(handles), frameon=False, fontsize=8)
    return figure


def _draw(
    axes: "Axes", picture: Thumbnail, categories: Categories, extent: tuple[float, float, float, float] | None = None
) -> None:
    coloured = np.ones((*picture.values.shape, 3))
    for value, (_, colour) in categories.items():
        coloured[picture.values == value] = np.array(colour) / 255
    axes.imshow(coloured, extent=extent, interpolation="nearest")
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_color("#999999")


def _legend_patches(categories: Categories) -> "list[Patch]":
    from matplotlib.patches import Patch

    return [
        Patch(facecolor=tuple(level / 255 for level in colour), edgecolor="#555555", linewidth=0.5, label=label)
        for label, colour in reversed(categories.values())
    ]


def scale_bar(axes: "Axes", width: float, height: float) -> None:
    """Draw a bar of a round length (1, 2 or 5 × 10ⁿ metres), about a quarter of the map, below it."""
    power = 10 ** np.floor(np.log10(width / 4))
    length = max(step * power for step in (1, 2, 5) if step * power <= width / 4)
    top = -0.03 * height
    axes.plot([0, length], [top, top], color="#222222", linewidth=3, solid_capstyle="butt", clip_on=False)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.annotate(text, (length, top), (5, 0), textcoords="offset points", va="center", fontsize=9, annotation_clip=False)
    axes.set(xlim=(0, width), ylim=(0, height))
