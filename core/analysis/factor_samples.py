"""Factor values at landslide cells and at others, for statistics that look at the cells alone."""

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..factor_stack import FactorStack
from ..progress import Progress, ShouldStop, never_stop, no_progress
from ..susceptibility.patches import read_patches
from ..susceptibility.samples import Samples
from ..susceptibility.splitting import TEST_PART, Shares, parts_of_cells, parts_of_groups

MOST_OF_A_KIND = 5000
"""Samples of each kind that are looked at; more change the third digit and take hours in a forest."""
HELD_OUT_SHARE = 0.25


@dataclass(frozen=True)
class FactorSamples:
    """Raw values float32 (n, factors) without NaN, ``landslide`` int8 (n,), and who belongs together (int64, (n,))."""

    values: np.ndarray
    landslide: np.ndarray
    landslide_id: np.ndarray
    block: np.ndarray


def factor_samples(
    stack: FactorStack,
    samples: Samples,
    parameter: str,
    source: str,
    seed: int,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[FactorSamples, list[str]]:
    """Read the factors at the training samples, at most MOST_OF_A_KIND of each kind, and say what was left out.

    Test samples are left out, because they must choose nothing. Raises InputError, naming ``parameter`` and ``source``,
    when fewer than two samples of a kind have every factor.
    """
    notes = []
    if samples.is_test.any():
        notes.append(f"{int(samples.is_test.sum()):,} test samples were left out, because they must choose nothing.")
    training = samples.chosen(~samples.is_test)
    chosen = _at_most_of_each_kind(training.landslide, np.random.default_rng(seed))
    if len(chosen) < len(training):
        notes.append(f"{len(chosen):,} of {len(training):,} samples were drawn at random for this analysis.")
    training = training.chosen(chosen)
    rows, columns = stack.grid.cells_at(training.x, training.y)
    values = read_patches(stack, rows, columns, 1, progress=progress, should_stop=should_stop)[:, :, 0, 0]
    complete = np.isfinite(values).all(axis=1)
    if not complete.all():
        notes.append(f"{int((~complete).sum()):,} samples where a factor has no value were left out.")
    training = training.chosen(complete)
    for kind, name in ((1, "with"), (0, "without")):
        count = int((training.landslide == kind).sum())
        if count < 2:
            raise InputError(
                parameter, source, f"gives {count} samples {name} landslides where every factor has a value; draw others"
            )
    return FactorSamples(values[complete], training.landslide, training.landslide_id, training.block), notes


def held_out(samples: FactorSamples, seed: int) -> np.ndarray:
    """Return bool (n,): about a quarter, whole blocks where they are known, else whole landslides and single other cells.

    With one landslide only, its cells are divided, because there is no other way.
    """
    random = np.random.default_rng(seed)
    shares = Shares(HELD_OUT_SHARE, 1)
    groups = [np.where(samples.landslide == 1, samples.landslide_id, 0)]
    if (samples.block > 0).all():
        groups.insert(0, samples.block)
    for group in groups:
        chosen = _held_out_groups(group, samples.landslide, shares, random)
        if _both_kinds(chosen, samples.landslide) and _both_kinds(~chosen, samples.landslide):
            return chosen
    chosen = np.empty(len(samples.landslide), bool)
    for kind in (0, 1):
        these = samples.landslide == kind
        chosen[these] = parts_of_cells(int(these.sum()), shares, random) == TEST_PART
        chosen[np.flatnonzero(these)[:2]] = [True, False]
    return chosen


def _held_out_groups(group: np.ndarray, landslide: np.ndarray, shares: Shares, random: np.random.Generator) -> np.ndarray:
    """Return who is held out; samples of group 0 are drawn one by one, the others group by group."""
    chosen = np.zeros(len(group), bool)
    alone = group == 0
    chosen[alone] = parts_of_cells(int(alone.sum()), shares, random) == TEST_PART
    groups, place = np.unique(group[~alone], return_inverse=True)
    if len(groups):
        sizes = np.stack([np.bincount(place, landslide[~alone] == kind, len(groups)) for kind in (1, 0)], axis=1)
        chosen[~alone] = (parts_of_groups(sizes, shares, random) == TEST_PART)[place]
    return chosen


def _both_kinds(chosen: np.ndarray, landslide: np.ndarray) -> bool:
    return np.unique(landslide[chosen]).size == 2


def _at_most_of_each_kind(landslide: np.ndarray, random: np.random.Generator) -> np.ndarray:
    kinds = [random.permutation(np.flatnonzero(landslide == kind))[:MOST_OF_A_KIND] for kind in (1, 0)]
    return np.sort(np.concatenate(kinds))
