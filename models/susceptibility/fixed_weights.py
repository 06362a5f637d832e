"""Products of many matrices with the same weights, as fast as the processor can."""

import torch


class FixedWeights:
    """Weights float32 (inner, columns), prepared once for products with matrices (rows, inner), to which ``bias`` is added.

    PyTorch multiplies by MKL, which uses half of what AMD's processors can do. oneDNN, which most builds of PyTorch bring along
    for their convolutions, uses all of it; where a build has none, MKL serves.
    """

    def __init__(self, weights: torch.Tensor, bias: torch.Tensor | None = None):
        self._weights, self._bias = weights, bias
        try:
            self._prepared = torch.ops.mkldnn._reorder_linear_weight(weights.T.contiguous())
            self(weights.new_zeros(1, len(weights)))
        except (AttributeError, RuntimeError):
            self._prepared = None

    def __call__(self, matrix: torch.Tensor) -> torch.Tensor:
        """Return the product, float32 (rows, columns)."""
        if self._prepared is not None:
            return torch.ops.mkldnn._linear_pointwise(matrix, self._prepared, self._bias, "none", [], "")
        product = matrix @ self._weights
        return product if self._bias is None else product.add_(self._bias)
