"""The model file (*.lsm): a zip with the model card and one payload, neither of which can execute code."""

import json
import math
import os
import zipfile
import zlib
from dataclasses import dataclass

from ..core.atomic import whole_file
from ..core.errors import InputError

CARD = "model.json"
PAYLOADS = ("weights.safetensors", "model.ubj", "model.skops")
FORMAT_VERSION = 1
LARGEST_CARD = 16 << 20
LARGEST_PAYLOAD = 4 << 30
DAMAGE = (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged archive raises."""


@dataclass(frozen=True)
class ModelFile:
    """A model card (plain JSON values) and the payload with its member name."""

    card: dict
    payload_name: str
    payload: bytes


def write_model_file(path: str | os.PathLike, model: ModelFile) -> None:
    """Write a model file, whole or not at all. ``card`` must hold ``task``: ``detection`` or ``susceptibility``."""
    card = {"format_version": FORMAT_VERSION, **model.card}
    with whole_file(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(CARD, json.dumps(card, indent=1, ensure_ascii=False))
        # weights of networks are noise to a compressor: it takes seconds and gains a few per cent
        is_weights = model.payload_name.endswith(".safetensors")
        archive.writestr(model.payload_name, model.payload, zipfile.ZIP_STORED if is_weights else zipfile.ZIP_DEFLATED)


def read_card(path: str | os.PathLike, task: str, parameter: str = "MODEL") -> dict:
    """Return the model card and read nothing else; raises InputError for a file that is no model or one for another task."""
    with _opened(path, parameter) as archive:
        return _card(archive, path, task, parameter)


def read_model_file(path: str | os.PathLike, task: str, parameter: str = "MODEL") -> ModelFile:
    """Return card and payload; member names and sizes are checked before anything is read."""
    with _opened(path, parameter) as archive:
        card = _card(archive, path, task, parameter)
        name = next(entry.filename for entry in archive.infolist() if entry.filename in PAYLOADS)
        try:
            return ModelFile(card, name, archive.read(name))
        except DAMAGE:
            raise InputError(parameter, path, "is damaged; copy it again or train the model again") from None


def _opened(path: str | os.PathLike, parameter: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGE:
        raise InputError(parameter, path, "is not a Landslide Toolbox model; choose a .lsm file written by training") from None
    entries = archive.infolist()
    sizes = {entry.filename: entry.file_size for entry in entries}
    payloads = [name for name in sizes if name in PAYLOADS]
    expected = len(sizes) == len(entries) == 2 and CARD in sizes and len(payloads) == 1
    expected = expected and all(entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries)
    if not expected or sizes[CARD] > LARGEST_CARD or sizes[payloads[0]] > LARGEST_PAYLOAD:
        archive.close()
        raise InputError(parameter, path, "is not a Landslide Toolbox model; choose a .lsm file written by training")
    return archive


def _card(archive: zipfile.ZipFile, path: str | os.PathLike, task: str, parameter: str) -> dict:
    try:
        card = json.loads(archive.read(CARD))
        version, made_for = card["format_version"], card["task"]
    except (*DAMAGE, KeyError, TypeError):
        raise InputError(parameter, path, "has a damaged model card; train the model again") from None
    if version != FORMAT_VERSION:
        raise InputError(parameter, path, f"has model format {version}, this toolbox reads {FORMAT_VERSION}; update it")
    if made_for != task:
        raise InputError(parameter, path, f"is a {made_for} model where a {task} model is needed; choose another file")
    return card


def is_number(value: object) -> bool:
    """True for what JSON calls a number; to Python true and false are numbers too."""
    return type(value) in (int, float)


def check_cell_size(size: object) -> None:
    """Raise ValueError unless a card's cell size is unknown (None) or a length."""
    if size is not None and not (is_number(size) and 0 < size < math.inf):
        raise ValueError(f"cells of {size}")
