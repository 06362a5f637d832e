"""Trees of scikit-learn as a file gives them: prediction follows their nodes unchecked, so they are checked here."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sklearn.tree._tree import Tree

TREE = "sklearn.tree._tree.Tree"
"""A type that newer skops reads only where it is told to, because it does not look at the nodes."""
LEAF = -1


def check_trees(estimator: object, columns: int) -> None:
    """Raise ValueError when a tree anywhere in the estimator points back, beyond its nodes or beyond the columns."""
    for tree in _trees(estimator, set()):
        if tree.node_count == 0:
            raise ValueError("a tree has no nodes")
        inner = np.flatnonzero(tree.children_left != LEAF)
        for children in (tree.children_left[inner], tree.children_right[inner]):
            if (children <= inner).any() or (children >= tree.node_count).any():
                raise ValueError("a tree has children that do not follow their parents")
        if not np.isin(tree.feature[inner], np.arange(columns)).all():
            raise ValueError(f"a tree asks for another column than the {columns} there are")


def _trees(thing: object, seen: set[int]) -> Iterator["Tree"]:
    """Yield every tree in an object, however deep it lies; ``seen`` are identities of objects already looked into."""
    from sklearn.tree._tree import Tree

    if isinstance(thing, Tree):
        yield thing
    elif id(thing) not in seen:
        seen.add(id(thing))
        for part in _parts(thing):
            yield from _trees(part, seen)


def _parts(thing: object) -> Iterable:
    if isinstance(thing, dict):
        return thing.values()
    if isinstance(thing, np.ndarray):
        return thing.flat if thing.dtype.hasobject else ()
    if isinstance(thing, (list, tuple, set)):
        return thing
    return vars(thing).values() if hasattr(thing, "__dict__") and not isinstance(thing, type) else ()
