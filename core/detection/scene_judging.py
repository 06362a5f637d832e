"""Landslides found in a scene held against an inventory: cell by cell, and landslide by landslide."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..errors import InputError
from ..factors.feature_index import FeatureIndex
from ..grid import Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, track
from ..raster import Raster
from ..thumbnail import Thumbnail
from ..vector import Features
from .chip import NO_DATA
from .judgement import Judgement
from .object_scores import ObjectScores
from .zonal import cells_under

FALSE_ALARM, MISSED, FOUND = 1, 2, 3
"""Values of the map of outcomes; 0 where both say no landslide, NaN where nothing is known."""
NO_LIMIT = 1_000_000


@dataclass
class SceneJudgement:
    """The counts, a small map of outcomes, and how many true landslides lie wholly where the scene has no data."""

    counts: Judgement
    outcomes: Thumbnail
    without_data: int


@dataclass(frozen=True)
class _Landslide:
    """A landslide on the grid: bool ``cells`` in a window; ``score`` is NaN for a true one."""

    name: str
    window: Window
    cells: np.ndarray = field(repr=False)
    score: float = np.nan


def judge_scene(
    probability: Raster,
    found: Features,
    truth: Features,
    threshold: float,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> SceneJudgement:
    """Judge a raster of probabilities and the polygons ``found`` in it, with a field ``score``, by true polygons.

    All lie on one north-up grid; what is NaN in ``probability`` is known by nobody and does not count. A polygon's cells are
    those with their centre in it or, for a tiny one, those it touches. Memory grows with the landslides, not the scene.
    Raises InputError when no true landslide is left.
    """
    here = truth.chosen(FeatureIndex(truth).near(probability.grid).tolist())
    true = _on_cells(here, probability, None, part(progress, 0.0, 0.3), should_stop)
    if not true:
        raise InputError("INVENTORY", truth.source, "has no landslide where the scene has data; choose one that belongs to it")
    mapped = _on_cells(found, probability, found.attributes["score"], part(progress, 0.3, 0.5), should_stop)
    counts = Judgement(threshold, objects=ObjectScores(NO_LIMIT))
    outcomes, grid, boxes = Thumbnail(probability.grid), probability.grid, _boxes(true)
    for window in track(grid.windows(), grid.window_count(), "Comparing cells", part(progress, 0.5, 0.8), should_stop):
        values = probability.read(window, [0])[0]
        landslide = _painted([true[index] for index in _meeting(boxes, window)], window)
        counts.cells.add(np.nan_to_num(values), np.where(np.isnan(values), NO_DATA, landslide))
        codes = FALSE_ALARM * (values >= threshold) + MISSED * landslide
        outcomes.add(np.where(np.isnan(values), np.nan, codes), window)
    groups = _groups(true + mapped)
    for group in track(groups, len(groups), "Comparing landslides", part(progress, 0.8, 1.0), should_stop):
        _count_group(group, counts)
    return SceneJudgement(counts, outcomes, len(truth) - len(true))


def _on_cells(
    polygons: Features, probability: Raster, scores: Sequence[float] | None, progress: Progress, should_stop: ShouldStop
) -> list[_Landslide]:
    """Return the polygons on the cells that are known; those without such a cell are left out."""
    placed = []
    places = cells_under(polygons, probability.grid)
    for number, (window, cells) in enumerate(track(places, len(polygons), "Placing landslides", progress, should_stop)):
        known = cells & np.isfinite(probability.read(window, [0])[0])
        if known.any():
            rows, columns = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
            box = known[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            here = Window(window.column + int(columns[0]), window.row + int(rows[0]), box.shape[1], box.shape[0])
            placed.append(_Landslide(str(number + 1), here, box.copy(), np.nan if scores is None else scores[number]))
    return placed


def _painted(landslides: Sequence[_Landslide], window: Window) -> np.ndarray:
    """Return bool (rows, columns): the cells of a window that any of the landslides, which all meet it, covers."""
    canvas = np.zeros((window.height, window.width), dtype=bool)
    for landslide in landslides:
        own = landslide.window
        column, row = own.column - window.column, own.row - window.row
        target = canvas[max(row, 0) : row + own.height, max(column, 0) : column + own.width]
        top, left = max(-row, 0), max(-column, 0)
        target |= landslide.cells[top : top + target.shape[0], left : left + target.shape[1]]
    return canvas


def _boxes(landslides: Sequence[_Landslide]) -> np.ndarray:
    """Return int64 (4, landslides): left, top, right and bottom."""
    left, top, width, height = np.array([landslide.window for landslide in landslides], dtype=np.int64).T
    return np.stack([left, top, left + width, top + height])


def _meeting(boxes: np.ndarray, window: Window) -> np.ndarray:
    """Return the numbers (from 0) of the boxes that share a cell with a window."""
    left, top, right, bottom = boxes
    across = (left < window.column + window.width) & (right > window.column)
    return np.flatnonzero(across & (top < window.row + window.height) & (bottom > window.row))


def _groups(landslides: Sequence[_Landslide]) -> list[list[_Landslide]]:
    """Return the landslides whose boxes overlap together: what does not overlap can match nowhere."""
    boxes = _boxes(landslides)
    seconds = [_meeting(boxes, landslide.window) for landslide in landslides]
    firsts = [np.full(others.size, index) for index, others in enumerate(seconds)]
    pairs = np.concatenate(firsts), np.concatenate(seconds)
    links = coo_array((np.ones(pairs[0].size), pairs), shape=(len(landslides), len(landslides)))
    count, labels = connected_components(links, directed=False)
    groups: list[list[_Landslide]] = [[] for _ in range(count)]
    for landslide, label in zip(landslides, labels, strict=True):
        groups[label].append(landslide)
    return groups


def _count_group(group: Sequence[_Landslide], counts: Judgement) -> None:
    """Count a group as one chip, just large enough to hold it."""
    left, top = (min(landslide.window[axis] for landslide in group) for axis in (0, 1))
    right, bottom = (max(landslide.window[axis] + landslide.window[axis + 2] for landslide in group) for axis in (0, 1))
    whole = Window(left, top, right - left, bottom - top)
    true = [landslide for landslide in group if np.isnan(landslide.score)]
    found = [landslide for landslide in group if not np.isnan(landslide.score)]
    mapped = _painted(found, whole)
    counts.objects.add_chip(whole.height, whole.width)
    for landslide in true:
        cells = _painted([landslide], whole)
        counts.objects.add_true(cells)
        counts.landslides.add(landslide.name, cells, mapped)
    for landslide in found:
        column, row = landslide.window.column - left, landslide.window.row - top
        box = (column, row, column + landslide.window.width, row + landslide.window.height)
        counts.objects.add_found(landslide.score, box, _painted([landslide], whole))
