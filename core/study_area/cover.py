"""What covers the ground at 10 m before the landslides: vegetation, farming, rock, water, roads and bare look-alikes."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import ogr
from scipy import ndimage

from ..grid import Window
from ..progress import ShouldStop, stop_if_asked
from ..vector import Features, envelope_window, rasterised
from .noise import fractal_field, smooth_field
from .rivers import Waters, river_width
from .shapes import blob, features, polygon
from .site import DEM_CELL, Site
from .terrain import resized

FOREST, SHRUB, GRASS, CROPS, PLOUGHED, ROCK, GRAVEL, WATER, QUARRY, CLEARING, PAVED, TRACK, BUILT = range(1, 14)
BARE = (PLOUGHED, ROCK, GRAVEL, QUARRY, CLEARING, BUILT)
"""Covers as bright and as free of leaves as a fresh landslide."""

GRAVEL_AREA = 1.2e6
"""Catchment (m²) from which a river is open water with gravel bars."""
ROAD_WIDTHS = {"highway": 18.0, "local": 12.0, "track": 9.0}


@dataclass(frozen=True)
class Cover:
    """On the image grid: cover codes (uint8), numbers of fields and clearings (int32, 0 elsewhere) and greenness 0–1."""

    code: np.ndarray
    parcel: np.ndarray
    greenness: np.ndarray


def cover_of(
    site: Site,
    slope: np.ndarray,
    waters: Waters,
    roads: Features,
    generator: np.random.Generator,
    should_stop: ShouldStop,
) -> Cover:
    """Return the cover of a site; ``slope`` (degrees) is on the DEM grid. What is burnt later lies on top."""
    shape = (site.image.height, site.image.width)
    steep = resized(slope, shape).astype(np.float32)
    greenness = _greenness(waters.elevation, shape, generator)
    code, parcel = _vegetation(greenness, generator), np.zeros(shape, dtype=np.int32)
    for burn in (
        lambda: _burn_rock(code, waters.elevation, steep, generator),
        lambda: _burn_clearings(site, code, parcel, steep, generator),
        lambda: _burn_fields(site, code, parcel, slope, steep, generator),
        lambda: _burn_quarries(site, code, roads, generator),
        lambda: _burn_villages(site, code, roads, steep, generator),
        lambda: _burn_rivers(site, code, waters, steep, generator),
        lambda: _burn_roads(site, code, roads),
    ):
        stop_if_asked(should_stop)
        burn()
    code[rasterised(waters.water, site.image, all_touched=False) > 0] = WATER
    return Cover(code, parcel, greenness)


def _greenness(elevation: np.ndarray, shape: tuple[int, int], generator: np.random.Generator) -> np.ndarray:
    """Return 0–1: less in high places and on sunny slopes, patchy everywhere."""
    rise_southward, _ = np.gradient(ndimage.gaussian_filter(elevation, 2), DEM_CELL)
    height = (elevation - np.median(elevation)) / max(float(elevation.std()), 1.0)
    trend = 0.5 * np.tanh(2.5 * rise_southward) - 0.35 * np.maximum(height, -0.5)
    value = (
        resized(trend, shape)
        + 0.55 * fractal_field(shape, 1.5, 120, generator)
        + 0.25 * fractal_field(shape, 1.0, 12, generator)
    )
    return (1 / (1 + np.exp(-(1.2 + 1.6 * value)))).astype(np.float32)


def _vegetation(greenness: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    mixed = greenness + 0.08 * smooth_field(greenness.shape, 10, generator)
    return np.select([mixed > 0.66, mixed > 0.45], [FOREST, SHRUB], GRASS).astype(np.uint8)


def _burn_rock(code: np.ndarray, elevation: np.ndarray, steep: np.ndarray, generator: np.random.Generator) -> None:
    """Lay ragged outcrops along steep crests, over about one fiftieth of the area."""
    crest = elevation - ndimage.gaussian_filter(elevation, 6)
    crest = resized(crest / crest.std(), code.shape)
    ragged = fractal_field(code.shape, 1.35, 40, generator)
    tendency = ragged + 0.8 * crest + 0.05 * (steep - 25)
    code[tendency > np.quantile(tendency, 0.98)] = ROCK


def _burn_clearings(
    site: Site, code: np.ndarray, parcel: np.ndarray, steep: np.ndarray, generator: np.random.Generator
) -> None:
    """Cut straight-edged clearings into the forest on slopes."""
    wooded = np.flatnonzero(((code == FOREST) & (steep > 10) & (steep < 34)).ravel())
    count = round(0.75 * site.area_km2)
    if wooded.size == 0:
        return
    shapes = []
    for cell in generator.choice(wooded, count):
        sides = generator.uniform(60, 220), generator.uniform(60, 160)
        shapes.append(_quadrangle(_point(site, int(cell)), sides, generator.uniform(0, np.pi), generator, 0.12))
    for number, window, mask in _masks(site, shapes):
        part = _part(code, window)
        cut = mask & (part == FOREST)
        part[cut] = CLEARING
        _part(parcel, window)[cut] = number + 1


def _burn_fields(
    site: Site, code: np.ndarray, parcel: np.ndarray, slope: np.ndarray, steep: np.ndarray, generator: np.random.Generator
) -> None:
    """Lay groups of rectangular fields on gentle ground, two in five of them ploughed."""
    gentle = np.flatnonzero((ndimage.uniform_filter(slope, 3) < 13).ravel())
    if gentle.size == 0:
        return
    shapes = []
    for cell in generator.choice(gentle, round(1.1 * site.area_km2)):
        row, column = divmod(int(cell), slope.shape[1])
        x, y = (float(value) for value in site.dem.centres(row, column))
        shapes += _group_of_fields(x, y, generator)
    ploughed = generator.random(len(shapes)) < 0.45
    first = int(parcel.max()) + 1
    for number, window, mask in _masks(site, shapes):
        laid = mask & (_part(steep, window) < 17)
        _part(code, window)[laid] = PLOUGHED if ploughed[number] else CROPS
        _part(parcel, window)[laid] = first + number


def _group_of_fields(x: float, y: float, generator: np.random.Generator) -> list[ogr.Geometry]:
    turn, width, length = generator.uniform(0, np.pi), generator.uniform(45, 95), generator.uniform(70, 170)
    columns, rows = generator.integers(1, 4), generator.integers(1, 4)
    shapes = []
    for column in range(columns):
        for row in range(rows):
            along, across = (column - (columns - 1) / 2) * (length + 12), (row - (rows - 1) / 2) * (width + 12)
            centre = x + along * np.cos(turn) - across * np.sin(turn), y + along * np.sin(turn) + across * np.cos(turn)
            shapes.append(_quadrangle(centre, (length, width), turn, generator, 0.03))
    return shapes


def _burn_quarries(site: Site, code: np.ndarray, roads: Features, generator: np.random.Generator) -> None:
    shapes = []
    for _ in range(max(1, round(0.12 * site.area_km2))):
        place = _beside_a_road(roads, 90, generator)
        shapes.append(
            polygon(blob(place, generator.uniform(35, 95), generator.uniform(1, 2), generator.uniform(0, np.pi), generator))
        )
    for _, window, mask in _masks(site, shapes):
        _part(code, window)[mask] = QUARRY


def _burn_villages(site: Site, code: np.ndarray, roads: Features, steep: np.ndarray, generator: np.random.Generator) -> None:
    """Scatter houses along roads on gentle ground."""
    for _ in range(max(1, round(0.15 * site.area_km2))):
        x, y = _beside_a_road(roads, 40, generator)
        spread = generator.uniform(50, 150)
        points = generator.normal((x, y), spread, (int(spread / 2), 2))
        rows, columns = site.image.cells_at(points[:, 0], points[:, 1])
        inside = (rows >= 1) & (rows < code.shape[0]) & (columns >= 1) & (columns < code.shape[1])
        for row, column in zip(rows[inside], columns[inside], strict=True):
            if steep[row, column] < 20:
                code[row - generator.integers(0, 2) : row + 1, column - generator.integers(0, 2) : column + 1] = BUILT


def _burn_rivers(site: Site, code: np.ndarray, waters: Waters, steep: np.ndarray, generator: np.random.Generator) -> None:
    """Lay gravel bars beside the water of rivers, now on this bank and now on that."""
    river = np.where(waters.catchment > GRAVEL_AREA, waters.catchment, 0)
    distance, nearest = ndimage.distance_transform_edt(river == 0, return_indices=True)
    width = river_width(river[tuple(nearest)])
    fine = resized(np.where(river.any(), distance, 1e3) * DEM_CELL, code.shape)
    reach = resized(width, code.shape) * (0.3 + 2.4 * np.maximum(smooth_field(code.shape, 12, generator), 0))
    code[(fine < np.minimum(reach, 90)) & (steep < 22)] = GRAVEL
    lines = [
        shape.Buffer(float(river_width(area * 1e6)) / 2, 4)
        for shape, area in zip(waters.rivers.shapes(), waters.rivers.attributes["catchment_km2"], strict=True)
        if area * 1e6 > GRAVEL_AREA
    ]
    if lines:
        code[rasterised(features(lines, site.dem.crs_wkt, "rivers"), site.image, all_touched=False) > 0] = WATER


def _burn_roads(site: Site, code: np.ndarray, roads: Features) -> None:
    for kind, width in ROAD_WIDTHS.items():
        shapes = [s for s, k in zip(roads.shapes(), roads.attributes["kind"], strict=True) if k == kind]
        strips = features([s.Buffer(width / 2, 4) for s in shapes], site.dem.crs_wkt, "roads")
        code[rasterised(strips, site.image, all_touched=False) > 0] = TRACK if kind == "track" else PAVED


def _quadrangle(
    centre: tuple[float, float], sides: tuple[float, float], turn: float, generator: np.random.Generator, skew: float
) -> ogr.Geometry:
    corners = np.array([(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]) + generator.uniform(-skew, skew, (4, 2))
    along, across = corners[:, 0] * sides[0], corners[:, 1] * sides[1]
    x = centre[0] + along * np.cos(turn) - across * np.sin(turn)
    return polygon(np.column_stack([x, centre[1] + along * np.sin(turn) + across * np.cos(turn)]))


def _beside_a_road(roads: Features, spread: float, generator: np.random.Generator) -> tuple[float, float]:
    shape = ogr.CreateGeometryFromWkb(roads.geometries[int(generator.integers(len(roads)))])
    point = shape.GetPoint_2D(int(generator.integers(shape.GetPointCount())))
    return point[0] + generator.normal(0, spread), point[1] + generator.normal(0, spread)


def _point(site: Site, image_cell: int) -> tuple[float, float]:
    row, column = divmod(image_cell, site.image.width)
    x, y = site.image.centres(row, column)
    return float(x), float(y)


def _masks(site: Site, shapes: list[ogr.Geometry]) -> Iterator[tuple[int, Window, np.ndarray]]:
    """Yield number, window of the image grid and bool mask of each shape that touches the image."""
    for number, shape in enumerate(shapes):
        window = window_of(site, shape)
        if window.width and window.height:
            one = features([shape], site.dem.crs_wkt, "shape")
            yield number, window, rasterised(one, site.image, window, all_touched=False) > 0


def window_of(site: Site, shape: ogr.Geometry) -> Window:
    """Return the window of the image grid that holds a shape, clipped to the grid."""
    return envelope_window(shape, site.image).clipped(site.image.width, site.image.height)


def _part(array: np.ndarray, window: Window) -> np.ndarray:
    return array[window.row : window.row + window.height, window.column : window.column + window.width]
