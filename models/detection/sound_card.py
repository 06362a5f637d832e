"""The card of a detector as a file gives it: its numbers decide how much memory is asked for, so they are looked at first."""

import math

from ..model_file import check_cell_size, is_number

LARGEST_CHIP = 8192


def check_card(card: dict) -> None:
    """Raise ValueError, TypeError or KeyError unless the card holds what a detector can be made of."""
    bands = card["bands"]
    if not (isinstance(bands, list) and bands and all(isinstance(band, str) for band in bands)):
        raise ValueError("bands without names")
    if len(set(bands)) != len(bands):
        raise ValueError("two bands of one name")
    for statistics in card["statistics"]:
        if not all(is_number(statistics[name]) and math.isfinite(statistics[name]) for name in ("mean", "std")):
            raise ValueError("statistics that are no numbers")
    if not (type(card["chip_size"]) is int and 1 <= card["chip_size"] <= LARGEST_CHIP):
        raise ValueError("chips of no size")
    if not (is_number(card["threshold"]) and 0 <= card["threshold"] <= 1):
        raise ValueError("a threshold that is no probability")
    check_cell_size(card["cell_size"])
