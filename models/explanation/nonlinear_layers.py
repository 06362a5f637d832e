"""Multipliers (change of the output per change of the input) of rectifiers and max-pools, for all pairs of two inputs."""

from math import factorial, prod

import torch
from torch import nn

LARGEST_POOL = 8
"""Cells in a pooling window: its coalitions are enumerated, and there are 2 to this power of them."""


def pass_relu(multipliers: torch.Tensor, sample: torch.Tensor, background: torch.Tensor) -> torch.Tensor:
    """Turn multipliers (n × m, ...) of what leaves a rectifier into those of what enters it, in place; DeepLIFT's rescale rule.

    ``sample`` (n, ...) and ``background`` (m, ...) enter it. (max(a, 0) − max(b, 0)) / (a − b) = ½ + (a + b) / (2|a| + 2|b|),
    which divides by no difference and so is never unstable.
    """
    by_pair = multipliers.reshape(len(sample), len(background), *sample.shape[1:])
    magnitudes = 2 * sample.abs() + torch.finfo(sample.dtype).tiny
    half = sample.new_tensor(0.5)
    sums, sizes = torch.empty_like(sample), torch.empty_like(sample)
    for index, other in enumerate(background):
        torch.add(sample, other, out=sums)
        torch.add(magnitudes, other.abs(), alpha=2, out=sizes)
        by_pair[:, index] *= torch.addcdiv(half, sums, sizes, out=sums)
    return by_pair.reshape(multipliers.shape)


class MaxPoolShare:
    """Multipliers of a max-pool without overlap: Shapley values of the maximum of each window over the cells' differences.

    The players are the cells of a window, a coalition takes their values from the sample and the rest from the background.
    A cell's Shapley value is never larger than its own difference, so multipliers lie between 0 and 1.
    """

    def __init__(self, pool: nn.Module, background: torch.Tensor):
        """``background`` (m, channels, ...): what enters the pool. Raises NotImplementedError for overlapping windows."""
        axes = background.ndim - 2
        self._kernel = pool.kernel_size if isinstance(pool.kernel_size, tuple) else (pool.kernel_size,) * axes
        stride = pool.stride if isinstance(pool.stride, tuple) else (pool.stride,) * axes
        self._cells = prod(self._kernel)
        if stride != self._kernel or pool.padding not in (0, (0,) * axes) or pool.ceil_mode or self._cells > LARGEST_POOL:
            raise NotImplementedError(
                f"no rule is known for the contributions of {pool}, whose windows overlap, are padded or large"
            )
        self._background = [self._cell(background, cell).contiguous() for cell in range(self._cells)]
        self._background_maxima = _maxima_of_coalitions(self._background)

    def passes(self, multipliers: torch.Tensor, sample: torch.Tensor) -> torch.Tensor:
        """Return multipliers (n × m, channels, ...) of what enters the pool from those of what leaves it.

        ``sample`` (n, channels, ...) enters the pool. What is left over at the far edges, which the pool ignores, gets 0.
        """
        cells = [self._cell(sample, cell).contiguous() for cell in range(self._cells)]
        shape = (len(sample), -1, *sample.shape[1:])
        multipliers = multipliers.reshape(len(sample), -1, *multipliers.shape[1:])
        passed = multipliers.new_empty(len(sample), multipliers.shape[1], *sample.shape[1:])
        self._clear_left_over(passed)
        difference = torch.empty_like(multipliers)
        for cell, share in enumerate(self._shapley_values(cells)):
            torch.sub(cells[cell].unsqueeze(1), self._background[cell], out=difference)
            # 0 / 0 where nothing differs: there is nothing to share
            torch.mul(share.div_(difference).nan_to_num_(0.0).clamp_(0.0, 1.0), multipliers, out=self._cell(passed, cell))
        return passed.reshape(-1, *shape[2:])

    def _shapley_values(self, cells: list[torch.Tensor]) -> list[torch.Tensor]:
        """Return, per cell of a window, its Shapley values (n, m, channels, windows...) in the change of the maximum.

        Of k cells, the maximum of a coalition S counts (|S|−1)! (k−|S|)! / k! for a cell in S and −|S|! (k−|S|−1)! / k! for one
        outside: the second, summed over all coalitions, is the same for all cells. Nobody and everybody give each 1/k.
        """
        count = self._cells
        everyone = (1 << count) - 1
        maxima = _maxima_of_coalitions(cells)
        changes = (maxima[everyone].unsqueeze(1) - self._background_maxima[everyone]) / count
        own = [changes] + [changes.clone() for _ in range(count - 1)]
        common, worth = torch.zeros_like(changes), torch.empty_like(changes)
        for coalition in range(1, everyone):
            torch.maximum(maxima[coalition].unsqueeze(1), self._background_maxima[everyone - coalition], out=worth)
            size = coalition.bit_count()
            without = factorial(size) * factorial(count - size - 1) / factorial(count)
            with_cell = factorial(size - 1) * factorial(count - size) / factorial(count)
            common.sub_(worth, alpha=without)
            for cell in range(count):
                if coalition >> cell & 1:
                    own[cell].add_(worth, alpha=with_cell + without)
        return [share.add_(common) for share in own]

    def _clear_left_over(self, values: torch.Tensor) -> None:
        """Set to 0 what lies beyond the last whole window of each axis."""
        for axis, size in enumerate(self._kernel, start=values.ndim - len(self._kernel)):
            left_over = values.shape[axis] % size
            values.narrow(axis, values.shape[axis] - left_over, left_over).zero_()

    def _cell(self, values: torch.Tensor, cell: int) -> torch.Tensor:
        """Return a view (..., windows...) of one cell, numbered row by row, of every window."""
        view = values
        first_axis = values.ndim - len(self._kernel)
        for axis in reversed(range(len(self._kernel))):
            cell, offset = divmod(cell, self._kernel[axis])
            size = self._kernel[axis]
            windows = values.shape[first_axis + axis] // size
            view = view.narrow(first_axis + axis, 0, windows * size).unflatten(first_axis + axis, (windows, size))
            view = view.select(first_axis + axis + 1, offset)
        return view


def _maxima_of_coalitions(cells: list[torch.Tensor]) -> list[torch.Tensor | None]:
    """Return the maximum over the cells of each coalition; bit i of its number says that cell i is in it. None for nobody."""
    maxima: list[torch.Tensor | None] = [None]
    for cell in cells:
        maxima += [cell if others is None else torch.maximum(others, cell) for others in maxima]
    return maxima
