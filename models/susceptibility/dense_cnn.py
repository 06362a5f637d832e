"""Networks of patch features for every cell of a raster at once, exactly as if each cell's patch had been cut out.

Neighbouring patches share almost all of their arithmetic; only the zero padding at a patch's own edge differs. So the first
convolution is computed in a few variants over the raster (on a patch's first row or column, inside, on its last), each pooled
at stride one. Pooled cell (u, v) of the patch whose first cell is (i, j) is then the value of one variant at (i + 2u, j + 2v),
and the second convolution of the patch is a convolution of dilation two over those maps, with the taps left out that fall on
padding. Nothing is approximated: results differ from the patches' by rounding alone.
"""

from collections.abc import Callable
from math import isqrt
from typing import NamedTuple

import torch
from torch import nn
from torch.nn.functional import conv2d

from ..memory import Portion
from .factor_cnn import HybridCnn
from .patch_cnn import PatchCnn

FIRST, INSIDE, LAST = "first", "inside", "last"
TAPS = {FIRST: slice(1, 3), INSIDE: slice(0, 3), LAST: slice(0, 2)}
"""Rows (or columns) of a 3×3 kernel that meet the patch, for a cell on its first, an inner or its last row (or column)."""
POOLED_FROM = {FIRST: ((FIRST, 0), (INSIDE, 0)), INSIDE: ((INSIDE, -1), (INSIDE, 0)), LAST: ((INSIDE, -1), (LAST, 0))}
"""Which variants at which offset are pooled; offsets count in valid convolution output, whose inner cells start one later."""
FEATURES_AT_ONCE = 1 << 27
"""Features in memory at once, half a gigabyte: of fewer cells where patches are large."""
Key = tuple[str, str]
Maps = dict[Key, torch.Tensor]


class Run(NamedTuple):
    """Neighbouring taps of the second convolution, −1 ≤ ``start`` < ``stop`` ≤ 2, that meet pooled rows of one kind."""

    kind: str
    start: int
    stop: int


