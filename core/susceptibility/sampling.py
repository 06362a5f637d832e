"""Drawing samples: landslide cells and cells without, their test part and folds."""

import numpy as np

from ..errors import InputError
from ..factor_stack import FactorStack
from ..progress import Progress, ShouldStop, never_stop, no_progress, part
from ..vector import Features
from .absence import FactorRange, draw_absence, surroundings
from .landslide_cells import check_landslide_geometry
from .landslide_groups import LandslideGroups, landslide_groups
from .presence import check_elevation, complete_cells, elevation_at, in_upper_part
from .sample_parts import doubts_about_the_field, landslides_that_count, parts_of_samples
from .samples import TEST, TRAIN, Samples
from .sampling_design import CENTROID, UPPER_PART, SamplingDesign
from .splitting import TEST_PART

SLOPE = "slope"


def draw_samples(
    stack: FactorStack,
    features: Features,
    design: SamplingDesign,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
    elevation: FactorStack | None = None,
    excluded: Features | None = None,
) -> tuple[Samples, list[str], list[str]]:
    """Return samples, remarks and warnings for landslides (polygons or points, repaired, in the stack's CRS).

    ``elevation`` tells the upper part of landslides where the stack has no altitude; cells that ``excluded`` features touch are
    not drawn as free of landslides. Raises InputError when there is no complete landslide cell, no cell left without, too few
    landslides or blocks for the folds, or no slope or elevation where the design needs one.
    """
    check_landslide_geometry(features)
    _check_factors(stack, design, elevation)
    cells = landslide_groups(features, stack.grid, design.positives == CENTROID, part(progress, 0, 0.2), should_stop)
    present, values, warnings = complete_cells(stack, cells, features, part(progress, 0.2, 0.4), should_stop)
    warnings += doubts_about_the_field(features, design)
    chosen, found = _chosen_cells(stack, features, present, design, elevation)
    present, values, remarks = present.chosen(chosen), values[chosen], [*_counted(features, present), *found]
    allowed = _allowed(stack, values, design)
    wanted = max(1, round(design.ratio * len(present.rows))) * design.repeats
    near = [surroundings(features, stack.grid, design.buffer)]
    if excluded is not None:
        near.append(surroundings(excluded, stack.grid, 0.0))
    rows, columns, candidates = draw_absence(stack, near, wanted, design.seed, allowed, part(progress, 0.4, 1.0), should_stop)
    if len(rows) < design.repeats:
        raise InputError(
            "BUFFER", design.buffer, f"leaves {_cells_left(len(rows))} without landslides; {_cure(design, excluded)}"
        )
    if len(rows) < wanted:
        warnings.append(f"Only {len(rows)} cells without landslides were found where RATIO and REPEATS ask for {wanted}.")
    remarks.append(
        f"{len(present.rows):,} landslide cells, {len(rows):,} cells without landslides out of {candidates:,} candidates."
    )
    parts, block, notes = parts_of_samples(stack.grid, features, present, (rows, columns), design)
    samples = _samples(stack, present, (rows, columns), parts, block, design)
    return samples, [*remarks, *notes, *_described(samples)], warnings


def _check_factors(stack: FactorStack, design: SamplingDesign, elevation: FactorStack | None) -> None:
    if design.positives == UPPER_PART:
        check_elevation(stack, elevation)
    if design.min_slope > 0 and SLOPE not in stack.names:
        raise InputError(
            "MIN_SLOPE",
            design.min_slope,
            f"needs a factor called slope, and the stack has {', '.join(stack.names)}; add it, or set MIN_SLOPE to 0",
        )


