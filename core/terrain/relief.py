"""Local relief: the highest minus the lowest height in a square window."""

import numpy as np

from ..compiled import compiled


@compiled
def reliefs(heights: np.ndarray, window: int, out: np.ndarray) -> None:
    """Write highest minus lowest height within ``window`` × ``window`` cells around each cell, in metres.

    ``heights`` float32 has a border of window // 2 cells; cells without data, or beyond the map, do not count. Extremes of
    the columns first, then along the row: 2 × window comparisons instead of window².
    """
    rows, columns = out.shape
    wide = columns + window - 1
    highest, lowest = np.empty(wide, dtype=np.float32), np.empty(wide, dtype=np.float32)
    top, bottom = np.empty(columns, dtype=np.float32), np.empty(columns, dtype=np.float32)
    for row in range(rows):
        for column in range(wide):
            highest[column] = -np.inf
            lowest[column] = np.inf
        for down in range(window):
            for column in range(wide):
                height = heights[row + down, column]
                # comparisons with NaN are false, so that cells without data change nothing
                highest[column] = height if height > highest[column] else highest[column]
                lowest[column] = height if height < lowest[column] else lowest[column]
        for column in range(columns):
            top[column] = highest[column]
            bottom[column] = lowest[column]
        for across in range(1, window):
            for column in range(columns):
                top[column] = highest[column + across] if highest[column + across] > top[column] else top[column]
                bottom[column] = lowest[column + across] if lowest[column + across] < bottom[column] else bottom[column]
        for column in range(columns):
            out[row, column] = top[column] - bottom[column]
