"""What a change does to the book: which pages, and which results beyond tolerance.

Written for reviewers, as Markdown: ``python -m annbook changes``.
"""

from html.parser import HTMLParser

import nbformat
from nbformat.v4 import new_notebook

from annbook.results.tolerance import between


class _Article(HTMLParser):
    """Collects the text of a page's ``<article>``: no menus, no addresses."""

    def __init__(self):
        super().__init__()
        self.inside, self.text = False, []

    def handle_starttag(self, tag, attrs):
        """Enter the article; a picture counts by what it shows."""
        self.inside |= tag == "article"
        if self.inside and tag == "img":
            self.text.append(str(dict(attrs).get("src")))

    def handle_endtag(self, tag):
        """Leave the article."""
        self.inside &= tag != "article"

    def handle_data(self, data):
        """Keep the words."""
        if self.inside:
            self.text += data.split()


def article(path):
    """Return what a reader sees of a page, or None when there is no such page."""
    if not path.exists():
        return None
    parser = _Article()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.text


def changed_pages(old, new):
    """Return the pages, by path, whose articles differ between two built sites."""
    names = {
        path.relative_to(site).as_posix()
        for site in (old, new)
        for path in (site / "book").rglob("*.html")
    }
    return sorted(name for name in names if article(old / name) != article(new / name))


def changed_results(old, new):
    """Return ``{chapter: how far its results moved}`` between two sets of results.

    Parameters
    ----------
    old, new : Path
        Folders of executed notebooks.

    Returns
    -------
    dict of str to Distance
        Of the chapters that moved at all.
    """
    names = {
        path.relative_to(top) for top in (old, new) for path in top.rglob("*.ipynb")
    }
    moved = {
        name.with_suffix("").as_posix(): between(
            results(old / name), results(new / name)
        )
        for name in sorted(names)
    }
    return {name: distance for name, distance in moved.items() if distance.cell}


def results(path):
    """Return an executed notebook, one without cells when there is none."""
    return nbformat.read(path, as_version=4) if path.exists() else new_notebook()


def report(pages, moved):
    """Return the changes as Markdown."""
    lines = ["### Changed pages", ""]
    lines += [f"- `{name}`" for name in pages] or ["None."]
    lines += ["", "### Changed results", ""]
    if not moved:
        return "\n".join([*lines, "None."])
    lines += ["| Chapter | Largest change | |", "| --- | --- | --- |"]
    for chapter, distance in moved.items():
        verdict = "**beyond tolerance**" if distance.beyond else ""
        lines.append(f"| `{chapter}` | {distance} | {verdict} |")
    return "\n".join(lines)
