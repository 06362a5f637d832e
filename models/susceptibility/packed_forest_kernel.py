"""The inner loop of the packed forest, compiled; it releases the interpreter's lock and so runs in threads.

A node is an int64: from bit 32 on the threshold as ordered integer, from bit 13 on how many nodes lie between the left child,
which follows at once, and the right one; bit 12 is 1 in inner nodes and 0 in leaves, where a cell stays; below it the column.
"""

import numpy as np

from ...core.compiled import compiled

FEATURE_BITS = 12
SKIP_BIT = 13
LARGEST_SKIP = (1 << (32 - SKIP_BIT)) - 1
COLUMN_MASK = (1 << FEATURE_BITS) - 1


@compiled
def _step(node, keys, row):  # noqa: ANN001, ANN202
    """Return how many nodes a cell moves on: 0 in a leaf, 1 to the left child, more to the right one.

    The sign of threshold − value, spread over all bits, keeps or clears the skip; an ``if`` would be guessed wrong half of
    the time.
    """
    value = np.int64(keys[row + np.uint64(node & COLUMN_MASK)])
    beyond = ((node >> 32) - value) >> 63
    return np.uint64(((node >> FEATURE_BITS) & 1) + ((node >> SKIP_BIT) & LARGEST_SKIP & beyond))


@compiled
def add_trees(nodes, shares, roots, keys, columns, totals):  # noqa: ANN001, ANN201
    """Add to ``totals`` (n,) the share of landslides of each tree's leaf, for ordered integers ``keys`` (n × columns,)."""
    count = len(totals)
    width = np.uint64(columns)
    for root in roots:
        for first in range(0, count, 8):
            last = count - 1
            r0, r1 = np.uint64(first) * width, np.uint64(min(first + 1, last)) * width
            r2, r3 = np.uint64(min(first + 2, last)) * width, np.uint64(min(first + 3, last)) * width
            r4, r5 = np.uint64(min(first + 4, last)) * width, np.uint64(min(first + 5, last)) * width
            r6, r7 = np.uint64(min(first + 6, last)) * width, np.uint64(min(first + 7, last)) * width
            n0 = n1 = n2 = n3 = n4 = n5 = n6 = n7 = root
            moved = np.uint64(1)
            while moved:
                # two steps between two looks at whether all have arrived; a step in a leaf does nothing
                for _ in range(2):
                    s0, s1 = _step(nodes[n0], keys, r0), _step(nodes[n1], keys, r1)
                    s2, s3 = _step(nodes[n2], keys, r2), _step(nodes[n3], keys, r3)
                    s4, s5 = _step(nodes[n4], keys, r4), _step(nodes[n5], keys, r5)
                    s6, s7 = _step(nodes[n6], keys, r6), _step(nodes[n7], keys, r7)
                    n0, n1, n2, n3 = n0 + s0, n1 + s1, n2 + s2, n3 + s3
                    n4, n5, n6, n7 = n4 + s4, n5 + s5, n6 + s6, n7 + s7
                moved = s0 | s1 | s2 | s3 | s4 | s5 | s6 | s7
            totals[first] += shares[n0]
            for place, node in enumerate((n1, n2, n3, n4, n5, n6, n7)):
                if first + place + 1 < count:
                    totals[first + place + 1] += shares[node]
