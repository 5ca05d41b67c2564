"""What a change does to the book: which pages, and which results beyond tolerance.

Written for reviewers, as Markdown: ``python -m annbook changes``.
"""

import re
from html.parser import HTMLParser

import nbformat

from annbook.results import texts

NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?")
TOLERANCE = 0.02  # relative; below, another machine's rounding may be the cause


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
    dict
        Per chapter the largest relative change of a number, or infinity where the
        words differ or there is nothing to compare with. Pictures are not compared.
    """
    moved = {}
    names = {
        path.relative_to(top) for top in (old, new) for path in top.rglob("*.ipynb")
    }
    for name in sorted(names):
        before, after = shown(old / name), shown(new / name)
        if before != after:
            moved[name.with_suffix("").as_posix()] = distance(before, after)
    return moved


def shown(path):
    """Return the text that an executed notebook's outputs show."""
    if not path.exists():
        return ""
    cells = nbformat.read(path, as_version=4).cells
    outputs = (output for cell in cells for output in cell.outputs)
    return "\n".join(
        text for output in outputs for text in texts(output) if "<svg" not in text
    )


def distance(before, after):
    """Return the largest relative change of a number between two texts."""
    if NUMBER.sub("0", before) != NUMBER.sub("0", after):
        return float("inf")
    pairs = zip(numbers(before), numbers(after), strict=True)
    return max(
        (abs(b - a) / max(abs(a), abs(b)) for a, b in pairs if a != b), default=0.0
    )


def numbers(text):
    """Return the numbers that stand in a text."""
    return [float(found.replace(",", "")) for found in NUMBER.findall(text)]


def report(pages, moved):
    """Return the changes as Markdown."""
    lines = ["### Changed pages", ""]
    lines += [f"- `{name}`" for name in pages] or ["None."]
    lines += ["", "### Changed results", ""]
    if not moved:
        return "\n".join([*lines, "None."])
    lines += ["| Chapter | Largest change of a number | |", "| --- | --- | --- |"]
    for chapter, size in moved.items():
        change = "other words" if size == float("inf") else f"{size:.1%}"
        verdict = "**beyond tolerance**" if size > TOLERANCE else ""
        lines.append(f"| `{chapter}` | {change} | {verdict} |")
    return "\n".join(lines)