def _chosen_cells(
    stack: FactorStack, features: Features, present: LandslideGroups, design: SamplingDesign, elevation: FactorStack | None
) -> tuple[np.ndarray, list[str]]:
    """Return which landslide cells are samples, bool (n,), and remarks."""
    remarks = []
    chosen = landslides_that_count(features, present, design)
    if not chosen.any():
        raise InputError(
            "TRAIN_VALUES",
            ", ".join(design.train_values),
            f"leaves no landslide together with TEST_VALUES; choose values that the field {design.field} has",
        )
    if not chosen.all():
        lost = len(np.setdiff1d(present.landslide_id, present.landslide_id[chosen]))
        remarks.append(f"{lost} landslides are named by neither TRAIN_VALUES nor TEST_VALUES and only keep other cells away.")
    if design.positives == UPPER_PART:
        height = elevation_at(stack, elevation, present)
        upper = in_upper_part(present.feature, height, design.upper_share)
        remarks.append(f"{int(upper.sum())} of {len(upper)} landslide cells lie in the upper part of their landslide.")
        if not np.isfinite(height).all():
            remarks.append(f"{int((~np.isfinite(height)).sum())} landslide cells have no elevation and were left out.")
        chosen &= upper
        if not chosen.any():
            raise InputError(
                "ELEVATION", elevation.path if elevation else "", "has no value at any landslide; choose another DEM"
            )
    return chosen, remarks


def _counted(features: Features, present: LandslideGroups) -> list[str]:
    return [
        f"{len(features)} mapped features make {present.landslide_count} landslides "
        "(those that share a cell count as one, so that no split parts them)."
    ]


def _allowed(stack: FactorStack, values: np.ndarray, design: SamplingDesign) -> FactorRange | None:
    allowed = FactorRange.seen(stack.factors, values, design.range_margin) if design.constrain_to_range else None
    if design.min_slope > 0:
        everything = FactorRange([None] * len(stack.factors))
        return (allowed or everything).at_least(stack.names.index(SLOPE), design.min_slope)
    return allowed


def _cells_left(count: int) -> str:
    return "no complete cell" if count == 0 else f"only {count} complete cells"


def _cure(design: SamplingDesign, excluded: Features | None) -> str:
    cures = ["choose a smaller buffer", "a larger area"]
    if design.min_slope > 0:
        cures.append("a smaller MIN_SLOPE")
    if excluded is not None:
        cures.append("a smaller EXCLUSION")
    if design.constrain_to_range:
        cures.append("a wider RANGE_MARGIN")
    return " or ".join(cures)


def _samples(
    stack: FactorStack,
    present: LandslideGroups,
    absent: tuple[np.ndarray, np.ndarray],
    parts: np.ndarray,
    block: np.ndarray,
    design: SamplingDesign,
) -> Samples:
    rows, columns = (np.concatenate(pair) for pair in zip((present.rows, present.columns), absent, strict=True))
    x, y = stack.grid.centres(rows, columns)
    nothing = np.zeros(len(absent[0]), np.int64)
    landslide = np.concatenate([np.ones(len(present.rows), np.int64), nothing]).astype(np.int8)
    ids = np.concatenate([present.landslide_id, nothing])
    draw = np.zeros(len(x), np.int64)
    draw[landslide == 0] = _draws(parts[landslide == 0], design)
    return Samples(x, y, landslide, ids, parts, np.where(parts == TEST_PART, TEST, TRAIN), block, draw)


def _draws(parts: np.ndarray, design: SamplingDesign) -> np.ndarray:
    """Return int64 (n,): draws from 1, each with its share of the cells of every part."""
    draw = np.empty(len(parts), np.int64)
    order = np.lexsort((np.random.default_rng(design.seed).random(len(parts)), parts))
    draw[order] = np.arange(len(parts)) % design.repeats + 1
    return draw


def _described(samples: Samples) -> list[str]:
    lines = []
    parts = {TEST if number == TEST_PART else f"fold {number}": samples.fold == number for number in np.unique(samples.fold)}
    for name, chosen in parts.items():
        landslide = samples.landslide[chosen]
        lines.append(f"{name}: {int(landslide.sum())} landslide cells, {int((landslide == 0).sum())} without.")
    return lines
