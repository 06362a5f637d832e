"""Why an installation failed, in one sentence: what happened and what to do, read from what was printed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .sources import Sources


@dataclass(frozen=True)
class Circumstances:
    """What a sentence may need: the folder, and where the packages were to come from."""

    folder: Path
    sources: Sources
    named: str = ""
    """What the printed text names: a wheel, a package, a conflict."""

    @property
    def index(self) -> str:
        """The index that was asked."""
        return self.sources.index or "pip's index"

    @property
    def proxy(self) -> str:
        """The proxy, without its password."""
        return self.sources.without_password(self.sources.proxy)

    @property
    def offline(self) -> bool:
        """Whether a folder of wheels was to serve."""
        return self.sources.wheels is not None


Sentence = Callable[[Circumstances], str]


def _damaged(it: Circumstances) -> str:
    if it.offline:
        return f"a wheel is damaged or incomplete ({it.named}); copy it into {it.sources.wheels} again"
    return f'a wheel is damaged or incomplete ({it.named}); empty pip\'s cache with "pip cache purge" and install again'


def _not_reached(it: Circumstances) -> str:
    if it.proxy:
        return f"{it.index} cannot be reached through the proxy {it.proxy}; check both, or choose a folder of wheels"
    return f"{it.index} cannot be reached; check the network, give a proxy or choose a folder of wheels"


def _not_found(it: Circumstances) -> str:
    if it.offline:
        return f"the folder {it.sources.wheels} has no {it.named} that fits this Python and what QGIS carries; put it there"
    return f"{it.index} has no {it.named} that fits this Python and what QGIS carries; choose another build of PyTorch"


CAUSES: tuple[tuple[str, Sentence], ...] = (
    (
        r"No space left on device|\[Errno 28\]|not enough space on the disk|WinError 112|Disk quota exceeded|\[Errno 122\]",
        lambda it: f"the disk of {it.folder} is full; free some space there and install again",
    ),
    (
        r"ensurepip is not|No module named '?(?:ensurepip|venv|pip)\b",
        lambda _: (
            "QGIS's Python lacks the module that makes environments; add it (Debian and Ubuntu: the package "
            "python3-venv) and install again"
        ),
    ),
    (r"Wheel '?([^\s']+)'? .*is invalid|BadZipFile|not a zip file|Bad magic number|has an invalid wheel", _damaged),
    (
        r"DO NOT MATCH THE HASHES|IncompleteRead|Connection broken: Invalid|[Ii]ncomplete-?\s?download",
        lambda _: (
            "a download broke off or was changed on its way; install again, and ask whoever runs the network when that repeats"
        ),
    ),
    (
        r"Cannot connect to proxy|ProxyError|407 Proxy",
        lambda it: f"the proxy {it.proxy or 'of this system'} does not let pip through; correct it and install again",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed",
        lambda it: (
            f"the certificate of {it.index} was not accepted; where a network inspects connections, name its "
            "certificate file to pip (pip config set global.cert FILE) and install again"
        ),
    ),
    (
        r"NewConnectionError|NameResolutionError|name resolution|Max retries exceeded|ConnectTimeout|ReadTimeout|"
        r"Read timed out|ConnectionResetError|RemoteDisconnected|Connection refused|Network is unreachable|WinError 100\d\d",
        _not_reached,
    ),
    (r"No matching distribution found for (\S+)", _not_found),
    (
        r"conflict is caused by:\n((?: {4}.+\n?)+)|ResolutionImpossible",
        lambda it: (
            f"the packages do not fit each other or what QGIS carries ({it.named}); choose other wheels or another "
            "build of PyTorch"
        ),
    ),
    (
        r"Permission denied|\[Errno 13\]|WinError 5\b|Read-only file system|\[Errno 30\]",
        lambda it: f"{it.folder} cannot be written; name another folder with --folder or ask for the right to write there",
    ),
    (
        r"WinError 206|Windows Long Path|filename or extension is too long",
        lambda it: (
            f"the path of {it.folder} is too long for Windows; switch long paths on in Windows or name a shorter "
            "folder with --folder"
        ),
    ),
)
"""What a text says when it fails for a cause, and the sentence; the first that is found counts."""


def why_it_failed(lines: Iterable[str], sources: Sources, folder: Path) -> str:
    """Return the cause and its cure as part of a sentence; where none is known, the last error that was printed."""
    lines = [line for line in lines if not re.search(r"Retry\(total=[1-9]", line)]  # those it tried again
    text = "\n".join(lines)
    for pattern, sentence in CAUSES:
        found = re.search(pattern, text)
        if found:
            named = next(filter(None, found.groups()), found[0])
            return sentence(Circumstances(folder, sources, ", ".join(line.strip() for line in named.splitlines())))
    errors = [line for line in lines if "error" in line.lower()] or lines or ["nothing"]
    return f"pip says {errors[-1].strip().removeprefix('ERROR: ').rstrip('.')!r}; the log tells more"
