"""Random changes of training chips that keep their truth: what a detector must not depend on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import exp

import torch
from torch.nn import functional

from ...core.detection.chip import NO_DATA

SMALLEST_SCALE, LARGEST_SCALE = 0.75, 1.33
ERASED_SHARE = (0.02, 0.15)
GAIN_DEVIATION = 0.15
OFFSET_DEVIATION = 0.3
BAND_DEVIATION = 0.1


@dataclass(frozen=True)
class TrainingChip:
    """Normalised image float32 (bands, h, w), mask uint8 (h, w) with 255 unknown, instances bool (k, h, w)."""

    image: torch.Tensor
    mask: torch.Tensor
    instances: torch.Tensor


def augmented(chip: TrainingChip, names: tuple[str, ...], draw: torch.Generator) -> TrainingChip:
    """Return the chip after the named augmentations, each drawn from ``draw``; the shape stays."""
    for name in names:
        chip = _AUGMENTATIONS[name](chip, draw)
    return chip


def flipped(chip: TrainingChip, draw: torch.Generator) -> TrainingChip:
    """Mirror left–right, top–bottom and, for square chips, along the diagonal, each with probability ½."""
    left_right, top_bottom, diagonal = (torch.rand(3, generator=draw) < 0.5).tolist()
    sides = [-1] * left_right + [-2] * top_bottom
    square = chip.mask.shape[0] == chip.mask.shape[1]

    def change(values: torch.Tensor) -> torch.Tensor:
        values = values.flip(sides) if sides else values
        return values.transpose(-1, -2) if diagonal and square else values

    return TrainingChip(change(chip.image), change(chip.mask), change(chip.instances))


def erased(chip: TrainingChip, draw: torch.Generator) -> TrainingChip:
    """Blank a rectangle of 2–15 % of the area with probability ½, as a gap in the data: the mean, and unknown in the mask."""
    if _uniform(draw, 0, 1) < 0.5:
        return chip
    height, width = chip.mask.shape
    area, ratio = _uniform(draw, *ERASED_SHARE) * height * width, _uniform(draw, -0.7, 0.7)
    tall = min(height, max(1, round((area * exp(ratio)) ** 0.5)))
    wide = min(width, max(1, round((area * exp(-ratio)) ** 0.5)))
    top, left = int(_uniform(draw, 0, height - tall + 1)), int(_uniform(draw, 0, width - wide + 1))
    image, mask = chip.image.clone(), chip.mask.clone()
    image[:, top : top + tall, left : left + wide] = 0
    mask[top : top + tall, left : left + wide] = NO_DATA
    return replace(chip, image=image, mask=mask)


def scaled(chip: TrainingChip, draw: torch.Generator) -> TrainingChip:
    """Enlarge or shrink by a factor of 0.75–1.33 with probability ½, cut or filled with no data to the old size."""
    if _uniform(draw, 0, 1) < 0.5:
        return chip
    height, width = chip.mask.shape
    factor = SMALLEST_SCALE * (LARGEST_SCALE / SMALLEST_SCALE) ** _uniform(draw, 0, 1)
    tall, wide = max(1, round(height * factor)), max(1, round(width * factor))
    shift = [int(_uniform(draw, min(0, d), max(0, d) + 1)) for d in (height - tall, width - wide)]
    image = functional.interpolate(chip.image[None], (tall, wide), mode="bilinear", align_corners=False)[0]
    mask = functional.interpolate(chip.mask[None, None], (tall, wide), mode="nearest-exact")[0]
    instances = chip.instances
    if len(instances):
        instances = functional.interpolate(instances[None].to(torch.uint8), (tall, wide), mode="nearest-exact")[0].bool()
    placed = [_placed(values, (height, width), shift, fill) for values, fill in ((image, 0), (mask, NO_DATA), (instances, 0))]
    return TrainingChip(placed[0], placed[1][0], placed[2])


def recoloured(chip: TrainingChip, draw: torch.Generator) -> TrainingChip:
    """Change contrast and brightness of all bands together and a little of each alone, as sun, haze and season do."""
    normal = torch.randn(2 + 2 * len(chip.image), generator=draw)
    bands = normal[2:].view(2, -1, 1, 1) * BAND_DEVIATION
    gain = torch.exp(normal[0] * GAIN_DEVIATION + bands[0])
    known = chip.mask != NO_DATA
    return replace(chip, image=torch.where(known, chip.image * gain + normal[1] * OFFSET_DEVIATION + bands[1], chip.image))


_AUGMENTATIONS: dict[str, Callable[[TrainingChip, torch.Generator], TrainingChip]] = {
    "flips": flipped,
    "scaling": scaled,
    "colour": recoloured,
    "erasing": erased,
}


def _placed(values: torch.Tensor, size: tuple[int, int], shift: list[int], fill: float) -> torch.Tensor:
    """Return ``values`` (k, h, w) moved by ``shift`` cells on a canvas of ``size`` filled with ``fill``."""
    canvas = values.new_full((len(values), *size), fill)
    ends = [min(length, move + extent) for length, move, extent in zip(size, shift, values.shape[1:], strict=True)]
    starts = [max(0, move) for move in shift]
    top, left = (start - move for start, move in zip(starts, shift, strict=True))
    tall, wide = (end - start for start, end in zip(starts, ends, strict=True))
    canvas[:, starts[0] : ends[0], starts[1] : ends[1]] = values[:, top : top + tall, left : left + wide]
    return canvas


def _uniform(draw: torch.Generator, low: float, high: float) -> float:
    return low + (high - low) * float(torch.rand((), generator=draw))
