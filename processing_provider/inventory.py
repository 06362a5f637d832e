"""What algorithms that count landslide cells have in common."""

from ..core.grid import Grid
from ..core.provenance import Provenance
from ..core.susceptibility.landslide_cells import LandslideCells, landslide_cells
from .base_algorithm import LandslideAlgorithm
from .dialog_hints import Hints
from .feedback import Feedback
from .inputs import Inputs


def add_landslide_cells(algorithm: LandslideAlgorithm, hints: Hints | None = None) -> None:
    """Add LANDSLIDE_CELLS, which says when a cell is landslide."""
    algorithm.add_choice(
        "LANDSLIDE_CELLS",
        "Landslide cells are those",
        ["all_touched", "centre"],
        "all_touched",
        "all_touched: every cell that a landslide touches, so that no landslide is lost; centre: cells whose centre lies in "
        "one, which keeps the area of large landslides right but loses small ones. Points take the cell they lie in.",
        hints,
        advanced=True,
    )


def read_landslide_cells(inputs: Inputs, grid: Grid, feedback: Feedback, record: Provenance) -> LandslideCells | None:
    """Return the landslides of INVENTORY on the grid; None when there is no inventory.

    What was noticed about them goes into the log and into the record.
    """
    features = inputs.features("INVENTORY")
    if features is None:
        return None
    landslides, notes = landslide_cells(features, grid, "INVENTORY", inputs.choice("LANDSLIDE_CELLS") == "all_touched")
    feedback.notes(notes)
    record.notes.extend(notes)
    return landslides
