"""The choices that flow routing offers and the memory it takes. Light, so that the dialog can list them."""

from ..grid import Grid

MFD = "mfd"
D8 = "d8"
FLOW_METHODS = (MFD, D8)

FILL = "fill"
BREACH = "breach"
NONE = "none"
DEPRESSION_TREATMENTS = (FILL, BREACH, NONE)

BYTES_PER_CELL = 30
"""Memory of flow routing at its peak, for each cell of the DEM."""


def flow_memory(grid: Grid) -> int:
    """Return how many bytes flow routing over a grid takes at its peak."""
    return BYTES_PER_CELL * grid.width * grid.height
