"""What the toolbox finds around it: versions, packages, GPU, and which algorithms a missing package disables."""

import platform
import sys
from dataclasses import dataclass

from osgeo import gdal
from qgis.core import Qgis, QgsApplication

from ..core.progress import Progress, ShouldStop, track
from .dependencies import CURE, PACKAGES, installed_version, why_not
from .metadata import plugin_metadata


@dataclass(frozen=True)
class Environment:
    """Facts as (what, value) and, per unusable package, why and what it disables."""

    facts: list[tuple[str, str]]
    unusable: dict[str, str]
    disabled: dict[str, list[str]]

    def as_text(self) -> str:
        """Return one block of text to copy."""
        lines = [f"{what}: {value}" for what, value in self.facts]
        return "\n".join([*lines, *self.problems()])

    def problems(self) -> list[str]:
        """Return a sentence for each unusable package."""
        return [
            f"{name} {reason}: without it these cannot run: {', '.join(self.disabled[name]) or 'none'}; {CURE}."
            for name, reason in self.unusable.items()
        ]


def environment_of(progress: Progress, should_stop: ShouldStop) -> Environment:
    """Import every package the toolbox uses and note versions, failures and the GPU."""
    facts = [
        ("Landslide Toolbox", plugin_metadata("version")),
        ("QGIS", Qgis.QGIS_VERSION),
        ("GDAL", gdal.VersionInfo("RELEASE_NAME")),
        ("Python", sys.version.split()[0]),
        ("System", platform.platform()),
    ]
    unusable = {}
    for name in track(PACKAGES, len(PACKAGES), "Loading packages", progress, should_stop):
        reason = why_not(name)
        if reason:
            unusable[name] = reason
        facts.append((name, f"{installed_version(name) or '–'}{' (not usable)' if reason else ''}"))
    facts += _compute_facts() if "torch" not in unusable else []
    return Environment(facts, unusable, {name: _algorithms_needing(name) for name in unusable})


def _algorithms_needing(package: str) -> list[str]:
    provider = QgsApplication.processingRegistry().providerById("landslide")
    algorithms = provider.algorithms() if provider else []
    return sorted(algorithm.id() for algorithm in algorithms if package in algorithm.PACKAGES)


def _compute_facts() -> list[tuple[str, str]]:
    import torch

    facts = [("Processor threads", str(torch.get_num_threads()))]
    if not torch.cuda.is_available():
        return [
            *facts,
            ("GPU", "Apple GPU (mps)" if torch.backends.mps.is_available() else "none, networks run on the processor"),
        ]
    for index in range(torch.cuda.device_count()):
        card = torch.cuda.get_device_properties(index)
        facts.append((f"GPU {index}", f"{card.name}, {card.total_memory / 2**30:.0f} GB, CUDA {torch.version.cuda}"))
    return facts
