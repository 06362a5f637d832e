"""The choices that flow routing offers and the memory it takes. Light, so that the dialog can list them."""

from ..grid import Grid

MFD = "mfd"
D8 = "d8"
FLOW_METHODS = (MFD, D8)

FILL = "fill"
BREACH = "breach"
NONE = "none"
DEPRESSION_TREATMENTS = (FILL, BREACH, NONE)

USUAL_BYTES_PER_CELL = 20
MOST_BYTES_PER_CELL = 35
"""A DEM on which every fourth cell is a depression takes this much; measured by ``benchmarks/terrain.py`` and the tests."""


def flow_memory(grid: Grid) -> tuple[int, int]:
    """Return how many bytes flow routing over a grid usually takes at its peak, and at most."""
    cells = grid.width * grid.height
    return USUAL_BYTES_PER_CELL * cells, MOST_BYTES_PER_CELL * cells
