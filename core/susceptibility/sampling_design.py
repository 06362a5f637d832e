"""How samples are to be drawn."""

from dataclasses import dataclass

CELLS = "cells"
CENTROID = "centroid"
UPPER_PART = "upper_part"
RANDOM = "random"
SPATIAL_BLOCKS = "spatial_blocks"
CLUSTERS = "clusters"
FIELD = "field"


@dataclass(frozen=True)
class SamplingDesign:
    """How samples are drawn. Lengths in map units (metres); field values are texts, used when ``split`` is ``field``.

    A ``block_size`` of 0 takes the distance over which landslides cling together, ``clusters`` of 0 four for each fold and the
    test part. ``repeats`` draws of cells without landslides share no cell. ``min_slope`` is in the units of the factor slope.
    """

    positives: str = CELLS
    upper_share: float = 0.5
    ratio: float = 1.0
    repeats: int = 1
    buffer: float = 100.0
    min_slope: float = 0.0
    constrain_to_range: bool = False
    range_margin: float = 0.05
    split: str = RANDOM
    test_fraction: float = 0.3
    folds: int = 5
    block_size: float = 0.0
    clusters: int = 0
    field: str | None = None
    train_values: tuple[str, ...] = ()
    test_values: tuple[str, ...] = ()
    seed: int = 0
