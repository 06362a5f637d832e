"""On which side samples stand – test or a fold – drawn by landslide, by block, by cluster, or by a field of the inventory."""

import numpy as np

from ..errors import InputError
from ..grid import Grid
from ..names import listed
from ..vector import Features
from .landslide_groups import LandslideGroups
from .sampling_design import CLUSTERS, FIELD, SPATIAL_BLOCKS, SamplingDesign
from .spatial_blocks import GROUPS_PER_PART, block_size_of, blocks_of, side_of_blocks_said
from .splitting import TEST_PART, Shares, most_common_per_group, parts_of_cells, parts_of_groups


def parts_of_samples(
    grid: Grid,
    features: Features,
    present: LandslideGroups,
    absent: tuple[np.ndarray, np.ndarray],
    design: SamplingDesign,
) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return parts and blocks, int64 (n,) each, of landslide cells and then cells without, and remarks.

    ``absent`` are rows and columns. Clusters take the place of blocks when they split, and so do values of a field that are
    dealt out whole. Raises InputError for too few landslides, blocks or clusters, and for values of the field that part
    nothing.
    """
    random = np.random.default_rng(design.seed)
    shares = Shares(design.test_fraction, design.folds)
    rows, columns = (np.concatenate(pair) for pair in zip((present.rows, present.columns), absent, strict=True))
    x, y = grid.centres(rows, columns)
    count = len(absent[0])
    landslide_id = np.concatenate([present.landslide_id, np.zeros(count, np.int64)])
    if design.split == FIELD and not design.test_values:
        return _parts_by_value(features, present, count, design, random)
    if design.split == CLUSTERS:
        block, remark = _clusters(x, y, landslide_id, shares, design)
        remarks = [remark]
    elif design.block_size:
        block, remarks = blocks_of(x, y, landslide_id, grid, design.block_size), []
    else:
        parts = shares.folds + (shares.test_fraction > 0)
        size, clinging = block_size_of(x, y, landslide_id, grid, parts, design.seed)
        block, remarks = blocks_of(x, y, landslide_id, grid, size), [side_of_blocks_said(size, clinging)]
    if design.split in (SPATIAL_BLOCKS, CLUSTERS):
        return _parts_by_block(block, landslide_id > 0, shares, random, design), block, remarks
    if design.split == FIELD:
        return _parts_by_field(features, present, count, design, random), block, remarks
    parts = _parts_by_landslide(present.landslide_id, shares, random, design)
    return np.concatenate([parts, parts_of_cells(count, shares, random)]), block, remarks


def landslides_that_count(features: Features, present: LandslideGroups, design: SamplingDesign) -> np.ndarray:
    """Return bool (n,): False for landslide cells whose value of the field is neither for training nor for the test."""
    if design.split != FIELD or not design.train_values:
        return np.ones(len(present.rows), bool)
    texts = _texts(features, design)
    named = np.array([text in design.train_values or text in design.test_values for text in texts])
    return np.isin(present.landslide_id, np.unique(present.id_of_feature[named]))


def doubts_about_the_field(features: Features, design: SamplingDesign) -> list[str]:
    """Return what to look at in the values that split: those asked for that the field lacks, and features without any."""
    if design.split != FIELD:
        return []
    texts = _texts(features, design)
    doubts = []
    for parameter, asked in (("TEST_VALUES", design.test_values), ("TRAIN_VALUES", design.train_values)):
        if strange := set(asked) - set(texts):
            doubts.append(f"{parameter} holds values that the field {design.field} does not have: {listed(strange)}.")
    if without := texts.count(""):
        role = "no samples" if design.train_values else "for training" if design.test_values else "a group of their own"
        doubts.append(f"{without} of {len(texts)} features have no value in the field {design.field} and are {role}.")
    return doubts


def _clusters(
    x: np.ndarray, y: np.ndarray, landslide_id: np.ndarray, shares: Shares, design: SamplingDesign
) -> tuple[np.ndarray, str]:
    """Return int64 (n,): numbers from 1 of the k-means clusters of landslides, and a remark.

    Landslides count alike whatever their size; a cell without belongs to the nearest centre.
    """
    from scipy.cluster.vq import kmeans2
    from scipy.spatial import cKDTree

    ids, place = np.unique(landslide_id, return_inverse=True)
    counts = np.bincount(place)
    middles = np.stack([np.bincount(place, values) / counts for values in (x, y)], axis=1)[ids > 0]
    parts = shares.folds + (shares.test_fraction > 0)
    wanted = design.clusters or min(GROUPS_PER_PART * parts, len(middles))
    if parts > len(middles):
        raise InputError(
            "FOLDS", design.folds, f"needs at least {parts} landslides and there are {len(middles)}; choose fewer folds"
        )
    if not parts <= wanted <= len(middles):
        raise InputError(
            "CLUSTERS",
            wanted,
            f"cannot be drawn from {len(middles)} landslides for {parts} parts; choose {parts} to {len(middles)}",
        )
    centres, own = kmeans2(middles, wanted, minit="++", seed=design.seed)
    cluster = np.empty(len(x), np.int64)
    present = landslide_id > 0
    cluster[present] = own[np.searchsorted(ids[ids > 0], landslide_id[present])]
    cluster[~present] = cKDTree(centres).query(np.stack([x[~present], y[~present]], axis=1))[1]
    return cluster + 1, f"{len(np.unique(own))} clusters of landslides were drawn."


def _parts_by_block(
    block: np.ndarray, landslide: np.ndarray, shares: Shares, random: np.random.Generator, design: SamplingDesign
) -> np.ndarray:
    blocks, place = np.unique(block, return_inverse=True)
    sizes = np.stack([np.bincount(place, landslide == kind, len(blocks)) for kind in (1, 0)], axis=1)
    with_landslides = int((sizes[:, 0] > 0).sum())
    needed = design.folds + (design.test_fraction > 0)
    if with_landslides < needed:
        if not design.block_size:  # taken as small as can be already
            raise InputError(
                "FOLDS",
                design.folds,
                f"needs {needed} blocks or clusters with landslides, one for each fold and the test part, and there are "
                f"{with_landslides}; choose fewer folds or another SPLIT",
            )
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
    """Return the parts when a field says what is test."""
    texts = _texts(features, design)
    is_test = np.array([text in design.test_values for text in texts])
    # a landslide that merges a test and a training feature stays in training, so that the test part holds nothing seen
    trains = np.isin(texts, design.train_values) if design.train_values else ~is_test
    tested = ~np.isin(present.landslide_id, np.unique(present.id_of_feature[trains]))
    if tested.all() or not tested.any():
        side = "all" if tested.all() else "no"
        raise InputError(
            "TEST_VALUES",
            ", ".join(design.test_values),
            f"puts {side} landslides into the test part; the values of {design.field} are {listed(set(texts))}",
        )
    parts = np.full(len(tested), TEST_PART)
    parts[~tested] = _parts_by_landslide(present.landslide_id[~tested], Shares(0.0, design.folds), random, design)
    return np.concatenate([parts, parts_of_cells(absent_count, Shares(tested.mean(), design.folds), random)])


def _parts_by_value(
    features: Features, present: LandslideGroups, absent_count: int, design: SamplingDesign, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return parts that hold whole values of the field, the number of each sample's value from 1, and a remark.

    Cells without landslides have no value: each value gets its share of them, so that no part has more for a landslide cell.
    """
    _, number = np.unique(_texts(features, design), return_inverse=True)
    value_of = most_common_per_group(present.landslide_id, number[present.feature])
    own = np.array([value_of[identity] for identity in present.landslide_id.tolist()])
    found, place, sizes = np.unique(own, return_inverse=True, return_counts=True)
    shares = Shares(design.test_fraction, design.folds)
    needed = design.folds + (design.test_fraction > 0)
    if len(found) < needed:
        raise InputError(
            "FIELD",
            design.field,
            f"has {len(found)} values at landslides where folds and test part need {needed}; choose fewer folds, or say in "
            "TEST_VALUES which values are test",
        )
    dealt = np.arange(absent_count) * len(place) // max(absent_count, 1)
    place = np.concatenate([place, random.permutation(np.sort(place)[dealt])])
    remark = f"{len(found)} values of {design.field} take the place of blocks: spatial_cv keeps them whole."
    return parts_of_groups(sizes[:, np.newaxis], shares, random)[place], place + 1, [remark]


def _texts(features: Features, design: SamplingDesign) -> list[str]:
    return [as_text(value) for value in features.attributes[design.field]]


def as_text(value: object) -> str:
    """Return a field's value as the user would type it: 2010 also for 2010.0."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)
