"""Drawing samples: landslide cells and cells without, their test part and folds."""

from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..factor_stack import FactorStack
from ..grid import Grid
from ..progress import Progress, ShouldStop, never_stop, no_progress, part
from ..vector import Features
from .absence import FactorRange, draw_absence, surroundings
from .clustering_range import clustering_range
from .landslide_cells import check_landslide_geometry
from .landslide_groups import LandslideGroups, landslide_groups
from .patches import read_patches
from .samples import TEST, TRAIN, Samples
from .splitting import TEST_PART, Shares, block_numbers, most_common_per_group, parts_of_cells, parts_of_groups

CELLS = "cells"
CENTROID = "centroid"
RANDOM = "random"
SPATIAL_BLOCKS = "spatial_blocks"
FIELD = "field"
BLOCKS_PER_PART = 4
"""Blocks with landslides per fold, so that no fold hangs on a single place."""


@dataclass(frozen=True)
class SamplingDesign:
    """How samples are drawn. Lengths in map units (metres); ``test_values`` are texts, used when ``split`` is ``field``.

    A ``block_size`` of 0 takes the distance over which landslides cling together.
    """

    positives: str = CELLS
    ratio: float = 1.0
    buffer: float = 100.0
    constrain_to_range: bool = False
    range_margin: float = 0.05
    split: str = RANDOM
    test_fraction: float = 0.3
    folds: int = 5
    block_size: float = 0.0
    field: str | None = None
    test_values: tuple[str, ...] = ()
    seed: int = 0


