"""The directive ``{results}``: what each chapter's results were computed with."""

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annbook.chapters import all_chapters
from annbook.paths import ROOT
from annbook.results import committed
from annbook.site.translations import translator


def setup(app):
    """Register the directive."""
    app.add_directive("results", Results)


class Results(SphinxDirective):
    """Tables of device and seconds by chapter, and of the versions used."""

    def run(self):
        """Return the tables, read from the executed notebooks that can be read."""
        records = {
            chapter.name: results.metadata.book
            for chapter in all_chapters(ROOT)
            if (results := committed.readable(chapter))
        }
        translate = translator(self.config)
        return [times(records, self._link, translate), versions(records, translate)]

    def _link(self, name):
        """Return a link to a chapter, which shows its title."""
        link = addnodes.pending_xref(
            "",
            nodes.inline(),
            refdoc=self.env.docname,
            refdomain="std",
            refexplicit=False,
            reftarget=f"/book/{name}",
            reftype="doc",
            refwarn=True,
        )
        return nodes.paragraph("", "", link)


def times(records, link, translate=str):
    """Return the table of device and seconds by chapter.

    Parameters
    ----------
    records : dict
        What each executed notebook records, by the chapter's name.
    link : callable
        Turns a chapter's name into the node that stands for it.
    translate : callable, optional
        Translates a heading.
    """
    rows = [
        [link(name), record["device"], f"{record['seconds']:.1f}"]
        for name, record in records.items()
    ]
    total = sum(record["seconds"] for record in records.values())
    rows.append([translate("One after the other"), "", f"{total:.1f}"])
    headings = [translate(word) for word in ("Chapter", "Device", "Seconds")]
    return _table(translate("Where and how long"), headings, rows)


def versions(records, translate=str):
    """Return the table of the versions used, one line for each library."""
    used = {}
    for record in records.values():
        for library, version in record["versions"].items():
            used.setdefault(library, set()).add(version)
    rows = [[name, ", ".join(sorted(used[name]))] for name in sorted(used)]
    headings = [translate("Library"), translate("Version")]
    return _table(translate("With which versions"), headings, rows)


def _table(title, headings, rows):
    """Return a table with a title; its cells are texts or nodes."""
    group = nodes.tgroup(cols=len(headings))
    group += [nodes.colspec(colwidth=1) for _ in headings]
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", nodes.title(text=title), group)


def _row(cells):
    """Return one row of a table."""
    return nodes.row("", *(nodes.entry("", _node(cell)) for cell in cells))


def _node(cell):
    """Return the cell as a node."""
    return nodes.paragraph(text=cell) if isinstance(cell, str) else cell
