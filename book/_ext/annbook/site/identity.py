"""Title, author, repository and year: from ``_config.yml`` into pages and citation."""

import re

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from annbook.paths import ROOT

logger = logging.getLogger(__name__)

BIBTEX = """\
@book{{ann{year},
  author = {{{{{author}}}}},
  title = {{{title}}},
  year = {{{year}}},
  note = {{Text and figures CC BY 4.0, code MIT}}
}}"""


def setup(app):
    """Connect to Sphinx; pages write ``{{ title }}``, ``{{ author }}`` and so on."""
    app.connect("config-inited", name_the_book)
    app.add_directive("bibtex-entry", BibtexEntry)


def identity(config):
    """Return title, author and year of the book."""
    return {
        "title": config.html_title,
        "author": config.author,
        "year": config.copyright.partition(",")[0],
    }


def name_the_book(app, config):
    """Let pages name the book, and keep what reference managers read in step."""
    config.myst_substitutions = identity(config) | config.myst_substitutions
    path = ROOT / "CITATION.cff"
    if path.exists():
        text = path.read_text(encoding="utf-8")
        options = config.html_theme_options
        named = citation(
            text, config.html_title, config.author, options["repository_url"]
        )
        if named != text:
            path.write_text(named, encoding="utf-8")
            logger.info("%s follows _config.yml again: commit it", path.name)


def citation(text, title, author, repository):
    """Return the text of ``CITATION.cff`` with this title, author and repository."""
    lines = {"title": title, "  - name": author, "repository-code": repository}
    for key, value in lines.items():
        line = f"{key}: {value}"
        text = re.sub(f"^{key}: .*$", lambda _, line=line: line, text, flags=re.M)
    return text


class BibtexEntry(SphinxDirective):
    """The book as an entry of a bibliography."""

    def run(self):
        """Return it as text to copy."""
        entry = BIBTEX.format(**identity(self.config))
        return [nodes.literal_block(entry, entry, language="bibtex")]
