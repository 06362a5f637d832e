"""Where packages come from: PyTorch's build for the processor or for CUDA, a proxy, or a folder of wheels."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..core.errors import InputError

PYTORCH = "https://download.pytorch.org/whl/"
CUDA_VERSIONS = ("12.6", "12.8", "13.0")
"""Offered in the dialog; the terminal takes any."""


def pytorch_index(build: str) -> str:
    """Return the index of PyTorch's build for ``cpu`` or for a version of CUDA such as 12.6."""
    if build == "cpu":
        return f"{PYTORCH}cpu"
    if not re.fullmatch(r"\d+\.\d+", build):
        raise InputError("--cuda", build, "is not a version of CUDA; give one such as 12.6")
    return f"{PYTORCH}cu{build.replace('.', '')}"


@dataclass(frozen=True)
class Sources:
    """``index`` of PyTorch (empty: pip's usual one), ``proxy``, and a folder of ``wheels``, which needs no network."""

    index: str = ""
    proxy: str = ""
    wheels: Path | None = None

    def check(self) -> None:
        """Raise InputError for a proxy or a folder that cannot be meant."""
        if self.wheels is not None and not any(self.wheels.glob("*.whl")):
            raise InputError("Folder of wheels", self.wheels, "holds no .whl files; choose the folder they lie in")
        if self.index and urlsplit(self.index).scheme not in ("https", "http", "file"):
            raise InputError(
                "--index", self.index, "is no address of an index; give one such as https://download.pytorch.org/whl/cpu"
            )
        if self.proxy and not _is_proxy(self.proxy):
            raise InputError(
                "Proxy", self.without_password(self.proxy), "is no proxy; give one such as http://proxy.example:3128"
            )

    def pip_options(self) -> list[str]:
        """Return pip's options for everything but the choice of PyTorch's build."""
        return ["--no-index", "--find-links", str(self.wheels)] if self.wheels else []

    def variables(self) -> dict[str, str]:
        """Return the proxy as pip's variable: on a command line everyone could read its password."""
        return {"PIP_PROXY": self.proxy} if self.proxy else {}

    def without_password(self, text: str) -> str:
        """Return a text in which the proxy's password is hidden."""
        password = re.search(r":[^/]+@", self.proxy)
        return text.replace(password[0], ":***@") if password else text

    def gigabytes(self) -> int:
        """Return how much disk the packages take at most."""
        return 3 if self.index.endswith("cpu") else 8

    def lines(self) -> list[str]:
        """Return where the packages come from, a sentence a line."""
        if self.wheels:
            return [f"From the wheels in {self.wheels}, without a network."]
        lines = ["From pip's usual index."]
        if self.index:
            lines = [f"From PyTorch's index {self.index} for torch and torchvision, from pip's usual index for the others."]
        return [*lines, f"Through the proxy {self.without_password(self.proxy)}."] if self.proxy else lines


def _is_proxy(text: str) -> bool:
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        return parts.scheme in ("http", "https", "socks5", "socks5h") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
