"""The patch CNN for every cell of a raster at once, exactly as if each cell's patch had been cut out.

Neighbouring patches share almost all of their arithmetic; only the zero padding at a patch's own edge differs. So the first
convolution is computed in a few variants over the raster (on a patch's first row or column, inside, on its last), each pooled
at stride one. Pooled cell (u, v) of the patch whose first cell is (i, j) is then the value of one variant at (i + 2u, j + 2v),
and the second convolution of the patch is a convolution of dilation two over those maps, with the taps left out that fall on
padding. Nothing is approximated: results differ from the patches' by rounding alone.
"""

from typing import NamedTuple

import torch
from torch.nn.functional import conv2d

from .patch_cnn import PatchCnn

FIRST, INSIDE, LAST = "first", "inside", "last"
TAPS = {FIRST: slice(1, 3), INSIDE: slice(0, 3), LAST: slice(0, 2)}
"""Rows (or columns) of a 3×3 kernel that meet the patch, for a cell on its first, an inner or its last row (or column)."""
POOLED_FROM = {FIRST: ((FIRST, 0), (INSIDE, 0)), INSIDE: ((INSIDE, -1), (INSIDE, 0)), LAST: ((INSIDE, -1), (LAST, 0))}
"""Which variants at which offset are pooled; offsets count in valid convolution output, whose inner cells start one later."""
BLOCK = 256
CELLS_AT_ONCE = {"cpu": 8192, "cuda": BLOCK * BLOCK, "mps": BLOCK * BLOCK}
Maps = dict[tuple[str, str], torch.Tensor]


class Run(NamedTuple):
    """Neighbouring taps of the second convolution, −1 ≤ ``start`` < ``stop`` ≤ 2, that meet pooled rows of one kind."""

    kind: str
    start: int
    stop: int


