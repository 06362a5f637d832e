"""The computer: memory and NVIDIA cards, seen without PyTorch, so that they can tell which build of it to install."""

import csv
import os
import sys
from dataclasses import dataclass

from .running import answer_of

QUESTION = ["nvidia-smi", "--query-gpu=name,memory.total,driver_version,compute_cap", "--format=csv,noheader,nounits"]


@dataclass(frozen=True)
class Card:
    """An NVIDIA card: name, memory in MiB, version of the driver, and compute capability such as 8.6."""

    name: str
    memory: float
    driver: str
    capability: float


def nvidia_cards() -> list[Card]:
    """Return the NVIDIA cards that the driver's own program knows; none where there is no driver."""
    return cards_in(answer_of(QUESTION, seconds=20.0) or "")


def cards_in(printed: str) -> list[Card]:
    """Return the cards in what nvidia-smi prints: a line for each, with commas."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(printed.splitlines())]
    return [Card(row[0], _number(row[1]), row[2], _number(row[3])) for row in rows if len(row) == 4]


def suggested_build(cards: list[Card], platform: str = sys.platform) -> str:
    """Return the build of PyTorch that fits: ``cpu``, a version of CUDA, or nothing where there is one build alone (macOS)."""
    if platform == "darwin":
        return ""
    if not cards:
        return "cpu"
    card = cards[0]
    if card.capability >= 7.5 and _number(card.driver.split(".")[0]) >= 580:
        return "13.0"
    return "12.8" if card.capability >= 10 else "12.6"


def memory() -> int | None:
    """Return the bytes of memory of this computer, None where it is not known."""
    if sys.platform != "win32":
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    import ctypes

    class Status(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows programming interface."""

        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)]
        _fields_ += [(name, ctypes.c_ulonglong) for name in ("total", "free", "t1", "f1", "t2", "f2", "extended")]

    status = Status(length=ctypes.sizeof(Status))
    return status.total if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")  # "[N/A]": cards whose memory is the computer's
