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
from .fixed_weights import FixedWeights
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
        self._products = {
            key: FixedWeights(torch.cat([weight[:, :, u + 1, v + 1].T for u, v in pairs], dim=1))
            for key, pairs in self._pairs.items()
        }
        self._dense_products = FixedWeights(self._dense_weight.detach(), self._dense_bias.detach())
        self._addresses_by_width: dict[int, tuple[np.ndarray, ...]] = {}
        # stands for the products of taps on padding
        self._zeros = np.zeros(len(self._bias), dtype=np.float32)
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

    def _dense(self, features: torch.Tensor) -> torch.Tensor:
        return self._dense_products(features)

    def _features(self, maps: Maps, rows: int, columns: int) -> torch.Tensor:
        found = np.empty((rows, columns, len(self._terms) // 4, len(self._bias)), dtype=np.float32)
        for top in range(0, rows, ROWS):
            for left in range(0, columns, COLUMNS):
                self._fill(found, maps, Window(left, top, min(COLUMNS, columns - left), min(ROWS, rows - top)))
        return torch.from_numpy(found).view(rows * columns, -1)

    def _fill(self, found: np.ndarray, maps: Maps, part: Window) -> None:
        products = []
        for key, multiply in self._products.items():
            height, width = part.height + self._reach[key[0]], part.width + self._reach[key[1]]
            cells = maps[key][0, :, part.row : part.row + height, part.column : part.column + width].permute(1, 2, 0)
            products.append(multiply(cells.reshape(height * width, -1)).numpy().reshape(-1))
        if part.width not in self._addresses_by_width:
            self._addresses_by_width[part.width] = self._addresses(part.width)
        add_up(
            (*products, self._zeros),
            *self._addresses_by_width[part.width],
            self._bias,
            self._lowest,
            self._highest,
            part,
            found,
        )

    def _addresses(self, columns: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Return int64 (cells, terms): the map of each product, its start there, the steps to the next row's and cell's."""
        places = {key: place for place, key in enumerate(self._products)}
        which, starts, row_steps, cell_steps = np.zeros((4, len(self._terms), TERMS), np.int64)
        which[:] = len(places)
        for cell, terms in enumerate(self._terms):
            for place, (key, row, column, tap) in enumerate(terms):
                width, count = columns + self._reach[key[1]], len(self._pairs[key]) * len(self._bias)
                which[cell, place] = places[key]
                starts[cell, place] = (row * width + column) * count + tap * len(self._bias)
                row_steps[cell, place] = width * count
                cell_steps[cell, place] = count
        return which, starts, row_steps, cell_steps

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