class DensePatchCnn:
    """Evaluates a trained PatchCnn (in evaluation mode) on every patch of a raster."""

    def __init__(self, network: PatchCnn, window: int):
        self._network = network
        self._window = window
        self._kinds = [_kind(place, window) for place in range(window // 2)]
        self._origin = {kind: 2 * self._kinds.index(kind) for kind in self._kinds}
        self._reach = {kind: 2 * (self._kinds.count(kind) - 1) for kind in self._kinds}
        self._first_scale, self._first_shift = (part.view(1, -1, 1, 1) for part in _affine(network.first_norm))
        # ReLU, batch norm, maximum: a negative scale makes the maximum a minimum, so the sign is applied before the maximum and
        # the rest of the norm, which commutes with it, moves into the dense layer
        scale, shift = _affine(network.second_norm)
        self._sign = torch.where(scale < 0, -1.0, 1.0).view(1, -1, 1, 1) if (scale < 0).any() else None
        weight = network.dense.weight.view(network.dense.out_features, len(scale), -1)
        self._dense_bias = network.dense.bias + (weight * shift.view(1, -1, 1)).sum(dim=(1, 2))
        # features come as (place, channel) here and as (channel, place) there
        self._dense_weight = (weight * scale.abs().view(1, -1, 1)).transpose(1, 2).flatten(1).T.contiguous()

    def logits(self, encoded: torch.Tensor) -> torch.Tensor:
        """Return (rows, columns) for an encoded raster (columns of the encoding, rows + window − 1, columns + window − 1)."""
        rows, columns = (size - self._window + 1 for size in encoded.shape[1:])
        found = encoded.new_empty(rows, columns)
        for top in range(0, rows, BLOCK):
            for left in range(0, columns, BLOCK):
                bottom, right = min(top + BLOCK, rows), min(left + BLOCK, columns)
                part = encoded[:, top : bottom + self._window - 1, left : right + self._window - 1]
                found[top:bottom, left:right] = self._block(part)
        return found

    def _block(self, encoded: torch.Tensor) -> torch.Tensor:
        rows, columns = (size - self._window + 1 for size in encoded.shape[1:])
        maps = self._first_stage(encoded.unsqueeze(0).contiguous(memory_format=torch.channels_last), rows, columns)
        height = max(1, CELLS_AT_ONCE[encoded.device.type] // columns)
        strips = range(0, rows, height)
        return torch.cat([self._strip(maps, top, min(height, rows - top), columns) for top in strips])

    def _first_stage(self, encoded: torch.Tensor, rows: int, columns: int) -> Maps:
        """Return the pooled maps (1, channels, y, x) per kind of pooled row and column.

        A map starts at its kind's origin: the first row (column) in which a patch at the first row (column) meets it.
        """
        network = self._network
        kinds = list(self._origin)
        variants = {}
        for down in kinds:
            for across in kinds:
                kernel = network.first.weight[:, :, TAPS[down], TAPS[across]].contiguous(memory_format=torch.channels_last)
                variant = conv2d(encoded, kernel, network.first.bias).relu_()
                variants[down, across] = variant.mul_(self._first_scale).add_(self._first_shift)
        maps = {}
        for down in kinds:
            for across in kinds:
                parts = [
                    self._part(variants[row_kind, column_kind], down, across, row_offset, column_offset, rows, columns)
                    for row_kind, row_offset in POOLED_FROM[down]
                    for column_kind, column_offset in POOLED_FROM[across]
                ]
                pooled = torch.maximum(torch.maximum(parts[0], parts[1]), torch.maximum(parts[2], parts[3]))
                maps[down, across] = pooled.contiguous(memory_format=torch.channels_last)
        return maps

    def _part(
        self,
        variant: torch.Tensor,
        down: str,
        across: str,
        row_offset: int,
        column_offset: int,
        rows: int,
        columns: int,
    ) -> torch.Tensor:
        top, left = self._origin[down] + row_offset, self._origin[across] + column_offset
        return variant[:, :, top : top + rows + self._reach[down], left : left + columns + self._reach[across]]

    def _strip(self, maps: Maps, top: int, rows: int, columns: int) -> torch.Tensor:
        places = range(len(self._kinds) // 2)
        pooled = []
        for down in places:
            for across in places:
                cells = [(2 * down + u, 2 * across + v) for u in (0, 1) for v in (0, 1)]
                best = self._second_convolution(maps, *cells[0], top, rows, columns)
                for cell in cells[1:]:
                    best = torch.maximum(best, self._second_convolution(maps, *cell, top, rows, columns))
                pooled.append(best.permute(0, 2, 3, 1).reshape(rows * columns, -1))
        hidden = torch.addmm(self._dense_bias, torch.cat(pooled, dim=1), self._dense_weight).relu_()
        return self._network.output(hidden).view(rows, columns)

    def _second_convolution(self, maps: Maps, u: int, v: int, top: int, rows: int, columns: int) -> torch.Tensor:
        """Return (1, channels, rows, columns): cell (u, v) of the second convolution of every patch, after ReLU."""
        second = self._network.second
        total = None
        for down in self._runs(u):
            for across in self._runs(v):
                first_row = 2 * (u + down.start) - self._origin[down.kind] + top
                first_column = 2 * (v + across.start) - self._origin[across.kind]
                last_row = first_row + rows + 2 * (down.stop - down.start - 1)
                last_column = first_column + columns + 2 * (across.stop - across.start - 1)
                kernel = second.weight[:, :, down.start + 1 : down.stop + 1, across.start + 1 : across.stop + 1]
                source = maps[down.kind, across.kind][:, :, first_row:last_row, first_column:last_column]
                bias = second.bias if total is None else None
                result = conv2d(source, kernel.contiguous(memory_format=torch.channels_last), bias, dilation=2)
                total = result if total is None else total.add_(result)
        total = total.relu_()
        return total if self._sign is None else total.mul_(self._sign)

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


def _affine(norm: torch.nn.BatchNorm2d) -> tuple[torch.Tensor, torch.Tensor]:
    """Return scale and shift (channels,) of a batch norm in evaluation mode."""
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    return scale, norm.bias - norm.running_mean * scale
