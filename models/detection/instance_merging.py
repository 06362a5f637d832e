"""Landslides found in overlapping windows, each brought down to one.

A landslide that reaches an edge of its window inside the scene is cut: the window does not show all of it. Where a neighbour
sees it whole, the cut one goes; where all see it cut, because it is larger than the overlap, the pieces are joined.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ...core.detection.tiling import Tiling
from ...core.grid import Window
from ...core.progress import ShouldStop, never_stop, stop_if_asked

SAME = 0.5
"""Share of common cells from which two finds are one landslide."""
EDGE = 2
"""A mask this near to the edge of its window, in cells, is taken to reach it: masks end a little inside their boxes."""
BUCKET = 256
"""Side in cells of the squares by which finds near each other are looked up."""


@dataclass(frozen=True)
class SceneInstance:
    """One find: score, bool ``cells`` (rows, columns) that start at ``row`` and ``column`` of the scene, the window that showed
    it, and whether it is cut by an edge of that window inside the scene."""

    score: float
    row: int
    column: int
    cells: np.ndarray
    window: Window
    is_cut: bool

    @property
    def size(self) -> int:
        """Number of cells."""
        return int(self.cells.sum())


def placed(score: float, mask: np.ndarray, window: Window, tiling: Tiling) -> SceneInstance:
    """Return a find from its mask, bool (size, size) with at least one cell, in a window of a scene."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, bottom, left, right = int(rows[0]), int(rows[-1]), int(columns[0]), int(columns[-1])
    is_cut = (
        (top < EDGE and window.row > 0)
        or (left < EDGE and window.column > 0)
        or (bottom >= tiling.size - EDGE and window.row + tiling.size < tiling.height)
        or (right >= tiling.size - EDGE and window.column + tiling.size < tiling.width)
    )
    cells = mask[top : bottom + 1, left : right + 1].copy()
    return SceneInstance(score, window.row + top, window.column + left, cells, window, is_cut)


def merged(found: Sequence[SceneInstance], should_stop: ShouldStop = never_stop) -> list[SceneInstance]:
    """Return each landslide once, highest scores first."""
    joined = _joined(_without_cut_copies(found, should_stop), should_stop)
    return _without_copies(joined, should_stop)


def _without_cut_copies(found: Sequence[SceneInstance], should_stop: ShouldStop) -> list[SceneInstance]:
    """Drop what is cut where another window shows it whole."""
    dropped = set()
    for first, second in _neighbours(found, should_stop):
        a, b = found[first], found[second]
        if a.is_cut == b.is_cut or a.window == b.window:
            continue
        cut = first if a.is_cut else second
        common = _common(a, b)
        if common >= SAME * found[cut].size or _agree(a, b, common):
            dropped.add(cut)
    return [instance for index, instance in enumerate(found) if index not in dropped]


def _joined(found: Sequence[SceneInstance], should_stop: ShouldStop) -> list[SceneInstance]:
    """Unite the pieces of landslides that every window cuts."""
    parent = list(range(len(found)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for first, second in _neighbours(found, should_stop):
        a, b = found[first], found[second]
        if a.is_cut and b.is_cut and a.window != b.window:
            common = _common(a, b)
            if common >= SAME * min(a.size, b.size) or _agree(a, b, common):
                parent[root(first)] = root(second)
    groups = defaultdict(list)
    for index, instance in enumerate(found):
        groups[root(index)].append(instance)
    return [_union(group) for group in groups.values()]


def _without_copies(found: Sequence[SceneInstance], should_stop: ShouldStop) -> list[SceneInstance]:
    """Drop the lower score of two that mostly cover each other, and the smaller of two where one mostly covers the other."""
    order = sorted(found, key=lambda instance: -instance.score)
    dropped = set()
    for first, second in _neighbours(order, should_stop):
        if first in dropped or second in dropped:
            continue
        higher, lower = sorted((first, second))
        a, b = order[higher], order[lower]
        common = _common(a, b)
        if common >= SAME * (a.size + b.size - common):
            dropped.add(lower)
        elif common >= SAME * min(a.size, b.size):
            dropped.add(lower if b.size <= a.size else higher)
    return [instance for index, instance in enumerate(order) if index not in dropped]


def _neighbours(found: Sequence[SceneInstance], should_stop: ShouldStop) -> Iterator[tuple[int, int]]:
    """Yield each pair of finds whose boxes overlap once, in the order of the finds."""
    buckets: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, instance in enumerate(found):
        stop_if_asked(should_stop)
        height, width = instance.cells.shape
        near = set()
        for row in range(instance.row // BUCKET, (instance.row + height - 1) // BUCKET + 1):
            for column in range(instance.column // BUCKET, (instance.column + width - 1) // BUCKET + 1):
                near.update(buckets[row, column])
                buckets[row, column].append(index)
        for other in sorted(near):
            if _overlap(found[other], instance) is not None:
                yield other, index


def _overlap(a: SceneInstance, b: SceneInstance) -> tuple[slice, slice] | None:
    """Return the rows and columns of the scene that the boxes of two finds share."""
    top, bottom = max(a.row, b.row), min(a.row + a.cells.shape[0], b.row + b.cells.shape[0])
    left, right = max(a.column, b.column), min(a.column + a.cells.shape[1], b.column + b.cells.shape[1])
    return (slice(top, bottom), slice(left, right)) if top < bottom and left < right else None


def _part(instance: SceneInstance, rows: slice, columns: slice) -> np.ndarray:
    return instance.cells[
        max(rows.start - instance.row, 0) : max(rows.stop - instance.row, 0),
        max(columns.start - instance.column, 0) : max(columns.stop - instance.column, 0),
    ]


def _common(a: SceneInstance, b: SceneInstance) -> int:
    """Return how many cells two finds share."""
    box = _overlap(a, b)
    return 0 if box is None else int((_part(a, *box) & _part(b, *box)).sum())


def _agree(a: SceneInstance, b: SceneInstance, common: int) -> bool:
    """True when two finds are much the same in what both windows show."""
    top, bottom = max(a.window.row, b.window.row), min(a.window.row + a.window.height, b.window.row + b.window.height)
    left, right = max(a.window.column, b.window.column), min(a.window.column + a.window.width, b.window.column + b.window.width)
    if top >= bottom or left >= right:
        return False
    shown = slice(top, bottom), slice(left, right)
    either = int(_part(a, *shown).sum()) + int(_part(b, *shown).sum()) - common
    return common > 0 and common >= SAME * either


def _union(group: Sequence[SceneInstance]) -> SceneInstance:
    """Return one landslide of several pieces, its score their mean weighted by their cells."""
    if len(group) == 1:
        return group[0]
    top, left = min(piece.row for piece in group), min(piece.column for piece in group)
    bottom = max(piece.row + piece.cells.shape[0] for piece in group)
    right = max(piece.column + piece.cells.shape[1] for piece in group)
    cells = np.zeros((bottom - top, right - left), dtype=bool)
    for piece in group:
        height, width = piece.cells.shape
        cells[piece.row - top : piece.row - top + height, piece.column - left : piece.column - left + width] |= piece.cells
    score = float(np.average([piece.score for piece in group], weights=[piece.size for piece in group]))
    return SceneInstance(score, top, left, cells, Window(left, top, right - left, bottom - top), False)
