"""The directive ``{results}``: what each chapter's results were computed with."""

from docutils import nodes
from docutils.parsers.rst import Directive

from annbook import results
from annbook.chapters import ROOT, all_chapters

HEADINGS = ("Chapter", "Device", "Seconds")


def setup(app):
    """Register the directive."""
    app.add_directive("results", Results)


class Results(Directive):
    """Tables of device and seconds by chapter, and of the versions used."""

    def run(self):
        """Return the tables, read from the executed notebooks."""
        records = {
            chapter.name: results.read(chapter).metadata.book
            for chapter in all_chapters(ROOT)
        }
        total = sum(record.seconds for record in records.values())
        rows = [
            (name, record.device, f"{record.seconds:.1f}")
            for name, record in records.items()
        ]
        rows.append(("All, one after the other", "", f"{total:.1f}"))
        versions = {}
        for record in records.values():
            for library, version in record.versions.items():
                versions.setdefault(library, set()).add(version)
        used = [(name, ", ".join(sorted(versions[name]))) for name in sorted(versions)]
        return [
            _table("Time that each chapter took", HEADINGS, rows),
            _table("Versions", ("Library", "Version"), used),
        ]


def _table(title, headings, rows):
    """Return a table of texts."""
    group = nodes.tgroup(cols=len(headings))
    group += [nodes.colspec(colwidth=1) for _ in headings]
    group += nodes.thead("", _row(headings))
    group += nodes.tbody("", *(_row(row) for row in rows))
    return nodes.table("", nodes.title(text=title), group)


def _row(texts):
    """Return one row of a table."""
    return nodes.row(
        "", *(nodes.entry("", nodes.paragraph(text=text)) for text in texts)
    )
