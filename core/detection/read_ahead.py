"""Reading the next piece while the present one is computed. Needs no GDAL."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Piece = TypeVar("Piece")


def read_ahead(read: Callable[[Item], Piece], items: Iterable[Item]) -> Iterator[tuple[Item, Piece]]:
    """Yield (item, read(item)) in order; one further piece is read in a thread meanwhile.

    ``read`` is only ever called in that one thread, so that a GDAL data set used by nothing else is safe in it.
    """
    with ThreadPoolExecutor(max_workers=1) as reader:
        waiting = None
        for item in items:
            following = (item, reader.submit(read, item))
            if waiting is not None:
                yield waiting[0], waiting[1].result()
            waiting = following
        if waiting is not None:
            yield waiting[0], waiting[1].result()
