"""Landslides drawn from the susceptibility: scar, path downslope and toe, as polygons and as their print in the ground."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import ogr
from scipy import ndimage

from ..progress import ShouldStop, stop_if_asked
from ..vector import Features, rasterised
from .cover import window_of
from .shapes import features, polygon, wobble
from .site import Site

PER_KM2 = 1.2
FEWEST = 12
CANDIDATES = 120
"""Ways down looked at for each landslide drawn."""
STEP = 10.0
"""Distance in m between the steps of a way down."""
SPACING = 5.0
"""Distance in m between points of a landslide's outline."""
YEARS = (2019, 2021, 2022, 2023)


@dataclass(frozen=True)
class Landslides:
    """The inventory and, on the image grid, what each landslide does there (0 or False outside).

    ``number`` (int32) counts from 1 in the inventory's order; ``along`` (0 crown – 1 toe) and ``across`` (−1 – 1) are places
    within it; ``depth`` is the change of elevation in m.
    """

    inventory: Features
    number: np.ndarray
    along: np.ndarray
    across: np.ndarray
    depth: np.ndarray


@dataclass(frozen=True)
class Path:
    """A landslide before it is drawn: points (n, 2) from crown to toe and half widths (n,) in m."""

    points: np.ndarray
    half_width: np.ndarray


def landslides_of(
    site: Site,
    elevation: np.ndarray,
    logit: np.ndarray,
    forbidden: np.ndarray,
    generator: np.random.Generator,
    should_stop: ShouldStop,
) -> Landslides:
    """Draw landslides with odds exp(mean of ``logit`` under the landslide).

    ``elevation`` and ``logit`` are on the DEM grid; ``forbidden`` (bool, image grid) is ground where none may lie, so that
    every outline can be seen in the imagery.
    """
    wanted = max(FEWEST, round(PER_KM2 * site.area_km2))
    steps, length = _ways_down(site, elevation, CANDIDATES * wanted, generator)
    stop_if_asked(should_stop)
    # the most probable first after a Gumbel draw each: sampling without replacement with odds exp(score)
    score = _mean_under(logit, steps, length) + generator.gumbel(size=length.size)
    number = np.zeros(forbidden.shape, dtype=np.int32)
    taken, kept = forbidden.copy(), []
    for index in np.argsort(-score)[: np.isfinite(score).sum()]:
        stop_if_asked(should_stop)
        if len(kept) == wanted:
            break
        path = _path(site, steps[..., index], float(length[index]), generator)
        shape = _outline(path, generator)
        if shape is not None and _placed(site, shape, taken, number, len(kept) + 1):
            kept.append((shape, path))
    along, across, depth = _prints(site, number, [path for _, path in kept])
    return Landslides(_inventory(site, kept, generator), number, along, across, depth)


