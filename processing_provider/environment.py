"""What the toolbox finds around it: versions, paths, packages, graphics cards, and what a missing package disables."""

import math
import platform
import sys
from dataclasses import dataclass

from osgeo import gdal
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..core.errors import InputError
from ..core.progress import Progress, ShouldStop, track
from ..packages.catalogue import PACKAGES
from ..packages.hardware import Card, memory, nvidia_cards
from ..packages.places import PLUGIN_FOLDER, in_home, usable_environment
from ..packages.qgis_python import likely_python
from ..packages.state import folder_of, installed_version, why_not
from .dependencies import cure, packages_folder
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
        """Return a line for each unusable package with what it disables, and the cure of all."""
        lines = [
            f"{name} {reason}; it is needed for {PACKAGES[name].purpose}, and without it these cannot run: "
            f"{', '.join(self.disabled[name]) or 'none'}."
            for name, reason in self.unusable.items()
        ]
        return [*lines, f"To mend it, {cure()}"] if lines else []


def environment_of(progress: Progress, should_stop: ShouldStop) -> Environment:
    """Import every package the toolbox uses and note versions, paths, failures and graphics cards."""
    packages, unusable = [], {}
    for name in track(PACKAGES, len(PACKAGES), "Loading packages", progress, should_stop):
        reason = why_not(name)
        if reason:
            unusable[name] = reason
        packages.append((name, f"{installed_version(name) or '–'}{' (not usable)' if reason else ''}"))
    facts = [*_versions(), *_paths(), *_computer(), *_torch(usable="torch" not in unusable), *packages]
    return Environment(facts, unusable, {name: _algorithms_needing(name) for name in unusable})


def _versions() -> list[tuple[str, str]]:
    return [
        ("Landslide Toolbox", plugin_metadata("version")),
        ("QGIS", Qgis.QGIS_VERSION),
        ("Qt", QT_VERSION_STR),
        ("GDAL", gdal.VersionInfo("RELEASE_NAME")),
        ("Python", sys.version.split()[0]),
        ("System", platform.platform()),
    ]


def _paths() -> list[tuple[str, str]]:
    environment = usable_environment(packages_folder())
    folders = {in_home(folder) for folder in map(folder_of, PACKAGES) if folder}
    return [
        ("QGIS's Python", in_home(likely_python())),
        ("Profile", in_home(QgsApplication.qgisSettingsDirPath())),
        ("Plugin", in_home(PLUGIN_FOLDER)),
        ("Environment", in_home(environment) if environment else f"none in {in_home(packages_folder())}"),
        ("Packages from", ", ".join(sorted(folders)) or "nowhere"),
    ]


def _computer() -> list[tuple[str, str]]:
    size = memory()
    facts = [("Memory", f"{size / 2**30:.0f} GB" if size else "unknown")]
    cards = nvidia_cards()
    facts += [
        (f"NVIDIA card {index}", f"{card.name}, {_memory_of(card)}, driver {card.driver}") for index, card in enumerate(cards)
    ]
    return facts if cards else [*facts, ("NVIDIA card", "none that nvidia-smi knows")]


def _memory_of(card: Card) -> str:
    return "the computer's memory" if math.isnan(card.memory) else f"{card.memory / 1024:.0f} GB"


def _torch(usable: bool) -> list[tuple[str, str]]:
    """Return what PyTorch computes on."""
    if not usable:
        return [("PyTorch computes on", "nothing, it is not usable")]
    import torch

    built = torch.version.cuda
    facts = [("CUDA", f"{built}, which PyTorch was built for" if built else "PyTorch was built without it")]
    if torch.cuda.is_available():
        for index in range(torch.cuda.device_count()):
            card = torch.cuda.get_device_properties(index)
            facts.append((f"GPU {index}", f"{card.name}, {card.total_memory / 2**30:.0f} GB"))
        return [*facts, ("Networks run on", _where_networks_run())]
    others = "Apple GPU (mps)" if torch.backends.mps.is_available() else "none, networks run on the processor"
    return [*facts, ("GPU", others), ("Processor threads", str(torch.get_num_threads()))]


def _where_networks_run() -> str:
    """Return the device that auto chooses, or why it cannot be used: a card may be newer or older than the build of PyTorch."""
    from ..models.device import chosen_device

    try:
        return str(chosen_device("auto"))
    except InputError as problem:
        return str(problem)


def _algorithms_needing(package: str) -> list[str]:
    provider = QgsApplication.processingRegistry().providerById("landslide")
    algorithms = provider.algorithms() if provider else []
    return sorted(algorithm.id() for algorithm in algorithms if package in algorithm.PACKAGES)
