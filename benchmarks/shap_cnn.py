"""SHAP values of the patch CNN: DeepShap in batches against shap.GradientExplainer called sample by sample.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/shap_cnn.py

Twelve factors in 27 encoded columns, window 9, the same background patches for both. GradientExplainer runs as a user would
call it, with its own 200 gradients a sample, then the attributions are summed to factors as here. Best of several turns, taken
alternately. Also printed: how far each misses the prediction, and how well the two agree.

Beside other work the threads of GradientExplainer wait for each other, which flatters the ratio: measure with
OMP_NUM_THREADS=1 then.
"""

import argparse

import numpy as np
import torch
from susceptibility_parts.dense_cnn import WINDOW, factor_values, made_model
from timing import seconds

from landslide_toolbox.models.device import chosen_device
from landslide_toolbox.models.explanation.explainer import NetworkExplainer


class AsColumn(torch.nn.Module):
    """The network with an output (n, 1), as shap wants it."""

    def __init__(self, network: torch.nn.Module):
        super().__init__()
        self.network = network

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n, 1)."""
        return self.network(patches).unsqueeze(1)


def cut_patches(values: np.ndarray, count: int) -> np.ndarray:
    """Return (count, factors, window, window) from places drawn at random."""
    views = np.lib.stride_tricks.sliding_window_view(values, (WINDOW, WINDOW), axis=(1, 2))
    cells = np.random.default_rng(1).permutation(views.shape[1] * views.shape[2])[:count]
    rows, columns = np.divmod(cells, views.shape[2])
    return np.ascontiguousarray(np.moveaxis(views[:, rows, columns], 1, 0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=512)
    parser.add_argument("--background", type=int, default=64)
    parser.add_argument("--one-by-one", type=int, default=20, help="samples that GradientExplainer gets per turn")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda", "mps"])
    options = parser.parse_args()
    import shap

    device = chosen_device(options.device)
    factors, values = factor_values(64)
    model = made_model(factors, values, device)
    patches = cut_patches(values, options.background + options.samples)
    background, patches = patches[: options.background], patches[options.background :]
    explainer = NetworkExplainer(model, background)
    encoded = [
        torch.from_numpy(np.moveaxis(model.encoder.encode(np.moveaxis(p, 1, 0)), 0, 1).copy()) for p in (background, patches)
    ]
    encoded = [tensor.to(device) for tensor in encoded]
    gradient = shap.GradientExplainer(AsColumn(model.network), encoded[0])
    few = range(min(options.one_by_one, options.samples))

    def one_by_one() -> np.ndarray:
        return np.concatenate([gradient.shap_values(encoded[1][index : index + 1])[..., 0] for index in few])

    explainer.contributions(patches[:64])  # neither is timed while it warms up
    gradient.shap_values(encoded[1][:1])
    turns = [(seconds(lambda: explainer.contributions(patches)), seconds(one_by_one)) for _ in range(options.turns)]
    ours = options.samples / min(turn[0] for turn in turns)
    theirs = len(few) / min(turn[1] for turn in turns)

    explanation = explainer.explain(patches)
    membership = np.eye(len(factors))[model.encoder.column_factor]
    shares = one_by_one().sum(axis=(2, 3)) @ membership
    missed = np.abs(shares.sum(axis=1) + explanation.base - explanation.predictions[: len(few)]).max()
    agreement = np.corrcoef(shares.ravel(), explanation.contributions[: len(few)].ravel())[0, 1]
    name = torch.cuda.get_device_name() if device.type == "cuda" else f"{torch.get_num_threads()} threads"
    print(f"device                      {device.type}, {name}; {options.background} background patches")
    print(f"GradientExplainer           {theirs:,.1f} samples/s, misses the prediction by up to {missed:.2g}")
    print(f"DeepShap                    {ours:,.1f} samples/s, misses the prediction by up to {explanation.gap:.2g}")
    print(f"ratio                       {ours / theirs:.1f}")
    print(f"correlation of the values   {agreement:.3f}")


if __name__ == "__main__":
    main()