def _ways_down(site: Site, elevation: np.ndarray, count: int, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return ways downslope from random crowns on ground steeper than 12 degrees, and how far (m) each is to be followed.

    Ways are places (steps, 2, count): row and column on the DEM grid, counted from the middle of the first cell.
    """
    smooth = ndimage.gaussian_filter(elevation.astype(np.float64), 0.8)
    down, right = np.gradient(smooth, site.dem.cell_width)
    steep = np.flatnonzero((np.hypot(down, right) > np.tan(np.radians(12))).ravel())
    crown = np.stack(np.divmod(generator.choice(steep, count), site.dem.width)).astype(np.float64)
    crown += generator.uniform(-0.5, 0.5, crown.shape)
    length = np.clip(np.exp(generator.normal(np.log(195), 0.42, count)), 80, 420)
    return _followed(crown, down, right, int(length.max() / STEP), site.dem.cell_width), length


def _path(site: Site, steps: np.ndarray, length: float, generator: np.random.Generator) -> Path:
    west, _, _, north = site.dem.bounds
    coarse = np.arange(int(length / STEP) + 1) * STEP
    fine = np.arange(0, coarse[-1] + SPACING / 2, SPACING)
    row, column = (np.interp(fine, coarse, steps[: coarse.size, axis]) + 0.5 for axis in (0, 1))
    points = np.column_stack([west + column * site.dem.cell_width, north - row * site.dem.cell_width])
    return Path(points, _half_widths(len(points), length, generator))


def _followed(crown: np.ndarray, down: np.ndarray, right: np.ndarray, steps: int, cell: float) -> np.ndarray:
    """Return places (steps + 1, 2, paths) in cells, each path turning with the slope but not at once."""
    place, heading, places = crown.copy(), np.zeros_like(crown), [crown.copy()]
    for _ in range(steps):
        fall = -np.stack([ndimage.map_coordinates(part, place, order=1, mode="nearest") for part in (down, right)])
        fall /= np.maximum(np.hypot(*fall), 1e-9)
        heading = 0.65 * heading + 0.35 * fall if heading.any() else fall
        heading /= np.maximum(np.hypot(*heading), 1e-9)
        place = place + heading * STEP / cell
        places.append(place.copy())
    return np.stack(places)


def _half_widths(points: int, length: float, generator: np.random.Generator) -> np.ndarray:
    """Return half widths: a round scar, a track that is narrower the longer it is, a toe that spreads."""
    width = np.clip(length / generator.uniform(1.4, 3.4), 55, 150)
    slender = np.clip((length - 110) / 200, 0, 1)
    place = np.linspace(0, 1, points)
    scar = _arch(place, 0.28, 0.3)
    track = (1 - 0.5 * slender * generator.uniform(0.6, 1)) * ((place > 0.28) & (place < 0.8))
    toe = (1 - 0.35 * slender * generator.uniform(0, 1)) * _arch(place, 0.78, 0.22)
    profile = np.convolve(np.pad(np.maximum.reduce([scar, track, toe]), 2), np.ones(5) / 5, mode="valid")
    return np.maximum(width / 2 * profile * (1 + 0.08 * wobble(points, 4.0, generator)), 2)


def _arch(place: np.ndarray, centre: float, reach: float) -> np.ndarray:
    return np.sqrt(np.clip(1 - ((place - centre) / reach) ** 2, 0, 1))


def _mean_under(logit: np.ndarray, steps: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Return the mean of ``logit`` along each way, −inf for one that leaves the grid."""
    part = np.arange(len(steps))[:, np.newaxis] <= (length / STEP).astype(int)
    cells = np.rint(steps).astype(int)
    inside = ((cells >= 1) & (cells < len(logit) - 1)).all(axis=1)
    rows, columns = np.moveaxis(np.clip(cells, 0, len(logit) - 1), 1, 0)
    mean = (logit[rows, columns] * part).sum(axis=0) / part.sum(axis=0)
    return np.where((inside | ~part).all(axis=0), mean, -np.inf)


def _outline(path: Path, generator: np.random.Generator) -> ogr.Geometry | None:
    """Return a valid polygon around the path, or None when the path turns too sharply for its width."""
    ahead = np.gradient(path.points, axis=0)
    ahead /= np.maximum(np.hypot(ahead[:, 0], ahead[:, 1]), 1e-9)[:, np.newaxis]
    aside = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    half = path.half_width[:, np.newaxis]
    jag = 1 + 0.06 * np.stack([wobble(len(half), 2.5, generator) for _ in range(2)])[:, :, np.newaxis]
    left, right = path.points + aside * half * jag[0], path.points - aside * half * jag[1]
    # a buffer of nothing mends an outline that crosses itself, at the price of the part beyond the crossing
    shape = polygon(np.concatenate([left, right[::-1]])).Buffer(0)
    single = not shape.IsEmpty() and ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon
    return shape if single and shape.Area() > 0.8 * 2 * SPACING * path.half_width.sum() else None


def _placed(site: Site, shape: ogr.Geometry, taken: np.ndarray, number: np.ndarray, label: int) -> bool:
    """Write the landslide's number where it lies and keep its surroundings free; False when the place is taken."""
    window = window_of(site, shape).grown(3).clipped(site.image.width, site.image.height)
    cells = (slice(window.row, window.row + window.height), slice(window.column, window.column + window.width))
    mask = rasterised(features([shape], site.dem.crs_wkt, "landslide"), site.image, window, all_touched=False) > 0
    if mask.sum() < 20 or taken[cells][mask].any():
        return False
    taken[cells] |= ndimage.binary_dilation(mask, iterations=3)
    number[cells][mask] = label
    return True


def _prints(site: Site, number: np.ndarray, paths: list[Path]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return place along and across and depth for the cells of each landslide, float32 on the image grid."""
    along, across, depth = (np.zeros(number.shape, dtype=np.float32) for _ in range(3))
    for cells, label in _cells_of(number):
        path = paths[label - 1]
        rows, columns = np.nonzero(number[cells] == label)
        rows, columns = rows + cells[0].start, columns + cells[1].start
        x, y = site.image.centres(rows, columns)
        offset = np.column_stack([x, y])[:, np.newaxis] - path.points[np.newaxis]
        nearest = np.hypot(offset[..., 0], offset[..., 1]).argmin(axis=1)
        ahead = np.gradient(path.points, axis=0)[nearest] / SPACING
        gap = offset[np.arange(nearest.size), nearest]
        side = (ahead[:, 0] * gap[:, 1] - ahead[:, 1] * gap[:, 0]) / path.half_width[nearest]
        place = nearest / (len(path.points) - 1)
        bowl = np.clip(1 - side**2, 0, 1)
        thickness = 0.05 * 2 * path.half_width.max()
        along[rows, columns], across[rows, columns] = place, side
        depth[rows, columns] = thickness * np.where(place < 0.45, -(0.35 + 0.65 * bowl), 0.9 * (place - 0.45) * bowl)
    return along, across, depth


def _cells_of(number: np.ndarray) -> Iterator[tuple[tuple[slice, slice], int]]:
    for label, cells in enumerate(ndimage.find_objects(number), start=1):
        if cells is not None:
            yield cells, label


def _inventory(site: Site, kept: list[tuple[ogr.Geometry, Path]], generator: np.random.Generator) -> Features:
    paths = [path for _, path in kept]
    lengths = [float(np.hypot(*np.diff(path.points, axis=0).T).sum()) for path in paths]
    long = [length > 3.2 * 2 * float(path.half_width.max()) for length, path in zip(lengths, paths, strict=True)]
    return features(
        [shape for shape, _ in kept],
        site.dem.crs_wkt,
        "inventory",
        landslide_id=list(range(1, len(kept) + 1)),
        year=[int(year) for year in generator.choice(YEARS, len(kept))],
        type=["debris flow" if flow else "debris slide" for flow in long],
        area_m2=[round(shape.Area(), 1) for shape, _ in kept],
        length_m=[round(length, 1) for length in lengths],
        width_m=[round(2 * float(path.half_width.max()), 1) for path in paths],
    )
