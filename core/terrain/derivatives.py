"""Slope, aspect, curvature, roughness and ruggedness from the eight neighbours of each cell.

Neighbours are numbered as in the papers, row by row from the north-west: 1 2 3 / 4 5 6 / 7 8 9. Blocks come with a border of
one cell; a neighbour without data takes the height of the cell in the middle, as ``gdaldem -compute_edges`` does. x runs east
and y north. Sources: Zevenbergen & Thorne 1987 (surface through all nine heights), Horn 1981 (weighted differences), Riley
et al. 1999 (terrain ruggedness index).
"""

import math

import numpy as np

from ..compiled import compiled

FLAT = np.float32(-1)
"""Aspect of flat ground."""


@compiled
def _or(height: float, middle: float) -> float:
    return height if height == height else middle  # noqa: PLR0124  NaN is the one value that differs from itself


@compiled
def gradients(heights: np.ndarray, cell_width: float, cell_height: float, horn: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return the rise per metre to the east and to the north, float64 (rows, columns), from heights float32 with a border.

    Differences are taken in float32, as gdaldem takes them, so that slopes are equal to its slopes to the last bit.
    """
    rows, columns = heights.shape[0] - 2, heights.shape[1] - 2
    east, north = np.empty((rows, columns)), np.empty((rows, columns))
    for row in range(rows):
        above, level, below = heights[row], heights[row + 1], heights[row + 2]
        for column in range(columns):
            middle = level[column + 1]
            z2, z8 = _or(above[column + 1], middle), _or(below[column + 1], middle)
            z4, z6 = _or(level[column], middle), _or(level[column + 2], middle)
            if horn:
                z1, z3 = _or(above[column], middle), _or(above[column + 2], middle)
                z7, z9 = _or(below[column], middle), _or(below[column + 2], middle)
                east[row, column] = ((z3 + z6 + z6 + z9) - (z1 + z4 + z4 + z7)) / cell_width / 8
                north[row, column] = ((z1 + z2 + z2 + z3) - (z7 + z8 + z8 + z9)) / cell_height / 8
            else:
                east[row, column] = (z6 - z4) / cell_width / 2
                north[row, column] = (z2 - z8) / cell_height / 2
    return east, north


@compiled
def slopes(east: np.ndarray, north: np.ndarray, out: np.ndarray) -> None:
    """Write the slope in degrees."""
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            p, q = east[row, column], north[row, column]
            out[row, column] = math.atan(math.sqrt(p * p + q * q)) * (180.0 / math.pi)


@compiled
def aspects(east: np.ndarray, north: np.ndarray, out: np.ndarray) -> None:
    """Write the direction of steepest descent in degrees clockwise from north, FLAT where there is none."""
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            p, q = east[row, column], north[row, column]
            if p == 0 and q == 0:
                out[row, column] = FLAT
                continue
            degrees = math.atan2(-p, -q) * (180.0 / math.pi)
            rounded = np.float32(degrees + 360 if degrees < 0 else degrees)
            # 360 is north again; adding zero turns −0 into 0
            out[row, column] = 0 if rounded == 360 else rounded + np.float32(0)


@compiled
def roughnesses(east: np.ndarray, north: np.ndarray, out: np.ndarray) -> None:
    """Write surface area over plan area, 1 / cos(slope)."""
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            p, q = east[row, column], north[row, column]
            out[row, column] = math.sqrt(1.0 + p * p + q * q)


@compiled
def curvatures(heights: np.ndarray, cell_width: float, cell_height: float, plan: np.ndarray, profile: np.ndarray) -> None:
    """Write plan and profile curvature in 1/m by Zevenbergen & Thorne, 0 on flat ground; convex ground is positive.

    Horn's method defines no second derivatives, so both gradient methods share this surface. Sums are taken in float64.
    """
    for row in range(plan.shape[0]):
        above, level, below = heights[row], heights[row + 1], heights[row + 2]
        for column in range(plan.shape[1]):
            z5 = np.float64(level[column + 1])
            z1, z2, z3 = _or(above[column], z5), _or(above[column + 1], z5), _or(above[column + 2], z5)
            z4, z6 = _or(level[column], z5), _or(level[column + 2], z5)
            z7, z8, z9 = _or(below[column], z5), _or(below[column + 1], z5), _or(below[column + 2], z5)
            p = (z6 - z4) / (2 * cell_width)
            q = (z2 - z8) / (2 * cell_height)
            r = (z4 + z6 - 2 * z5) / (cell_width * cell_width)
            t = (z2 + z8 - 2 * z5) / (cell_height * cell_height)
            s = (z3 - z1 + z7 - z9) / (4 * cell_width * cell_height)
            steepness = p * p + q * q
            if steepness == 0:
                plan[row, column] = profile[row, column] = 0
                continue
            along = p * p * r + 2 * p * q * s + q * q * t
            across = q * q * r - 2 * p * q * s + p * p * t
            profile[row, column] = -along / (steepness * (1 + steepness) * math.sqrt(1 + steepness))
            plan[row, column] = -across / (steepness * math.sqrt(steepness))


@compiled
def ruggedness(heights: np.ndarray, out: np.ndarray) -> None:
    """Write the terrain ruggedness index: the root of the sum of squared differences to the eight neighbours, in metres."""
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            middle = heights[row + 1, column + 1]
            total = 0.0
            for down in range(3):
                for across in range(3):
                    difference = np.float64(_or(heights[row + down, column + across], middle) - middle)
                    total += difference * difference
            out[row, column] = math.sqrt(total)
