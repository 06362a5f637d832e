"""The dense patch CNN on the processor, with every product of the second convolution computed once.

A pooled cell of one patch is a pooled cell of many others, there under another tap of the kernel. So each map is multiplied
once by the weights of each tap, in one large matrix product, and each patch then only adds up the right products: a quarter
of the multiplications of convolving every cell of the patch for itself.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch

from ...core.grid import Window
from .dense_cnn import DensePatchCnn, Key, Maps
from .dense_kernels import TERMS, add_up, pool_variants
from .factor_cnn import HybridCnn
from .patch_cnn import PatchCnn

ROWS, COLUMNS = 16, 32
"""Cells computed at a time: few enough that their products stay in the processor's cache."""
Term = tuple[Key, int, int, int]
"""A product that enters a cell of the second convolution: its map, row and column there, and the tap."""


class DensePatchCnnOnProcessor(DensePatchCnn):
    """Evaluates a trained PatchCnn or HybridCnn on every patch of a raster with compiled kernels."""

    block = 64

    def __init__(self, network: PatchCnn | HybridCnn, window: int):
        super().__init__(network, window)
        sign = self._sign.view(-1, 1, 1, 1)
        weight, bias = self._stage.second.weight.detach() * sign, self._stage.second.bias.detach() * self._sign
        self._bias = bias.numpy()
        falling, infinite = (self._sign < 0).numpy(), np.float32(np.inf)
        self._lowest = np.where(falling, -infinite, np.float32(0))
        self._highest = np.where(falling, np.float32(0), infinite)
        taps = {kind: _taps(self._kinds, kind) for kind in self._origin}
        keys = [(down, across) for down in self._origin for across in self._origin]
        self._pairs = {(down, across): [(u, v) for u in taps[down] for v in taps[across]] for down, across in keys}
        self._weights = {
            key: torch.cat([weight[:, :, u + 1, v + 1].T for u, v in pairs], dim=1) for key, pairs in self._pairs.items()
        }
        self._terms = [self._terms_of(*cell) for place in self._places() for cell in place]

    def _run(self, work: Callable[[tuple[int, int]], None], corners: list[tuple[int, int]]) -> None:
        """Work on as many blocks at once as torch uses threads, each on one: cheaper than sharing every single operation."""
        threads = torch.get_num_threads()

        def alone(corner: tuple[int, int]) -> None:
            with torch.inference_mode():  # which holds for one thread only
                work(corner)

        try:
            with ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as pool:
                list(pool.map(alone, corners))
        finally:
            torch.set_num_threads(threads)

    def _pooled_map(self, variants: Maps, down: str, across: str, rows: int, columns: int) -> torch.Tensor:
        pooled = np.empty((rows + self._reach[down], columns + self._reach[across], len(self._scale)), dtype=np.float32)
        corners = self._corners(variants, down, across)
        arrays = [variant.permute(0, 2, 3, 1)[0].contiguous().numpy() for variant, _, _ in corners]
        offsets = np.array([(top, left) for _, top, left in corners])
        norm = (self._scale.detach().numpy(), self._shift.detach().numpy())
        pool_variants(*arrays, offsets, *norm, pooled)
        return torch.from_numpy(pooled).permute(2, 0, 1).unsqueeze(0)

    def _features(self, maps: Maps, rows: int, columns: int) -> torch.Tensor:
        found = np.empty((rows, columns, len(self._terms) // 4, len(self._bias)), dtype=np.float32)
        size = self._layout(min(rows, ROWS), min(columns, COLUMNS))[1]
        buffer = torch.zeros(size + len(self._bias))  # ends in zeros, which stand for the products of taps on padding
        for top in range(0, rows, ROWS):
            for left in range(0, columns, COLUMNS):
                self._fill(found, maps, Window(left, top, min(COLUMNS, columns - left), min(ROWS, rows - top)), buffer)
        return torch.from_numpy(found).view(rows * columns, -1)

    def _fill(self, found: np.ndarray, maps: Maps, part: Window, buffer: torch.Tensor) -> None:
        layout, _ = self._layout(part.height, part.width)
        for key, (start, width, count) in layout.items():
            height = part.height + self._reach[key[0]]
            cells = maps[key][0, :, part.row : part.row + height, part.column : part.column + width].permute(1, 2, 0)
            target = buffer[start : start + height * width * count].view(-1, count)
            torch.mm(cells.reshape(height * width, -1), self._weights[key], out=target)
        addresses = self._addresses(layout, len(buffer) - len(self._bias))
        add_up(buffer.numpy(), *addresses, self._bias, self._lowest, self._highest, part, found)

    def _layout(self, rows: int, columns: int) -> tuple[dict[Key, tuple[int, int, int]], int]:
        """Return for each map where its products start, its width in cells and its products per cell; and how many in all."""
        layout, size = {}, 0
        for key, weights in self._weights.items():
            width = columns + self._reach[key[1]]
            layout[key] = (size, width, weights.shape[1])
            size += (rows + self._reach[key[0]]) * width * weights.shape[1]
        return layout, size

    def _addresses(self, layout: dict[Key, tuple[int, int, int]], zeros: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return int64 (cells, terms): where each product starts, the step to the next row's and to the next cell's."""
        starts, row_steps, cell_steps = np.zeros((3, len(self._terms), TERMS), np.int64)
        starts[:] = zeros
        for cell, terms in enumerate(self._terms):
            for place, (key, row, column, tap) in enumerate(terms):
                start, width, count = layout[key]
                starts[cell, place] = start + (row * width + column) * count + tap * len(self._bias)
                row_steps[cell, place] = width * count
                cell_steps[cell, place] = count
        return starts, row_steps, cell_steps

    def _terms_of(self, u: int, v: int) -> list[Term]:
        """Return the products that add up to cell (u, v) of a patch's second convolution; taps on padding are left out."""
        terms = []
        inner = range(len(self._kinds))
        for down in (-1, 0, 1):
            for across in (-1, 0, 1):
                if u + down not in inner or v + across not in inner:
                    continue
                key = (self._kinds[u + down], self._kinds[v + across])
                row, column = 2 * (u + down) - self._origin[key[0]], 2 * (v + across) - self._origin[key[1]]
                terms.append((key, row, column, self._pairs[key].index((down, across))))
        return terms


def _taps(kinds: Sequence[str], kind: str) -> list[int]:
    """Return the taps (−1, 0, 1) under which some cell of the second convolution meets pooled rows of a kind."""
    used = range(len(kinds) // 2 * 2)
    met = {tap for place in used for tap in (-1, 0, 1) if place + tap in range(len(kinds)) and kinds[place + tap] == kind}
    return sorted(met)
