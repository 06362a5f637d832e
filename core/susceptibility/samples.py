"""Samples: cells with and without landslides, and on which side of each split they stand."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from ..errors import InputError
from ..grid import Grid

if TYPE_CHECKING:
    from ..vector import Features

TRAIN = "train"
TEST = "test"
LABELS = {"1": 1, "1.0": 1, "true": 1, "0": 0, "0.0": 0, "false": 0}
"""What a field landslide may hold, numbers and truth values as text → what it means."""


@dataclass(frozen=True)
class Samples:
    """Sample points as arrays of one length.

    ``x``, ``y`` float64 in the CRS of the grid; ``landslide`` int8, 1 or 0; ``landslide_id`` int64, 0 where there is no
    landslide; ``fold`` int64 from 1, 0 for test samples; ``split`` text, ``train`` or ``test``; ``block`` int64, the number
    of the spatial block, 0 when unknown; ``draw`` int64, the draw (from 1) that a cell without landslide belongs
    to, 0 for landslides, which belong to all.
    """

    x: np.ndarray
    y: np.ndarray
    landslide: np.ndarray
    landslide_id: np.ndarray
    fold: np.ndarray
    split: np.ndarray
    block: np.ndarray
    draw: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    @property
    def is_test(self) -> np.ndarray:
        """Return bool (n,): True for test samples."""
        return self.split == TEST

    def chosen(self, which: np.ndarray) -> "Samples":
        """Return the samples of a mask or of indices."""
        return Samples(*(getattr(self, field.name)[which] for field in fields(self)))

    def drawn(self, count: int, random: np.random.Generator) -> "Samples":
        """Return at most ``count`` samples, drawn at random with the share of landslides kept, in their own order."""
        if count >= len(self):
            return self
        landslides = np.flatnonzero(self.landslide == 1)
        others = np.flatnonzero(self.landslide != 1)
        share = round(count * len(landslides) / len(self))
        parts = random.permutation(landslides)[:share], random.permutation(others)[: count - share]
        return self.chosen(np.sort(np.concatenate(parts)))


def samples_from_features(features: "Features", grid: Grid, parameter: str = "SAMPLES") -> Samples:
    """Return the samples of a point layer in the CRS of ``grid``; a sample may lie outside the grid.

    A layer of other origin needs only the field ``landslide`` (0 or 1): each landslide point is then a landslide of its own,
    and all belong to ``train``. Raises InputError for an empty layer, one that holds no points, lacks the field, has other
    values in it, or lies wholly outside the grid.
    """
    from ..vector import reprojected

    source = features.source
    if len(features) == 0:
        raise InputError(parameter, source, 'has no samples; draw them with "Sample points"')
    if "landslide" not in features.attributes:
        raise InputError(parameter, source, 'has no field landslide (1 or 0); draw samples with "Sample points"')
    landslide = _landslide_values(features, parameter)
    x, y = _coordinates(reprojected(features, grid.crs_wkt, parameter), parameter)
    west, south, east, north = grid.bounds
    if not ((x >= west) & (x < east) & (y > south) & (y <= north)).any():
        raise InputError(parameter, source, "lies wholly outside the raster; choose the samples drawn on this factor stack")
    split = np.array([str(value or TRAIN) for value in features.attributes.get("split", [TRAIN] * len(x))])
    strange = sorted(set(split) - {TRAIN, TEST})
    if strange:
        raise InputError(parameter, source, f"has the value {strange[0]} in the field split; only train and test are known")
    return Samples(
        x,
        y,
        landslide,
        _landslide_ids(features, landslide, parameter),
        _whole_numbers(features, "fold", np.zeros(len(x), np.int64), parameter),
        split,
        _whole_numbers(features, "block", np.zeros(len(x), np.int64), parameter),
        _whole_numbers(features, "draw", (landslide == 0).astype(np.int64), parameter),
    )


def _landslide_values(features: "Features", parameter: str) -> np.ndarray:
    values = features.attributes["landslide"]
    labels = [LABELS.get(str(value).lower()) for value in values]
    if None in labels:
        strange = values[labels.index(None)]
        shown = "NULL" if strange is None else strange
        raise InputError(parameter, features.source, f"has the value {shown} in the field landslide; only 1 and 0 are known")
    return np.array(labels, dtype=np.int8)


def _coordinates(features: "Features", parameter: str) -> tuple[np.ndarray, np.ndarray]:
    points = np.empty((len(features), 2))
    for index, shape in enumerate(features.shapes()):
        # a collection of one point is a point: many programs write nothing else
        point = shape.GetGeometryRef(0) if shape is not None and shape.GetGeometryCount() == 1 else shape
        if point is None or point.GetPointCount() != 1:
            raise InputError(parameter, features.source, 'holds something else than points; draw samples with "Sample points"')
        points[index] = point.GetX(), point.GetY()
    return points[:, 0], points[:, 1]


def _landslide_ids(features: "Features", landslide: np.ndarray, parameter: str) -> np.ndarray:
    """Return int64 (n,): the ids of the layer; a landslide point without one is a landslide of its own."""
    ids = _whole_numbers(features, "landslide_id", np.zeros(len(landslide)), parameter)
    alone = (landslide == 1) & (ids == 0)
    ids[alone] = ids.max() + np.arange(1, alone.sum() + 1)
    return ids


def _whole_numbers(features: "Features", name: str, otherwise: np.ndarray, parameter: str) -> np.ndarray:
    if name not in features.attributes:
        return otherwise.astype(np.int64)
    try:
        numbers = np.array([0 if value is None else float(value) for value in features.attributes[name]])
        if not (numbers == np.rint(numbers)).all():  # False for NaN too
            raise ValueError
        return np.array([0 if value is None else int(value) for value in features.attributes[name]], dtype=np.int64)
    except (TypeError, ValueError, OverflowError):
        raise InputError(
            parameter, features.source, f'has a field {name} that holds no whole numbers; draw samples with "Sample points"'
        ) from None


def samples_as_features(samples: Samples, crs_wkt: str) -> "Features":
    """Return the samples as a point layer that ``samples_from_features`` reads back."""
    from ..vector import Features, point_wkb

    attributes = {
        field.name: getattr(samples, field.name).tolist() for field in fields(samples) if field.name not in ("x", "y")
    }
    points = [point_wkb(x, y) for x, y in zip(samples.x.tolist(), samples.y.tolist(), strict=True)]
    return Features(points, attributes, crs_wkt, "samples")
