"""The documentation site builds strictly, reads offline, and quotes errors that the code still says."""

import ast
import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from support import ROOT

DOCS = ROOT / "docs"
MOST_BYTES_OF_IMAGES = 3_000_000
"""The package for QGIS's plugin repository holds the documents and must stay small."""


class Page(HTMLParser):
    """A built page: links and what it loads, as they are written, images without alternative text, and anchors."""

    def __init__(self, path):
        super().__init__()
        self.path, self.links, self.loaded, self.bare_images, self.anchors = path, [], [], [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag in ("img", "script", "link") and (given.get("src") or given.get("href")):
            self.loaded.append(given.get("src") or given["href"])
        if tag == "img" and not (given.get("alt") or "").strip():
            self.bare_images.append(given.get("src"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Build the site as scripts/docs.sh does and return its pages by path."""
    pytest.importorskip("mkdocs")
    site = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", ROOT / "mkdocs.yml", "--site-dir", site]
    built = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert built.returncode == 0, built.stderr[-3000:]
    return {path: Page(path) for path in site.rglob("*.html") if path.name != "404.html"}


def test_every_link_and_image_of_the_site_leads_somewhere(pages):
    lost = []
    for path, page in pages.items():
        for link in [*page.links, *page.loaded]:
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if parts.scheme:
                continue
            elif not target.is_file() or (parts.fragment and parts.fragment not in pages[target].anchors):
                lost.append((path.name, link))
    assert len(pages) > 30
    assert lost == []


def test_every_image_says_what_it_shows(pages):
    assert {path.name: page.bare_images for path, page in pages.items() if page.bare_images} == {}


def test_pages_load_nothing_from_elsewhere(pages):
    assert {link for page in pages.values() for link in page.loaded if urlsplit(link).netloc} == set()


def test_the_images_stay_small():
    assert sum(path.stat().st_size for path in (DOCS / "images").rglob("*") if path.is_file()) < MOST_BYTES_OF_IMAGES


def texts_of_the_code():
    """Every text of the code, with … where a value is filled in."""
    found = []
    for room in ("core", "models", "packages", "processing_provider", "algorithms", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    found.append("".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values))
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.append(node.value)
    return found


def test_the_code_still_says_what_the_questions_page_quotes():
    quoted = re.findall(r"^> (.+)$", (DOCS / "faq.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    texts = texts_of_the_code()
    stale = []
    for sentence in quoted:
        pieces = [re.escape(piece.strip()) for piece in sentence.split("…") if piece.strip(" .")]
        pattern = re.compile(".*".join(pieces), flags=re.DOTALL)
        if not any(pattern.search(text) for text in texts):
            stale.append(sentence)
    assert len(quoted) >= 20
    assert stale == []


CITED = re.compile(r"([A-ZŠ][\w'-]+)(?: et al\.|(?:, [A-Z][\w-]+)* & [A-Z][\w-]+)?,? ((?:19|20)\d\d[a-z]?)\b")
"""Horn 1981; Meyer & Pebesma 2021; Moore, Grayson & Ladson 1991; Riley et al. 1999."""


def test_every_source_stands_in_the_bibliography():
    entries = (DOCS / "methods" / "bibliography.md").read_text(encoding="utf-8").split("\n- ")
    listed = {(re.split(r"[ ,]", entry)[0], year) for entry in entries for year in re.findall(r"\b(?:19|20)\d\d[ab]?", entry)}
    cited = set()
    for path in (DOCS / "methods").glob("*.md"):
        if path.name != "bibliography.md":
            cited |= set(CITED.findall(" ".join(path.read_text(encoding="utf-8").split())))
    assert len(cited) > 40
    assert cited - listed == set()