class DensePatchCnn:
    """Evaluates a trained PatchCnn or HybridCnn (in evaluation mode) on every patch of a raster, on any device."""

    block = 256
    """Cells a side that are evaluated together, at most."""

    def __init__(self, network: PatchCnn | HybridCnn, window: int):
        self._network = network
        self._stage = network.features
        self._window = window
        side = min(self.block, max(isqrt(FEATURES_AT_ONCE // self._stage.count), 1))
        self._side = Portion(side, network.dense.weight.device)
        self._kinds = [_kind(place, window) for place in range(window // 2)]
        self._origin = {kind: 2 * self._kinds.index(kind) for kind in self._kinds}
        self._reach = {kind: 2 * (self._kinds.count(kind) - 1) for kind in self._kinds}
        self._scale, self._shift = _affine(self._stage.first_norm, self._stage.first)
        # ReLU, batch norm, maximum: a negative scale makes the maximum a minimum, so the sign is applied before the maximum and
        # the rest of the norm, which commutes with it, moves into the dense layer
        scale, shift = _affine(self._stage.second_norm, self._stage.second)
        self._sign = torch.where(scale < 0, -1.0, 1.0)
        weight = network.dense.weight[:, : self._stage.count].reshape(network.dense.out_features, len(scale), -1)
        self._dense_bias = network.dense.bias + (weight * shift.view(1, -1, 1)).sum(dim=(1, 2))
        # features come as (place, channel) here and as (channel, place) there
        self._dense_weight = (weight * scale.abs().view(1, -1, 1)).transpose(1, 2).flatten(1).T.contiguous()
        self._beside_weight = network.dense.weight[:, self._stage.count :].T

    def logits(self, encoded: torch.Tensor) -> torch.Tensor:
        """Return (rows, columns) for an encoded raster (columns of the encoding, rows + window − 1, columns + window − 1)."""
        return self._side.of(lambda side: self._logits_in_blocks(encoded, side))

    def _logits_in_blocks(self, encoded: torch.Tensor, side: int) -> torch.Tensor:
        rows, columns = (size - self._window + 1 for size in encoded.shape[1:])
        found = encoded.new_empty(rows, columns)
        corners = [(top, left) for top in range(0, rows, side) for left in range(0, columns, side)]
        self._run(lambda corner: self._fill_block(encoded, found, side, *corner), corners)
        return found

    def _run(self, work: Callable[[tuple[int, int]], None], corners: list[tuple[int, int]]) -> None:
        for corner in corners:
            work(corner)

    def _fill_block(self, encoded: torch.Tensor, found: torch.Tensor, side: int, top: int, left: int) -> None:
        target = found[top : top + side, left : left + side]
        bottom, right = (start + size + self._window - 1 for start, size in zip((top, left), target.shape, strict=True))
        target[:] = self._block(encoded[:, top:bottom, left:right])

    def _block(self, encoded: torch.Tensor) -> torch.Tensor:
        rows, columns = (size - self._window + 1 for size in encoded.shape[1:])
        maps = self._first_stage(encoded.unsqueeze(0).contiguous(memory_format=torch.channels_last), rows, columns)
        hidden = self._dense(self._features(maps, rows, columns))
        if isinstance(self._network, HybridCnn):
            margin = self._window // 2
            centres = encoded[:, margin : margin + rows, margin : margin + columns].flatten(1).T
            hidden.addmm_(self._network.beside(centres), self._beside_weight)
        return self._network.output(hidden.relu_()).view(rows, columns)

    def _dense(self, features: torch.Tensor) -> torch.Tensor:
        """Return (cells, hidden) of features (cells, places × channels)."""
        return torch.addmm(self._dense_bias, features, self._dense_weight)

    def _first_stage(self, encoded: torch.Tensor, rows: int, columns: int) -> Maps:
        """Return the pooled maps (1, channels, y, x) per kind of pooled row and column.

        A map starts at its kind's origin: the first row (column) in which a patch at the first row (column) meets it.
        """
        keys = [(down, across) for down in self._origin for across in self._origin]
        variants = {}
        for down, across in keys:
            kernel = self._stage.first.weight[:, :, TAPS[down], TAPS[across]].contiguous(memory_format=torch.channels_last)
            variants[down, across] = conv2d(encoded, kernel, self._stage.first.bias)
        return {key: self._pooled_map(variants, *key, rows, columns) for key in keys}

    def _pooled_map(self, variants: Maps, down: str, across: str, rows: int, columns: int) -> torch.Tensor:
        """Return the maximum over two by two cells of the first convolution after ReLU and norm."""
        height, width = rows + self._reach[down], columns + self._reach[across]
        parts = [
            variant[:, :, top : top + height, left : left + width]
            for variant, top, left in self._corners(variants, down, across)
        ]
        scale, shift = self._scale.view(1, -1, 1, 1), self._shift.view(1, -1, 1, 1)
        pooled = torch.stack([part.relu() * scale for part in parts]).amax(dim=0) + shift
        return pooled.contiguous(memory_format=torch.channels_last)

    def _corners(self, variants: Maps, down: str, across: str) -> list[tuple[torch.Tensor, int, int]]:
        """Return the four variants that a map is the maximum of, each with the row and column it is read from."""
        return [
            (variants[row_kind, column_kind], self._origin[down] + row_offset, self._origin[across] + column_offset)
            for row_kind, row_offset in POOLED_FROM[down]
            for column_kind, column_offset in POOLED_FROM[across]
        ]

    def _features(self, maps: Maps, rows: int, columns: int) -> torch.Tensor:
        """Return (rows × columns, places × channels): the second convolution of every patch after ReLU and pooling."""
        pooled = []
        for cells in self._places():
            best = self._second_convolution(maps, *cells[0], rows, columns)
            for cell in cells[1:]:
                best = torch.maximum(best, self._second_convolution(maps, *cell, rows, columns))
            pooled.append(best.permute(0, 2, 3, 1).reshape(rows * columns, -1))
        return torch.cat(pooled, dim=1)

    def _places(self) -> list[list[tuple[int, int]]]:
        """Return, for each place of the second pooling, the four cells of the second convolution that are pooled."""
        side = range(len(self._kinds) // 2)
        corners = [(u, v) for u in (0, 1) for v in (0, 1)]
        return [[(2 * down + u, 2 * across + v) for u, v in corners] for down in side for across in side]

    def _second_convolution(self, maps: Maps, u: int, v: int, rows: int, columns: int) -> torch.Tensor:
        """Return (1, channels, rows, columns): cell (u, v) of the second convolution of every patch, after ReLU."""
        second = self._stage.second
        total = None
        for down in self._runs(u):
            for across in self._runs(v):
                first_row = 2 * (u + down.start) - self._origin[down.kind]
                first_column = 2 * (v + across.start) - self._origin[across.kind]
                last_row = first_row + rows + 2 * (down.stop - down.start - 1)
                last_column = first_column + columns + 2 * (across.stop - across.start - 1)
                kernel = second.weight[:, :, down.start + 1 : down.stop + 1, across.start + 1 : across.stop + 1]
                source = maps[down.kind, across.kind][:, :, first_row:last_row, first_column:last_column]
                bias = second.bias if total is None else None
                result = conv2d(source, kernel.contiguous(memory_format=torch.channels_last), bias, dilation=2)
                total = result if total is None else total.add_(result)
        return total.relu_().mul_(self._sign.view(1, -1, 1, 1))

    def _runs(self, place: int) -> list[Run]:
        runs: list[Run] = []
        for tap in (-1, 0, 1):
            if not 0 <= place + tap < len(self._kinds):
                continue  # zero padding
            kind = self._kinds[place + tap]
            if runs and runs[-1].kind == kind:
                runs[-1] = runs[-1]._replace(stop=tap + 1)
            else:
                runs.append(Run(kind, tap, tap + 1))
        return runs


def _kind(place: int, window: int) -> str:
    """Return the kind of the pooled row (or column) ``place`` of a patch."""
    if place == 0:
        return FIRST
    return LAST if 2 * place + 1 == window - 1 else INSIDE


def _affine(norm: nn.BatchNorm2d | nn.Identity, before: nn.Conv2d) -> tuple[torch.Tensor, torch.Tensor]:
    """Return scale and shift (channels,) of the norm after a convolution, in evaluation mode."""
    if isinstance(norm, nn.Identity):
        return torch.ones_like(before.bias), torch.zeros_like(before.bias)
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return scale, norm.bias - norm.running_mean * scale
