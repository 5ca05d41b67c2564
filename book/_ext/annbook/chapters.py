"""Which chapters the book has, and the notebook that each one is."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from sphinx_external_toc.parsing import MalformedError, parse_toc_yaml

from annbook.paths import ROOT


@dataclass(frozen=True)
class Chapter:
    """One chapter: a MyST text notebook under ``book/``.

    Attributes
    ----------
    name : str
        Its path below ``book/`` without suffix, such as ``practice/mnist``.
    root : Path
        The top level of the repository.
    """

    name: str
    root: Path = ROOT

    @property
    def source(self):
        """The Markdown file that authors edit."""
        return self.root / "book" / f"{self.name}.md"

    @property
    def executed(self):
        """The committed file with its results."""
        return self.root / "book" / "_executed" / f"{self.name}.ipynb"

    @property
    def text(self):
        """What the Markdown file holds; editors of Windows put a mark before it."""
        try:
            return self.source.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            place = self.source.relative_to(self.root)
            raise ValueError(f"{place}: Expected UTF-8, got {error}.") from error

    def notebook(self, text=None):
        """Return the notebook that the chapter's file, or another text, describes."""
        if text is None:
            text = self.text
        # Fences of colons hide what they contain, as they do on the page.
        config = MdParserConfig(enable_extensions={"colon_fence", "dollarmath"})
        return read_myst_markdown_notebook(
            text, config, add_source_map=True, path=self.source
        )


def all_chapters(root=ROOT):
    """Return the chapters that hold code, in the order of ``_toc.yml``."""
    try:
        toc = parse_toc_yaml(root / "_toc.yml")
    except (MalformedError, yaml.YAMLError) as error:
        raise ValueError(f"_toc.yml: {error}") from error
    found = [
        Chapter(page.removeprefix("book/"), root)
        for page in _pages(toc, toc.root.docname)
    ]
    # A page that is missing is Sphinx's to report; other pages hold no code.
    return [
        chapter
        for chapter in found
        if chapter.source.exists() and is_myst_markdown_notebook(chapter.text)
    ]


def _pages(toc, page):
    """Yield a page and those below it, in the order of reading."""
    yield page
    for child in toc[page].child_files():
        yield from _pages(toc, child)


def find(name, root=ROOT):
    """Return the chapter of that name; raise ``ValueError`` when there is none."""
    known = {chapter.name: chapter for chapter in all_chapters(root)}
    if name not in known:
        short = {known_name.rpartition("/")[2]: known_name for known_name in known}
        last = name.strip("/").rpartition("/")[2].removesuffix(".md")
        near = [short[match] for match in get_close_matches(last, short)]
        hint = f"near is {', '.join(near)}" if near else f"there are {', '.join(known)}"
        raise ValueError(f"no chapter {name!r}; {hint}")
    return known[name]