def draw_samples(
    stack: FactorStack,
    features: Features,
    design: SamplingDesign,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[Samples, list[str], list[str]]:
    """Return samples, remarks and warnings for landslides (polygons or points, repaired, in the stack's CRS).

    Raises InputError when there is no complete landslide cell, no cell left without landslides, or too few landslides or
    blocks for the folds.
    """
    check_landslide_geometry(features)
    only_centroids = design.positives == CENTROID
    cells = landslide_groups(features, stack.grid, only_centroids, part(progress, 0, 0.2), should_stop)
    present, values, warnings = _complete_cells(stack, cells, features, part(progress, 0.2, 0.4), should_stop)
    allowed = FactorRange.seen(stack.factors, values, design.range_margin) if design.constrain_to_range else None
    wanted = max(1, round(design.ratio * len(present.rows)))
    near = surroundings(features, stack.grid, design.buffer)
    rows, columns, candidates = draw_absence(stack, near, wanted, design.seed, allowed, part(progress, 0.4, 1.0), should_stop)
    if len(rows) == 0:
        raise InputError(
            "BUFFER", design.buffer, "leaves no complete cell without landslides; choose a smaller buffer or a larger area"
        )
    if len(rows) < wanted:
        warnings.append(f"Only {len(rows)} cells without landslides were found where RATIO asks for {wanted}.")
    remarks = [
        f"{len(features)} mapped features make {present.landslide_count} landslides "
        "(those that share a cell count as one, so that no split parts them).",
        f"{len(present.rows)} landslide cells, {len(rows)} cells without landslides out of {candidates} candidates.",
    ]
    samples, block_size = _split(stack, features, present, (rows, columns), design)
    if not design.block_size:
        remarks.append(
            f"Side of a block: {block_size:.0f}, from the variogram of the landslides and the number of blocks needed."
        )
    return samples, [*remarks, *_described(samples)], warnings


def _complete_cells(
    stack: FactorStack, cells: LandslideGroups, features: Features, progress: Progress, should_stop: ShouldStop
) -> tuple[LandslideGroups, np.ndarray, list[str]]:
    """Return the landslide cells that have every factor, their raw values (n, factors), and what was left out."""
    values = read_patches(stack, cells.rows, cells.columns, 1, progress=progress, should_stop=should_stop)[:, :, 0, 0]
    present = np.isfinite(values)
    complete = present.all(axis=1)
    if not complete.any():
        empty = [name for name, column in zip(stack.names, present.T, strict=True) if not column.any()]
        which = f"; {', '.join(empty)} has no value at any landslide" if empty else ""
        raise InputError(
            "INVENTORY",
            features.source,
            f"has no landslide where every factor has a value{which}; check extents and nodata, or leave the factor out",
        )
    warnings = []
    beyond = int((cells.id_of_feature == 0).sum())
    if beyond:
        warnings.append(f"{beyond} of {len(features)} landslides lie beyond the raster and were left out.")
    if not complete.all():
        lost = len(np.setdiff1d(cells.landslide_id, cells.landslide_id[complete]))
        warnings.append(
            f"{int((~complete).sum())} of {len(complete)} landslide cells lack a factor and were left out "
            f"({lost} landslides whole)."
        )
    return cells.chosen(complete), values[complete], warnings


def _split(
    stack: FactorStack,
    features: Features,
    present: LandslideGroups,
    absent: tuple[np.ndarray, np.ndarray],
    design: SamplingDesign,
) -> tuple[Samples, float]:
    """Return the samples and the side of a block."""
    random = np.random.default_rng(design.seed)
    shares = Shares(design.test_fraction, design.folds)
    rows, columns = (np.concatenate(pair) for pair in zip((present.rows, present.columns), absent, strict=True))
    x, y = stack.grid.centres(rows, columns)
    landslide = np.repeat(np.array([1, 0], np.int8), [len(present.rows), len(absent[0])])
    ids = np.concatenate([present.landslide_id, np.zeros(len(absent[0]), np.int64)])
    block_size = design.block_size or _block_size(x, y, ids, stack.grid, shares, design.seed)
    block = _blocks(x, y, ids, stack.grid, block_size)
    if design.split == SPATIAL_BLOCKS:
        parts = _parts_by_block(block, landslide, shares, random, design)
    elif design.split == FIELD:
        parts = _parts_by_field(features, present, len(absent[0]), design, random)
    else:
        parts = _parts_by_landslide(present.landslide_id, shares, random, design)
        parts = np.concatenate([parts, parts_of_cells(len(absent[0]), shares, random)])
    split = np.where(parts == TEST_PART, TEST, TRAIN)
    return Samples(x, y, landslide, ids, parts, split, block), block_size


def _block_size(x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, grid: Grid, shares: Shares, seed: int) -> float:
    """Return the distance over which landslides cling together, or less where that leaves too few blocks with landslides."""
    _, first = np.unique(landslide_id, return_index=True)
    absent = np.flatnonzero(landslide_id == 0)
    one_each = np.concatenate([first[1:], absent[:: max(1, len(absent) // len(first))]])
    size = clustering_range(x[one_each], y[one_each], landslide_id[one_each] > 0, seed)
    wanted = min(BLOCKS_PER_PART * (shares.folds + 1), len(first) - 1)
    smallest = 2 * max(grid.cell_width, grid.cell_height)
    size = max(size, smallest)
    while size > smallest and len(np.unique(_blocks(x, y, landslide_id, grid, size)[landslide_id > 0])) < wanted:
        size *= 0.95
    return size


def _blocks(x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, grid: Grid, block_size: float) -> np.ndarray:
    """Return int64 (n,): block numbers; a landslide across an edge belongs whole to the block that holds most of it."""
    block = block_numbers(x, y, grid, block_size)
    present = landslide_id > 0
    home = most_common_per_group(landslide_id[present], block[present])
    block[present] = [home[number] for number in landslide_id[present].tolist()]
    return block


def _parts_by_block(
    block: np.ndarray, landslide: np.ndarray, shares: Shares, random: np.random.Generator, design: SamplingDesign
) -> np.ndarray:
    blocks, place = np.unique(block, return_inverse=True)
    sizes = np.stack([np.bincount(place, landslide == kind, len(blocks)) for kind in (1, 0)], axis=1)
    with_landslides = int((sizes[:, 0] > 0).sum())
    needed = design.folds + (design.test_fraction > 0)
    if with_landslides < needed:
        raise InputError(
            "BLOCK_SIZE",
            design.block_size,
            f"gives {with_landslides} blocks with landslides where folds and test part need {needed}; "
            "choose smaller blocks or fewer folds",
        )
    return parts_of_groups(sizes, shares, random)[place]


def _parts_by_landslide(
    landslide_id: np.ndarray, shares: Shares, random: np.random.Generator, design: SamplingDesign
) -> np.ndarray:
    ids, place, sizes = np.unique(landslide_id, return_inverse=True, return_counts=True)
    needed = design.folds + (shares.test_fraction > 0)
    if len(ids) < needed:
        raise InputError(
            "FOLDS", design.folds, f"needs at least {needed} landslides and there are {len(ids)}; choose fewer folds"
        )
    return parts_of_groups(sizes[:, np.newaxis], shares, random)[place]


def _parts_by_field(
    features: Features, present: LandslideGroups, absent_count: int, design: SamplingDesign, random: np.random.Generator
) -> np.ndarray:
    """Return the parts when the values of a field say which landslides are test; folds are random by landslide."""
    texts = [_as_text(value) for value in features.attributes[design.field]]
    is_test = np.array([text in design.test_values for text in texts])
    # one that merges a test and a training feature stays in training, so that the test part holds nothing seen
    in_training = np.unique(present.id_of_feature[~is_test])
    tested = ~np.isin(present.landslide_id, in_training)
    if tested.all() or not tested.any():
        side = "all" if tested.all() else "no"
        raise InputError(
            "TEST_VALUES",
            ", ".join(design.test_values),
            f"puts {side} landslides into the test part; the values of {design.field} are {', '.join(sorted(set(texts))[:20])}",
        )
    parts = np.full(len(tested), TEST_PART)
    parts[~tested] = _parts_by_landslide(present.landslide_id[~tested], Shares(0.0, design.folds), random, design)
    return np.concatenate([parts, parts_of_cells(absent_count, Shares(tested.mean(), design.folds), random)])


def _as_text(value: object) -> str:
    """Return a field's value as the user would type it: 2010 also for 2010.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _described(samples: Samples) -> list[str]:
    lines = []
    parts = {TEST if number == TEST_PART else f"fold {number}": samples.fold == number for number in np.unique(samples.fold)}
    for name, chosen in parts.items():
        landslide = samples.landslide[chosen]
        lines.append(f"{name}: {int(landslide.sum())} landslide cells, {int((landslide == 0).sum())} without.")
    return lines
