"""The search of the site: one script with what it searches, one that searches it.

Pages load neither. The theme's search, and Sphinx's index behind it, are switched off:
that one ranks the bibliography before the chapter, and cites menus.
"""

import json
from pathlib import Path

import yaml
from sphinx.util import logging

from annbook.site.figures import lean
from annbook.site.kept import Kept, in_order
from annbook.site.search.documents import of_page
from annbook.site.translations import translator
from annutils.widgets.bundle import bundle

FOLDER = "search"  # below the site's _static, and below the doctrees
HERE = Path(__file__).parent
COPIED = HERE / "search.css", HERE / "js" / "vendor" / "minisearch.LICENSE.txt"
WORDS = Path("book", "search.yml")
UNSEARCHED = (
    "The search needs a script, which cannot run here. Within a page, your browser "
    "finds words by Ctrl+F; for the whole book there is the index:"
)
# What it says, by names that js/view.js uses.
SAID = {
    "elsewhere": "The book does not treat “%s”. Here it says where to read on.",
    "found": "Results: %s. First: %s",
    "lacking": (
        "The search needs the network the first time. It tries again when you type."
    ),
    "none": "Nothing found. Fewer words may help; so may the index and the glossary.",
    "search": "Search this book",
    "keys": "↑ ↓ to choose, Enter to open, Esc to close",
}

DOCUMENTS = Kept(FOLDER, of_page)

logger = logging.getLogger(__name__)


def setup(app):
    """Connect to Sphinx."""
    app.connect("builder-inited", switch_off_the_index)
    app.connect("source-read", follow_the_words)
    DOCUMENTS.connect(app)
    app.connect("html-collect-pages", collect)


def switch_off_the_index(app):
    """Keep Sphinx from writing an index and a page of its own."""
    app.builder.search = False


def follow_the_words(app, page, text):
    """Have a build that finds other words write the search, and so the first page."""
    if page == app.config.root_doc:
        app.env.note_dependency(str(WORDS))


def collect(app):
    """Write what is searched and what searches; return the page of the search."""
    if app.builder.name == "html":
        folder = Path(app.outdir, "_static", FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(searched(app), ensure_ascii=False, separators=(",", ":"))
        translate = translator(app.config)
        said = json.dumps({name: translate(each) for name, each in SAID.items()})
        code = lean(bundle("index.js", sources=HERE / "js"))
        written = {
            "documents.js": f"globalThis.searched = {text};\n",
            "search.js": f"globalThis.searchSays = {said};\n{code}\n",
            **{file.name: file.read_text(encoding="utf-8") for file in COPIED},
        }
        for name, content in written.items():
            (folder / name).write_text(content, encoding="utf-8")
    translate = translator(app.config)
    return [("search", {"unsearched": translate(UNSEARCHED)}, "search.html")]


def searched(app):
    """Return all that the search knows, as ``js/engine.js`` expects it."""
    pages = in_order(app.env, app.config.root_doc)
    documents = [one for page in pages for one in DOCUMENTS.of(app, page)]
    words = yaml.safe_load(Path(app.srcdir, WORDS).read_text(encoding="utf-8"))
    elsewhere = [
        {"address": address.replace(".md", ".html"), "topics": topics}
        for address, topics in words["elsewhere"].items()
        if address.partition(".md")[0] in pages
    ]
    known = {document["address"] for document in documents}
    for address in [each["address"] for each in elsewhere]:
        if address not in known:
            logger.warning("%s: Expected a section, found no %s.", WORDS, address)
    return {
        "documents": documents,
        "synonyms": words["synonyms"],
        "elsewhere": elsewhere,
    }
