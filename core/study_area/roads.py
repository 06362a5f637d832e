"""Roads: ways of least effort, which follow valleys and contours, from the border to hamlets on the slopes."""

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from ..vector import Features
from .shapes import features, line, rounded
from .site import Site

COMFORTABLE_GRADE = 0.07


def roads_of(site: Site, elevation: np.ndarray, water: np.ndarray, generator: np.random.Generator) -> Features:
    """Return roads with a field ``kind``: one highway through the site, local roads and unpaved tracks off it.

    ``elevation`` and ``water`` (bool) are on the DEM grid.
    """
    factor = 2 if site.dem.width <= 256 else 4
    coarse = elevation[factor // 2 :: factor, factor // 2 :: factor].astype(np.float64)
    wet = water[factor // 2 :: factor, factor // 2 :: factor]
    graph = _effort(coarse, wet, site.dem.cell_width * factor)
    paths = [("highway", _through(graph, coarse))]
    built = set(paths[0][1])
    for kind, goals in _goals(coarse, site.area_km2, generator):
        for goal in goals:
            path = _to_nearest(graph, goal, built)
            if len(path) > 2:
                paths.append((kind, path))
                built |= set(path)
    shapes = [line(rounded(_coordinates(site, path, coarse.shape[1], factor), 3)) for _, path in paths]
    return features(shapes, site.dem.crs_wkt, "roads", kind=[kind for kind, _ in paths])


def _effort(elevation: np.ndarray, wet: np.ndarray, cell: float) -> sparse.csr_matrix:
    cells = np.arange(elevation.size).reshape(elevation.shape)
    starts, ends, costs = [], [], []
    whole, tail, head = slice(None), slice(1, None), slice(None, -1)
    pairs = [((whole, head), (whole, tail), 1.0), ((head, whole), (tail, whole), 1.0)]
    pairs += [((head, head), (tail, tail), np.sqrt(2)), ((head, tail), (tail, head), np.sqrt(2))]
    for start, end, length in pairs:
        distance = length * cell
        grade = (elevation[end] - elevation[start]) / distance
        crossing = np.maximum(wet[start], wet[end])
        cost = distance * (1 + (grade / COMFORTABLE_GRADE) ** 2 + 8 * crossing)
        starts.append(cells[start].ravel())
        ends.append(cells[end].ravel())
        costs.append(cost.ravel())
    start, end, cost = (np.concatenate(part) for part in (starts, ends, costs))
    matrix = sparse.coo_matrix((cost, (start, end)), (elevation.size,) * 2)
    return (matrix + matrix.T).tocsr()


def _through(graph: sparse.csr_matrix, elevation: np.ndarray) -> list[int]:
    """Return the highway's cells: from the lowest point of the border to the lowest point of the opposite half."""
    cells = np.arange(elevation.size).reshape(elevation.shape)
    border = np.concatenate([cells[0], cells[-1], cells[1:-1, 0], cells[1:-1, -1]])
    start = int(border[elevation.ravel()[border].argmin()])
    rows, columns = np.divmod(border, elevation.shape[1])
    start_row, start_column = divmod(start, elevation.shape[1])
    far = border[np.hypot(rows - start_row, columns - start_column) > 0.8 * elevation.shape[0]]
    goal = int(far[elevation.ravel()[far].argmin()])
    _, before = csgraph.dijkstra(graph, indices=start, return_predecessors=True)
    return _path_back(before, goal)


def _goals(elevation: np.ndarray, area_km2: float, generator: np.random.Generator) -> list[tuple[str, np.ndarray]]:
    low = np.flatnonzero(elevation.ravel() < np.quantile(elevation, 0.35))
    middle = np.flatnonzero(elevation.ravel() < np.quantile(elevation, 0.8))
    return [
        ("local", generator.choice(low, max(1, round(area_km2 / 16)))),
        ("track", generator.choice(middle, max(2, round(area_km2 / 9)))),
    ]


def _to_nearest(graph: sparse.csr_matrix, goal: int, built: set[int]) -> list[int]:
    distance, before = csgraph.dijkstra(graph, indices=int(goal), return_predecessors=True)
    road = np.fromiter(built, dtype=np.int64)
    road.sort()
    return _path_back(before, int(road[distance[road].argmin()]))


def _path_back(before: np.ndarray, end: int) -> list[int]:
    path = [end]
    while before[path[-1]] >= 0:
        path.append(int(before[path[-1]]))
    return path


def _coordinates(site: Site, path: list[int], width: int, factor: int) -> np.ndarray:
    rows, columns = np.divmod(np.array(path), width)
    return np.column_stack(site.dem.centres(rows * factor + factor // 2, columns * factor + factor // 2))
