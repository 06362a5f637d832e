"""Where a result comes from: algorithm, inputs, parameters, seed, versions, device and duration."""

import json
import time
from dataclasses import dataclass, field
from datetime import datetime, timezone


@dataclass
class Provenance:
    """The record that ends every report and travels inside every output."""

    algorithm: str
    parameters: dict[str, str]
    toolbox_version: str
    host_versions: dict[str, str] = field(default_factory=dict)
    device: str = "cpu"
    notes: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.time)

    def rows(self) -> list[tuple[str, str]]:
        """Return the record as (what, value) pairs for a table."""
        started = datetime.fromtimestamp(self.started, timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
        rows = [("Algorithm", self.algorithm), ("Started", started), ("Duration", f"{time.time() - self.started:.1f} s")]
        rows += [("Device", self.device)]
        rows += [(f"Parameter {name}", value) for name, value in self.parameters.items()]
        rows += [(f"Version of {name}", value) for name, value in self.versions().items()]
        rows += [("Note", note) for note in self.notes]
        return rows

    def versions(self) -> dict[str, str]:
        """Return the versions of the toolbox, its host and the packages that compute."""
        from importlib.metadata import PackageNotFoundError, version  # slow to load, which QGIS's start would feel

        found = {"Landslide Toolbox": self.toolbox_version, **self.host_versions}
        for package in ("numpy", "scipy", "torch", "torchvision", "scikit-learn", "xgboost", "shap"):
            try:
                found[package] = version(package)
            except PackageNotFoundError:
                continue
        return found

    def metadata(self) -> dict[str, str]:
        """Return the record as metadata items for a raster or a GeoPackage layer."""
        record = {"algorithm": self.algorithm, "parameters": self.parameters, "versions": self.versions()}
        record |= {"device": self.device, "started": self.started, "notes": self.notes}
        return {"LANDSLIDE_TOOLBOX": json.dumps(record, ensure_ascii=False)}
