"""Chips as a model wants to see them: with its bands, in its order."""

from dataclasses import replace

from .chip import Chip
from .chips import ChipSet
from .picture_chips import PictureChips
from .scene_input import matching_bands


class ChipsForModel:
    """Reads chips of a set with the bands of a model; raises InputError when they are not there."""

    def __init__(self, chips: ChipSet | PictureChips, model_bands: list[str], parameter: str = "CHIPS"):
        cure = "choose a model that learnt on such chips, or chips with the model's bands"
        self._places = matching_bands(chips.bands, model_bands, parameter, chips.folder, cure)
        self._chips = chips

    def read(self, name: str) -> Chip:
        """Return one chip."""
        chip = self._chips.read(name)
        return replace(chip, image=chip.image[self._places])
