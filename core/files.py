"""Facts about files."""

import hashlib
import os


def sha256_of(path: str | os.PathLike) -> str:
    """Return the SHA-256 of a file as hexadecimal text, read in pieces."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
