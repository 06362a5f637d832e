"""What metadata.txt says, so that nothing of it is written twice."""

from configparser import ConfigParser
from functools import lru_cache

from ..packages.places import PLUGIN_FOLDER


@lru_cache(maxsize=1)
def _general() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
    return dict(parser["general"])


def plugin_metadata(name: str) -> str:
    """Return a field of metadata.txt."""
    return _general()[name.lower()]
