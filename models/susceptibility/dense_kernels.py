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
def add_up(products, starts, row_steps, cell_steps, bias, lowest, highest, part, found):  # noqa: ANN001, ANN201
    """Fill a part of ``found`` (rows, columns, places, out): of each place's four cells the largest sum of its nine products.

    ``part`` is column, row, width and height of the part, from whose first cell the addresses count.
    """
    left, top, columns, rows = part
    places, channels = found.shape[2:]
    for row in range(rows):
        for column in range(columns):
            for place in range(places):
                best = found[top + row, left + column, place]
                best[:] = -np.inf
                for cell in range(4 * place, 4 * place + 4):
                    # nine slices summed in one loop, which the compiler turns into vector instructions
                    start, down, across = starts[cell], row_steps[cell], cell_steps[cell]
                    a = products[start[0] + row * down[0] + column * across[0] :]
                    b = products[start[1] + row * down[1] + column * across[1] :]
                    c = products[start[2] + row * down[2] + column * across[2] :]
                    d = products[start[3] + row * down[3] + column * across[3] :]
                    e = products[start[4] + row * down[4] + column * across[4] :]
                    f = products[start[5] + row * down[5] + column * across[5] :]
                    g = products[start[6] + row * down[6] + column * across[6] :]
                    h = products[start[7] + row * down[7] + column * across[7] :]
                    i = products[start[8] + row * down[8] + column * across[8] :]
                    for k in range(channels):
                        total = bias[k] + a[k] + b[k] + c[k] + d[k] + e[k] + f[k] + g[k] + h[k] + i[k]
                        best[k] = _larger(total, best[k])
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
