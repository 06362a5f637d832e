"""The inputs that the chains which detect landslides and clean the inventory have in common."""

from ...processing_provider.chain import Chain
from ..detection.cleaninventory import CleanInventory
from ..detection.detectlandslides import DetectLandslides


def take_detecting_and_cleaning(chain: Chain) -> None:
    """Add what detecting and cleaning ask for, and what computing does."""
    chain.heading("Detecting and cleaning")
    chain.take(DetectLandslides, "DEM", advanced=False)
    chain.take(CleanInventory, "EXCLUSIONS")
    chain.take(DetectLandslides, "MIN_AREA")
    chain.take(DetectLandslides, "THRESHOLD", advanced=True)
    chain.take(CleanInventory, "BUFFER", advanced=True)
    chain.take(CleanInventory, "MAX_OVERLAP", advanced=True)
    chain.take(
        CleanInventory,
        "MIN_SLOPE",
        advanced=True,
        help_text="Polygons with a gentler mean slope are removed; needs a DEM.",
    )
    chain.heading("Computing")
    chain.add_device()
    chain.add_seed()
