"""Inner loops of the dense patch CNN, compiled; they release the interpreter's lock and so run in threads."""

import numpy as np

from ...core.compiled import compiled

TERMS = 9
"""Products that every sum takes; where there are fewer, the rest point to zeros."""


@compiled
def _larger(one, other):  # noqa: ANN001, ANN202
    """Return the larger of two numbers that are not NaN; unlike ``max`` this becomes one vector instruction."""
    return one if one > other else other


@compiled
def add_up(products, which, starts, row_steps, cell_steps, bias, lowest, highest, part, found):  # noqa: ANN001, ANN201
    """Fill a part of ``found`` (rows, columns, places, out): of each place's four cells the largest sum of its nine products.

    ``part`` is column, row, width and height of the part, from whose first cell the addresses count.
    """
    left, top, columns, rows = part
    places, channels = found.shape[2:]
    for place in range(places):
        for number in range(4):
            cell = 4 * place + number
            start, down, across = starts[cell], row_steps[cell], cell_steps[cell]
            # chosen here and not for every cell of the raster: an array out of a tuple costs more than a sum
            first, second, third = products[which[cell, 0]], products[which[cell, 1]], products[which[cell, 2]]
            fourth, fifth, sixth = products[which[cell, 3]], products[which[cell, 4]], products[which[cell, 5]]
            seventh, eighth, ninth = products[which[cell, 6]], products[which[cell, 7]], products[which[cell, 8]]
            for row in range(rows):
                for column in range(columns):
                    # nine slices summed in one loop, which the compiler turns into vector instructions
                    a = first[start[0] + row * down[0] + column * across[0] :]
                    b = second[start[1] + row * down[1] + column * across[1] :]
                    c = third[start[2] + row * down[2] + column * across[2] :]
                    d = fourth[start[3] + row * down[3] + column * across[3] :]
                    e = fifth[start[4] + row * down[4] + column * across[4] :]
                    f = sixth[start[5] + row * down[5] + column * across[5] :]
                    g = seventh[start[6] + row * down[6] + column * across[6] :]
                    h = eighth[start[7] + row * down[7] + column * across[7] :]
                    i = ninth[start[8] + row * down[8] + column * across[8] :]
                    best = found[top + row, left + column, place]
                    if number == 0:
                        best[:] = -np.inf
                    for k in range(channels):
                        total = bias[k] + a[k] + b[k] + c[k] + d[k] + e[k] + f[k] + g[k] + h[k] + i[k]
                        best[k] = _larger(total, best[k])
                    if number == 3:
                        for k in range(channels):
                            best[k] = -_larger(-_larger(best[k], lowest[k]), -highest[k])


@compiled
def pool_variants(first, second, third, fourth, offsets, scale, shift, pooled):  # noqa: ANN001, ANN201
    """Fill ``pooled`` (rows, columns, channels) with the maximum of four variants after ReLU, scale and shift.

    Each variant (y, x, channels) is read from its row of ``offsets`` (4, 2) on.
    """
    rows, columns, channels = pooled.shape
    for row in range(rows):
        for column in range(columns):
            a = first[row + offsets[0, 0], column + offsets[0, 1]]
            b = second[row + offsets[1, 0], column + offsets[1, 1]]
            c = third[row + offsets[2, 0], column + offsets[2, 1]]
            d = fourth[row + offsets[3, 0], column + offsets[3, 1]]
            found = pooled[row, column]
            zero = np.float32(0)
            for k in range(channels):
                one, two = _larger(a[k], zero) * scale[k], _larger(b[k], zero) * scale[k]
                three, four = _larger(c[k], zero) * scale[k], _larger(d[k], zero) * scale[k]
                found[k] = _larger(_larger(one, two), _larger(three, four)) + shift[k]
