"""Which way water leaves every cell: one tree of receivers without depressions, and what can be summed along it.

All steps are whole-array operations. Paths are followed by pointer doubling: after k rounds every cell knows what lies
2^k cells downstream.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

NEIGHBOURS = ((0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1))


@dataclass(frozen=True)
class Drainage:
    """Receivers of a grid, flat: ``receiver[i]`` is the cell that cell i drains to, or the number of cells at an outlet.

    ``distance`` is the way to the receiver in cells; ``filled`` the elevation with depressions filled (rows, columns).
    """

    receiver: np.ndarray
    distance: np.ndarray
    filled: np.ndarray

    def accumulated(self, weight: np.ndarray) -> np.ndarray:
        """Return float64 (rows, columns): each cell's weight plus that of all cells upstream."""
        total = weight.astype(np.float64).ravel()
        count = total.size
        jump = self.receiver
        while (jump < count).any():
            inside = jump < count
            total = total + np.bincount(jump[inside], total[inside], count)
            jump = _jumped(jump)
        return total.reshape(self.filled.shape)

    def solved(self, constant: np.ndarray, share: np.ndarray) -> np.ndarray:
        """Return float64 (rows, columns) x with x = constant + share · x(receiver), share ignored at outlets."""
        value = np.append(constant.astype(np.float64).ravel(), 0.0)
        factor = np.append(share.astype(np.float64).ravel(), 0.0)
        jump = np.append(self.receiver, self.receiver.size)
        while (jump < self.receiver.size).any():
            value = value + factor * value[jump]
            factor = factor * factor[jump]
            jump = jump[jump]
        return value[:-1].reshape(self.filled.shape)


def drainage_of(elevation: np.ndarray) -> Drainage:
    """Return the drainage of an elevation grid (rows, columns) whose border cells are outlets.

    The minimum spanning tree of the grid, with the higher of two cells as the weight of their edge, holds for every cell the
    path to the border over the lowest pass; what the path has to climb is the depth of the depression.
    """
    parent = _lowest_pass_tree(elevation)
    filled = _highest_on_the_way(elevation.ravel(), parent).reshape(elevation.shape)
    receiver, distance = _steepest_receiver(filled, parent)
    return Drainage(receiver, distance, filled)


def _lowest_pass_tree(elevation: np.ndarray) -> np.ndarray:
    count = elevation.size
    cell = np.arange(count).reshape(elevation.shape)
    height = (elevation - elevation.min() + 1.0).astype(np.float64).ravel()
    border = np.unique(np.concatenate([cell[0], cell[-1], cell[:, 0], cell[:, -1]]))
    starts = [cell[:, :-1], cell[:-1], cell[:-1, :-1], cell[:-1, 1:]]
    ends = [cell[:, 1:], cell[1:], cell[1:, 1:], cell[1:, :-1]]
    start = np.concatenate([part.ravel() for part in starts] + [border])
    end = np.concatenate([part.ravel() for part in ends] + [np.full(border.size, count)])
    upper = np.maximum(height[start], np.append(height, 0.0)[end])
    graph = sparse.coo_matrix((upper, (start, end)), (count + 1, count + 1)).tocsr()
    tree = csgraph.minimum_spanning_tree(graph)
    _, parent = csgraph.breadth_first_order(tree, count, directed=False)
    return parent[:count].astype(np.int64)


def _highest_on_the_way(height: np.ndarray, parent: np.ndarray) -> np.ndarray:
    highest = np.append(height, -np.inf)
    jump = np.append(parent, height.size)
    while (jump < height.size).any():
        highest = np.maximum(highest, highest[jump])
        jump = jump[jump]
    return highest[:-1]


def _steepest_receiver(filled: np.ndarray, parent: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = filled.shape
    cell = np.arange(filled.size).reshape(filled.shape)
    padded = np.pad(filled, 1, constant_values=np.inf)
    steepest = np.zeros(filled.shape)
    receiver = parent.reshape(filled.shape).copy()
    for down, across in NEIGHBOURS:
        beside = padded[1 + down : 1 + down + rows, 1 + across : 1 + across + columns]
        gradient = (filled - beside) / np.hypot(down, across)
        better = gradient > steepest
        steepest[better] = gradient[better]
        receiver[better] = cell[better] + down * columns + across
    border = np.ones(filled.shape, dtype=bool)
    border[1:-1, 1:-1] = False
    receiver[border] = filled.size
    receiver = receiver.ravel()
    step = np.where(receiver < filled.size, receiver - cell.ravel(), 1)
    diagonal = (np.abs(step) != 1) & (np.abs(step) != columns)
    return receiver, np.where(diagonal, np.sqrt(2.0), 1.0)


def _jumped(jump: np.ndarray) -> np.ndarray:
    return np.append(jump, jump.size)[jump]
