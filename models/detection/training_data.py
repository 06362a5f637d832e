"""Training chips on their way into a network: surveyed once, kept in memory as far as it reaches, augmented, batched."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch

from ...core.detection.chip import NO_DATA, Chip
from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop, stop_if_asked, track
from .augmentation import TrainingChip, augmented
from .networks import ARCHITECTURES
from .normalisation import Normalisation
from .settings import TrainingSettings

BYTES_KEPT = 2 << 30
"""Chips are kept in memory up to this many bytes and read again from disk beyond it."""


class Chips(Protocol):
    """What training needs of a set of chips; ``core.detection.chips.ChipSet`` is one."""

    bands: list[str]
    statistics: list[dict]
    cell_size: float | None
    chip_size: int
    description: dict

    def names(self, split: str) -> list[str]:
        """Return the names of the chips of ``train``, ``val`` or ``test``."""

    def read(self, name: str) -> Chip:
        """Return one chip."""


class KeptChips:
    """Reads chips and keeps them in memory while there is room."""

    def __init__(self, chips: Chips, bytes_kept: int = BYTES_KEPT):
        self._chips = chips
        self._room = bytes_kept
        self._kept: dict[str, Chip] = {}

    def read(self, name: str) -> Chip:
        """Return one chip, from memory when it is there."""
        if name in self._kept:
            return self._kept[name]
        chip = self._chips.read(name)
        size = chip.image.nbytes + chip.mask.nbytes + sum(instance.nbytes for instance in chip.instances)
        if size <= self._room:
            self._room -= size
            self._kept[name] = chip
        return chip


@dataclass(frozen=True)
class Survey:
    """What the chips hold: names, landslide cells, other cells and landslides per split, and a hash of all their content."""

    names: dict[str, list[str]]
    landslide_cells: dict[str, int]
    other_cells: dict[str, int]
    landslides: dict[str, int]
    sha256: str

    def landslide_share(self, split: str = "train") -> float:
        """Return the share of landslide among the known cells of a split."""
        return self.landslide_cells[split] / max(self.landslide_cells[split] + self.other_cells[split], 1)

    def rows(self) -> list[tuple[str, int, int, float]]:
        """Return (split, chips, landslides, share of landslide cells) for a table."""
        return [(name, len(self.names[name]), self.landslides[name], self.landslide_share(name)) for name in self.names]


def survey_chips(chips: Chips, kept: KeptChips, progress: Progress, should_stop: ShouldStop) -> Survey:
    """Read every chip once. Raises InputError for chips that nothing can be learnt from."""
    names = {split: sorted(chips.names(split)) for split in ("train", "val", "test")}
    landslide_cells, other_cells, landslides = (dict.fromkeys(names, 0) for _ in range(3))
    digest = hashlib.sha256()
    everything = [(split, name) for split in names for name in names[split]]
    for split, name in track(everything, len(everything), "Reading chips", progress, should_stop):
        chip = kept.read(name)
        landslide_cells[split] += int((chip.mask == 1).sum())
        other_cells[split] += int((chip.mask == 0).sum())
        landslides[split] += len(chip.instances)
        for part in (split.encode(), chip.image.tobytes(), chip.mask.tobytes()):
            digest.update(part)
    survey = Survey(names, landslide_cells, other_cells, landslides, digest.hexdigest())
    _check(chips, survey)
    return survey


@dataclass(frozen=True)
class Batch:
    """Normalised images float32 (n, bands, h, w), masks uint8 (n, h, w) and, per chip, instances bool (k, h, w)."""

    images: torch.Tensor
    masks: torch.Tensor
    instances: list[torch.Tensor]

    def on(self, device: torch.device) -> "Batch":
        """Return the batch on a device."""
        images, masks = self.images.to(device), self.masks.to(device)
        return Batch(images, masks, [instances.to(device) for instances in self.instances])

    def halves(self) -> "tuple[Batch, Batch]":
        """Return the first and the second half of the batch."""
        middle = len(self.images) // 2
        first = Batch(self.images[:middle], self.masks[:middle], self.instances[:middle])
        return first, Batch(self.images[middle:], self.masks[middle:], self.instances[middle:])


class Batches:
    """Makes the augmented batches of an epoch; they depend on the seed and the epoch's number alone."""

    def __init__(self, chips: Chips, kept: KeptChips, names: list[str], settings: TrainingSettings):
        self._kept, self._names, self._settings = kept, names, settings
        self._normalisation = Normalisation(chips.statistics)
        self._multiple = ARCHITECTURES[settings.architecture].multiple

    @property
    def chip_count(self) -> int:
        """How many chips an epoch passes over."""
        return len(self._names)

    def of_epoch(self, epoch: int, should_stop: ShouldStop) -> Iterator[Batch]:
        """Yield every chip once, in random order, augmented, in batches."""
        # one stream of random numbers per epoch, so that a resumed run draws what an uninterrupted one would have drawn
        draw = torch.Generator().manual_seed(self._settings.seed * 1_000_003 + epoch)
        order = torch.randperm(len(self._names), generator=draw).tolist()
        for start in range(0, len(order), self._settings.batch_size):
            stop_if_asked(should_stop)
            names = [self._names[index] for index in order[start : start + self._settings.batch_size]]
            chips = [self._training_chip(self._kept.read(name)) for name in names]
            yield self._together([augmented(chip, self._settings.augmentation, draw) for chip in chips])

    def _training_chip(self, chip: Chip) -> TrainingChip:
        instances = np.stack(chip.instances) if chip.instances else np.zeros((0, *chip.mask.shape), dtype=bool)
        return TrainingChip(self._normalisation(chip.image), torch.from_numpy(chip.mask), torch.from_numpy(instances))

    def _together(self, chips: list[TrainingChip]) -> Batch:
        """Pad right and bottom with no data to sides that are multiples of what the network needs."""
        height, width = chips[0].mask.shape
        missing = (0, self._side(width) - width, 0, self._side(height) - height)

        def padded(values: torch.Tensor, fill: float = 0) -> torch.Tensor:
            return torch.nn.functional.pad(values, missing, value=fill)

        images = padded(torch.stack([chip.image for chip in chips]))
        masks = padded(torch.stack([chip.mask for chip in chips]), NO_DATA)
        return Batch(images, masks, [padded(chip.instances) for chip in chips])

    def _side(self, side: int) -> int:
        # twice the multiple at least: batch normalisation needs more than one value at the deepest level
        return max(-(-side // self._multiple), 2) * self._multiple


def _check(chips: Chips, survey: Survey) -> None:
    where = getattr(chips, "folder", chips.description.get("source", "the chips"))
    for split, cure in (
        ("train", "make chips from more of the scene"),
        ("val", "give validation a share in SPLIT, or cut smaller chips"),
    ):
        if not survey.names[split]:
            raise InputError("CHIPS", where, f"has no {split} chips; {cure}")
        if not survey.landslide_cells[split]:
            raise InputError("CHIPS", where, f"shows no landslide in any {split} chip; make chips with more landslides")
        if not survey.other_cells[split]:
            raise InputError("CHIPS", where, f"shows nothing but landslide in its {split} chips; add negative chips")
    for band, statistics in zip(chips.bands, chips.statistics, strict=True):
        if not (np.isfinite(statistics["mean"]) and statistics["std"] > 0):
            raise InputError("CHIPS", where, f"has the band {band} with one value only; leave the band out")
