"""Folded beds, a granite body and faults."""

from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ..vector import Features
from .shapes import blob, features, line, polygon, rectangle, wobble
from .site import Site

STRIKE = np.radians(35.0)
"""Direction of the beds, counter-clockwise from east; the same in the whole region."""

FRAME = 300.0
"""Distance (m) that rocks are mapped beyond the DEM."""


@dataclass(frozen=True)
class Rock:
    """A rock: hardness grade (4 = hard), resistance to streams, and what it adds to the logit of landsliding."""

    name: str
    hardness: int
    resistance: float
    logit: float


ROCKS = (
    Rock("granite", 4, 1.25, -1.3),
    Rock("limestone", 3, 1.1, -0.6),
    Rock("sandstone", 3, 1.0, 0.0),
    Rock("phyllite", 2, 0.9, 1.0),
    Rock("mudstone", 1, 0.8, 1.5),
)
FOLD = (1, 2, 3, 4, 3, 2)
"""Index of the rock of one bed after the other across a fold."""


@dataclass(frozen=True)
class Geology:
    """Lithology polygons without gaps or overlaps (field ``lithology``) and fault lines, both reaching beyond the DEM."""

    lithology: Features
    faults: Features


def geology_of(site: Site, generator: np.random.Generator) -> Geology:
    """Return the rocks and faults of a site."""
    return Geology(_lithology(site, generator), _faults(site, generator))


def _lithology(site: Site, generator: np.random.Generator) -> Features:
    beds = _beds(site, generator)
    west, south, east, north = site.dem.bounds
    centre = (generator.uniform(west, east), generator.uniform(south, north))
    granite = polygon(blob(centre, 0.16 * site.side, 1.6, STRIKE, generator))
    frame = rectangle(west - FRAME, south - FRAME, east + FRAME, north + FRAME)
    shapes, rocks = [], []
    for shape, rock in [*((shape.Difference(granite), rock) for shape, rock in beds), (granite, ROCKS[0])]:
        for piece in _pieces(shape.Intersection(frame)):
            shapes.append(piece)
            rocks.append(rock)
    return features(
        shapes,
        site.dem.crs_wkt,
        "lithology",
        lithology=[rock.name for rock in rocks],
        hardness=[rock.hardness for rock in rocks],
    )


def _beds(site: Site, generator: np.random.Generator) -> list[tuple[ogr.Geometry, Rock]]:
    """Return bands along the strike between curves that share one large bend and differ by small ones."""
    thickness = np.clip(site.side / 8, 500.0, 1600.0)
    bend = 0.5 * thickness * np.clip(wobble(240, 30, generator), -3, 3)
    # half the diagonal, the frame around the DEM and the bend, so that the beds leave no corner empty
    reach = 0.71 * site.side + 1.5 * FRAME + np.abs(bend).max()
    along = np.linspace(-reach, reach, bend.size)
    place, index = -reach, int(generator.integers(len(FOLD)))
    lower = place + bend
    beds = []
    while place < reach:
        place += thickness * generator.uniform(0.6, 1.4)
        upper = place + bend + 0.06 * thickness * np.clip(wobble(along.size, 6, generator), -3, 3)
        outline = np.concatenate([np.column_stack([along, lower]), np.column_stack([along, upper])[::-1]])
        beds.append((polygon(_placed(site, outline)), ROCKS[FOLD[index % len(FOLD)]]))
        lower, index = upper, index + 1
    return beds


def _placed(site: Site, points: np.ndarray, turn: float = STRIKE) -> np.ndarray:
    """Return map coordinates of points given along and across the strike from the site's centre."""
    west, south, east, north = site.dem.bounds
    x = (west + east) / 2 + points[:, 0] * np.cos(turn) - points[:, 1] * np.sin(turn)
    y = (south + north) / 2 + points[:, 0] * np.sin(turn) + points[:, 1] * np.cos(turn)
    return np.column_stack([x, y])


def _pieces(shape: ogr.Geometry) -> list[ogr.Geometry]:
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        return [] if shape.IsEmpty() else [shape.Clone()]
    parts = [shape.GetGeometryRef(i) for i in range(shape.GetGeometryCount())]
    return [piece for part in parts if part.GetDimension() == 2 for piece in _pieces(part)]


def _faults(site: Site, generator: np.random.Generator) -> Features:
    """Return faults near the strike: some across the site, one beside it that is still close enough to matter."""
    offsets = [*(site.side * (generator.uniform(-0.06, 0.06) + share) for share in (-0.28, 0.02, 0.3)), 0.78 * site.side]
    shapes, names, kinds = [], [], []
    for number, offset in enumerate(offsets, start=1):
        along = np.arange(-generator.uniform(0.65, 0.9), generator.uniform(0.65, 0.9), 0.01) * site.side
        across = offset + 0.012 * site.side * wobble(along.size, 9, generator)
        shapes.append(line(_placed(site, np.column_stack([along, across]), STRIKE + generator.normal(0, 0.12))))
        names.append(f"F{number}")
        kinds.append("thrust" if number % 2 else "strike-slip")
    return features(shapes, site.dem.crs_wkt, "faults", name=names, kind=kinds)
