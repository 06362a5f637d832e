"""The algorithms' pages say what the algorithms say."""

import sys

from support import ROOT

sys.path.insert(0, str(ROOT / "scripts"))


def test_no_page_is_stale(provider):
    import algorithm_pages

    written = {path.name: path.read_text(encoding="utf-8") for path in algorithm_pages.PAGES.glob("*.md")}
    wanted = algorithm_pages.pages()
    stale = sorted(name for name in wanted.keys() | written.keys() if wanted.get(name) != written.get(name))
    assert stale == [], "make them again with scripts/algorithm_pages.py"
