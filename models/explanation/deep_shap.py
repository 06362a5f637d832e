"""Contributions of factors to the logit of a network: DeepLIFT against many backgrounds, batched and exactly additive.

For one sample x and one background patch z, multipliers m = Δoutput / Δinput are passed backwards from the logit: a linear
layer passes them by its transpose, a ReLU by the ratio of its differences (DeepLIFT, Shrikumar et al. 2017, ICML, rescale
rule), a max-pool by the exact Shapley values of the maximum (Lundberg & Lee 2017, NeurIPS, Deep SHAP). Averaged over the
background they approximate Shapley values (Chen, Lundberg & Lee 2022, Nature Communications 13, 4512), and for every pair they
add up exactly to f(x) − f(z), because every layer conserves multipliers times differences.

What makes it fast: forward passes are made once per sample and once per background patch, never per pair; only multipliers
are passed per pair, and only down to the first layer that is not linear. Before it everything is linear in the input, so the
contribution of a factor is an inner product with what that factor alone puts into that layer.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import dataclass

import torch
from torch import fx, nn
from torch.nn import functional

from ..memory import Portion
from .linear_layers import linear_passes
from .nonlinear_layers import MaxPoolShare, pass_relu

SAMPLES_AT_ONCE = 128
BACKGROUNDS_AT_ONCE = 8
"""At most so many are paired with each other at once, per thread."""
VALUES_AT_ONCE = {"cpu": 4_000_000, "other": 64_000_000}
"""Multipliers of one layer in memory at once, per thread: fewer pairs for networks with large layers, more on a GPU."""


@dataclass(frozen=True)
class _Background:
    """Some of the background patches: how many, what every node gives for them, their pools, and their shares.

    Shares (patches × values, groups) are what each group alone puts into a node at the end of the linear part.
    """

    size: int
    values: dict[fx.Node, torch.Tensor]
    pools: dict[fx.Node, MaxPoolShare]
    shares: dict[fx.Node, torch.Tensor]


class DeepShap:
    """Contributions of groups of input channels to the output (n,) of a network in evaluation mode."""

    def __init__(self, network: nn.Module, channel_group: Sequence[int], background: torch.Tensor):
        """Prepare for one background.

        ``channel_group``: for each channel its group (from 0); ``background`` float32 (m, channels, ...) where the network is.
        Raises NotImplementedError for a network with an operation that has no rule here, naming it.
        """
        # a network laid out for prediction, with channels innermost, would mix two layouts in every product of a pair
        network = deepcopy(network).to(memory_format=torch.contiguous_format)
        graph = fx.symbolic_trace(network).graph
        self._modules = dict(network.named_modules())
        self._nodes = [node for node in graph.nodes if node.op not in ("placeholder", "output")]
        self._input = next(node for node in graph.nodes if node.op == "placeholder")
        self._output = next(node for node in graph.nodes if node.op == "output").args[0]
        self._interpreter = fx.Interpreter(fx.GraphModule(network, graph))
        self._passes = {node: linear_passes(node, self._modules) for node in self._nodes}
        self._linear = self._linear_in_the_input()
        self._frontier = self._end_of_the_linear_part()
        groups = torch.as_tensor(channel_group, device=background.device)
        self._membership = functional.one_hot(groups).to(background.dtype)
        self._size = len(background)
        with torch.no_grad():
            self._samples_at_once, backgrounds_at_once = self._sizes(background)
            self._portion = Portion(self._samples_at_once, background.device)
            self._backgrounds = [self._prepared(part) for part in background.split(backgrounds_at_once)]

    def contributions(self, inputs: torch.Tensor) -> torch.Tensor:
        """Return (n, groups) for inputs (n, channels, ...); per sample they sum up to f(x) − mean f(background)."""
        if inputs.device.type != "cpu":
            return self._portion.of(lambda count: torch.cat([self._contributions(part) for part in inputs.split(count)]))
        threads = torch.get_num_threads()
        parts = inputs.split(max(min(self._samples_at_once, -(-len(inputs) // threads)), 1))
        try:
            # a thread per part: the operations are too small to share one among threads that would wait for each other
            with ThreadPoolExecutor(threads, initializer=torch.set_num_threads, initargs=(1,)) as pool:
                return torch.cat(list(pool.map(self._contributions, parts)))
        finally:
            torch.set_num_threads(threads)

    @torch.no_grad()
    def _contributions(self, inputs: torch.Tensor) -> torch.Tensor:
        with torch.enable_grad():
            leaf = inputs.detach().requires_grad_()
            values = self._values(leaf)
        plain = {node: value.detach() for node, value in values.items()}
        totals = {node: torch.zeros_like(plain[node]) for node in self._frontier}
        found = torch.zeros(len(inputs), self._membership.shape[1], device=inputs.device)
        for background in self._backgrounds:
            multipliers = self._multipliers(plain, background)
            for node in self._frontier:
                by_pair = multipliers[node].reshape(len(inputs), background.size, -1)
                totals[node] += by_pair.sum(1).reshape(totals[node].shape)
                found -= by_pair.flatten(1) @ background.shares[node]
        for node in self._frontier:
            (gradient,) = torch.autograd.grad(values[node], leaf, totals[node], retain_graph=True)
            found += (gradient * inputs).reshape(*inputs.shape[:2], -1).sum(2) @ self._membership
        return found / self._size

    def _values(self, inputs: torch.Tensor) -> dict[fx.Node, torch.Tensor]:
        """Return what every node gives for a batch of inputs."""
        values = {self._input: inputs}
        for node in self._nodes:
            arguments, options = fx.node.map_arg((node.args, dict(node.kwargs)), values.__getitem__)
            values[node] = getattr(self._interpreter, node.op)(node.target, arguments, options)
        return values

    def _multipliers(self, values: dict[fx.Node, torch.Tensor], background: "_Background") -> dict[fx.Node, torch.Tensor]:
        """Return the multipliers (pairs, ...) at the end of the linear part, passed down from the output."""
        output = values[self._output]
        found = {self._output: torch.ones(len(output) * background.size, device=output.device, dtype=output.dtype)}
        for node in reversed(self._nodes):
            if node in self._linear or node not in found:
                continue
            passed = self._passed(node, found.pop(node), values, background)
            for source, multipliers in zip(_sources(node), passed, strict=True):
                found[source] = found[source] + multipliers if source in found else multipliers
        return found

    def _passed(
        self, node: fx.Node, multipliers: torch.Tensor, values: dict[fx.Node, torch.Tensor], background: "_Background"
    ) -> list[torch.Tensor]:
        """Return the multipliers of a node's inputs from those of the node, which may be overwritten."""
        sources = _sources(node)
        if node in background.pools:
            return [background.pools[node].passes(multipliers, values[sources[0]])]
        if self._passes[node] is None:
            return [pass_relu(multipliers, values[sources[0]], background.values[sources[0]])]
        return self._passes[node](multipliers, [values[source].shape[1:] for source in sources])

    def _sizes(self, background: torch.Tensor) -> tuple[int, int]:
        """Return how many samples and how many backgrounds to pair at once."""
        largest = max(value.numel() for value in self._values(background[:1]).values())
        on_cpu = background.device.type == "cpu"
        pairs = VALUES_AT_ONCE["cpu" if on_cpu else "other"] // largest
        backgrounds = min(max(pairs // SAMPLES_AT_ONCE, 1), BACKGROUNDS_AT_ONCE if on_cpu else self._size)
        return min(max(pairs // backgrounds, 1), SAMPLES_AT_ONCE if on_cpu else pairs + 1), backgrounds

    def _prepared(self, background: torch.Tensor) -> "_Background":
        values = self._values(background)
        pools = [node for node in self._nodes if self._is_pool(node)]
        shares = {node: MaxPoolShare(self._modules[node.target], values[_sources(node)[0]]) for node in pools}
        return _Background(len(background), values, shares, self._shares(background))

    def _linear_in_the_input(self) -> set[fx.Node]:
        """Return the nodes before the first layer that is not linear."""
        linear = {self._input}
        for node in self._nodes:
            if self._passes[node] is not None and linear.issuperset(node.all_input_nodes):
                linear.add(node)
            elif self._passes[node] is None and not self._is_relu(node) and not self._is_pool(node):
                name = self._modules[node.target] if node.op == "call_module" else node.target
                raise NotImplementedError(f"no rule is known for the contributions of {name}")
        return linear

    def _end_of_the_linear_part(self) -> list[fx.Node]:
        used_later = {source for node in self._nodes if node not in self._linear for source in node.all_input_nodes}
        return [node for node in (self._input, *self._nodes) if node in self._linear and node in used_later | {self._output}]

    def _shares(self, background: torch.Tensor) -> dict[fx.Node, torch.Tensor]:
        """Return, per node at the end of the linear part, (m × values, groups): what each group alone puts into it."""
        nothing = self._values(torch.zeros_like(background[:1]))
        shares = {node: [] for node in self._frontier}
        for members in self._membership.T:
            alone = self._values(background * members.reshape(-1, *[1] * (background.ndim - 2)))
            for node in self._frontier:
                shares[node].append((alone[node] - nothing[node]).flatten())
        return {node: torch.stack(columns, dim=1) for node, columns in shares.items()}

    def _is_pool(self, node: fx.Node) -> bool:
        kinds = (nn.MaxPool1d, nn.MaxPool2d, nn.MaxPool3d)
        return node.op == "call_module" and isinstance(self._modules[node.target], kinds)

    def _is_relu(self, node: fx.Node) -> bool:
        if node.op == "call_module":
            return isinstance(self._modules[node.target], nn.ReLU)
        return node.target in (torch.relu, functional.relu, "relu")


def _sources(node: fx.Node) -> list[fx.Node]:
    """Return the nodes whose values a node takes, in order, one that it takes twice twice."""
    found: list[fx.Node] = []
    fx.node.map_arg((node.args, dict(node.kwargs)), found.append)
    return found
