"""The directive ``{misconceptions}``: what a chapter's readers often believe at first.

Beliefs, what holds instead, and where the chapter meets them stand in the chapter's
front matter; teachers find them in one place.
"""

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from annbook.chapters import all_chapters
from annbook.paths import ROOT


def setup(app):
    """Register the directive."""
    app.add_directive("misconceptions", Misconceptions)


class Misconceptions(SphinxDirective):
    """A list for one chapter, such as ``history/neurons``."""

    required_arguments = 1

    def run(self):
        """Return the list; the page is made anew when the chapter changes."""
        named = [one for one in all_chapters(ROOT) if one.name == self.arguments[0]]
        if not named:  # cut from this book; the link to it is told elsewhere
            return []
        (chapter,) = named
        self.env.note_dependency(str(chapter.source))
        lines = StringList(listed(chapter.notebook().metadata), str(chapter.source))
        node = nodes.container()
        self.state.nested_parse(lines, self.content_offset, node)
        return node.children


def listed(front):
    """Return the lines of a Markdown list of the misconceptions in a front matter."""
    return [
        f"- *{each['belief']}* {each['truth']} {place(each['met'])}"
        for each in front.get("misconceptions", ())
    ]


def place(label):
    """Return a link, in brackets, that says where it leads, on paper, too."""
    kind = label.partition("-")[0]
    if kind == "eq":
        return f"{{eq}}`{label}`"  # brings its brackets
    return f"({{{'numref' if kind == 'fig' else 'ref'}}}`{label}`)"
