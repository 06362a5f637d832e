"""Sentences with values in them, written in English by core and models, in the user's language.

``core`` and ``models`` know nothing of QGIS and write plain English sentences around file names and numbers. A translation
holds them as patterns, ``has %1 bands; choose a raster with %2``; where a sentence reaches the user, the pattern that fits it
gives its values to the translated one. A sentence without a pattern stays English.
"""

import re
from functools import lru_cache
from xml.etree import ElementTree  # nosec B405  # reads the plugin's own translations alone

from ..core.errors import InputError
from .language import FOLDER, to_translate, tr

PLACE = re.compile(r"%(\d+)")


def translated(sentence: str) -> str:
    """Return a sentence in the user's language."""
    exact = tr(sentence)
    if exact != sentence:
        return exact
    bare = sentence.removesuffix(".")
    said = _with_values(bare)
    return sentence if said is None else said + (tr(".") if bare != sentence else "")


def _with_values(sentence: str) -> str | None:
    """Return a sentence without its full stop in the user's language, None where no pattern fits."""
    exact = tr(sentence)
    if exact != sentence:
        return exact
    for anchor, pattern, translation in _patterns(tr(LANGUAGE)):
        if anchor in sentence and (found := pattern.fullmatch(sentence)):
            return PLACE.sub(lambda place: _with_values(found[f"v{place[1]}"]) or found[f"v{place[1]}"], translation)
    return None


def translated_problem(problem: Exception) -> str:
    """Return what an error says in the user's language; parameter and value stay as they are."""
    if isinstance(problem, InputError):
        return f"{problem.subject} {translated(problem.problem)}{tr('.')}"
    return translated(str(problem))


LANGUAGE = to_translate("language: en")
"""Translated as ``language: zh_CN`` and so on: tells which patterns are in use."""


@lru_cache(maxsize=2)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern, str], ...]:
    """Return longest fixed piece, pattern and translation of a language's sentences, those with the most fixed text first."""
    path = FOLDER / f"landslide_toolbox_{language.removeprefix('language: ')}.ts"
    if language == LANGUAGE or not path.exists():
        return ()
    found = []
    for message in ElementTree.parse(path).iter("message"):  # nosec B314
        source, translation = message.findtext("source", ""), message.findtext("translation", "")
        if translation and PLACE.search(source):
            found.append((source, translation))
    found.sort(key=lambda pair: len(PLACE.sub("", pair[0])), reverse=True)
    return tuple((max(PLACE.split(source)[::2], key=len), _pattern(source), translation) for source, translation in found)


def _pattern(source: str) -> re.Pattern:
    pieces = PLACE.split(source)
    fixed, places = pieces[::2], pieces[1::2]
    text = re.escape(fixed[0])
    for place, piece in zip(places, fixed[1:], strict=True):
        text += f"(?P<v{place}>.+?)" + re.escape(piece)
    return re.compile(text, re.DOTALL)
