"""From a raster of landslide probability to landslide polygons."""

import math
from pathlib import Path

from ..grid import Grid
from ..ground_scale import ground_cell_size
from ..progress import Progress, ShouldStop, never_stop, no_progress, part
from ..raster import Band, Raster, create_raster
from ..vector import Features
from .components import label_components
from .polygons import CELLS, landslide_polygons


def probability_polygons(
    raster: Raster,
    threshold: float,
    least_area: float,
    source: str,
    folder: Path,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Features:
    """Return the landslides of a probability raster as polygons with attributes (``core.polygons.landslide_polygons``).

    A landslide is a group of cells of at least ``threshold`` that touch along their sides, ``least_area`` m² or more; its score
    is their mean probability. ``folder`` takes a temporary raster of the groups' numbers.
    """
    # smoothing changes the area of a group by up to 5 %, so the last word on the area is with the polygon
    least_cells = math.ceil(0.9 * least_area / ground_cell_size(raster.grid) ** 2)
    labels = folder / "labels.tif"
    grid = Grid("", CELLS, raster.grid.width, raster.grid.height)
    with create_raster(labels, grid, [Band("number")], "int32", None) as writer:
        found = label_components(raster, threshold, least_cells, writer, part(progress, 0.0, 0.5), should_stop)
    return landslide_polygons(str(labels), found.scores, raster.grid, least_area, source, part(progress, 0.5, 1.0), should_stop)
