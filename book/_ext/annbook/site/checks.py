"""The directive ``{check}``: an exercise's code is written and tried on the page.

It stands in the exercise. Its content is the function that the reader begins with, in
Python, or several, and for those that are no pieces of ``mynet`` what they are tried
on: see `annutils.project.exercise`. A page shows it as a button, where it can run
Python; on paper, in notebooks and elsewhere, the exercise stands as it is.
"""

import ast
import json

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annbook.notebooks.markdown import Markdown
from annbook.site.translations import translator
from annbook.site.written import add_node

SCRIPT = "live/checks.js"
NUMPY = "import numpy as np"  # above all that readers write
OPEN = "Write and check it here"
FAILED = "This needs the network: try again"
# What the page says, by names that live/js/exercise.js uses; there are more in `live`.
WORDS = {
    "again": "Start again",
    "back": "Undo",
    "binary": "Nothing was changed: the file holds no text.",
    "cases": "{n} cases",
    "check": "Check",
    "comes": "Python comes to your browser, once: {megabytes} MB so far",
    "download": "Download mynet.py",
    "ended": "Stopped.",
    "file": "Your mynet.py. Control and Enter check it; Escape, then Tab leave",
    "kept": (
        "This is your mynet.py, in which a network of your own grows. It is kept in "
        "this browser, from chapter to chapter."
    ),
    "large": "Nothing was changed: the file has more than 100 kB.",
    "next": "Next: {next}",
    "notebook": "Nothing was changed: this is a notebook. Expected a file mynet.py.",
    "one": "1 case",
    "own": "Your code. Control and Enter check it; Escape, then Tab leave",
    "printed": "Printed",
    "solved": "Solved.",
    "strange": "Nothing was changed: no function stands in this file.",
    "upload": "Upload mynet.py",
    "uploaded": "The file has taken the place of what stood here.",
}


class own_code(nodes.Invisible, nodes.Element):  # noqa: N801 (docutils' way)
    """What is written here: its ``names``, its ``starter``, its ``cases`` or ""."""


def setup(app):
    """Connect to Sphinx."""
    app.add_directive("check", Check)
    add_node(app, own_code, begin, end)
    app.connect("html-page-context", add_script)


def runs(builder):
    """Tell whether the pages of a builder run Python."""
    return builder.name == "html" and bool(builder.config.annbook_lite)


def add_script(app, page, template, context, doctree):
    """Give a page with code to write the script that offers it."""
    if runs(app.builder) and doctree and any(doctree.findall(own_code)):
        translate = translator(app.config)
        words = {"data-open": translate(OPEN), "data-failed": translate(FAILED)}
        app.add_js_file(SCRIPT, loading_method="defer", **words)


class Check(SphinxDirective):
    """Read what the reader begins with, and what it is tried on."""

    has_content = True

    def run(self):
        """Return the place where code is written, or an error."""
        text = "\n".join(self.content)
        try:
            names, starter, cases = parts(text)
        except SyntaxError as error:
            message = f"a check is Python: {error.msg}, line {error.lineno}"
            return [self.state.document.reporter.error(message, line=self.lineno)]
        if not names:
            message = "a check begins with the function that is asked for"
            return [self.state.document.reporter.error(message, line=self.lineno)]
        return [own_code("", names=names, starter=starter, cases=cases)]


def parts(text):
    """Return the names that are asked for, what the reader begins with, the cases.

    Parameters
    ----------
    text : str
        Of the directive. Where it compares nothing, its functions are pieces of
        ``mynet``, and there are no cases: "".
    """
    first, cases = {}, ""
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.Expr):
            cases = text
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            first.setdefault(statement.name, ast.get_source_segment(text, statement))
    return list(first), "\n\n\n".join([NUMPY, *first.values()]), cases


@Markdown.block.register(own_code)
def no_markdown(writer, node):
    """Return nothing: a notebook has cells."""
    return ""


def begin(writer, node):
    """Begin the place; what it holds, the script makes of its attributes."""
    if not runs(writer.builder):
        raise nodes.SkipNode
    given = json.dumps({name: node[name] for name in ("names", "starter", "cases")})
    writer.body.append(
        writer.starttag(node, "div", CLASS="own-code", **{"data-given": given})
    )


def end(writer, node):
    """End it."""
    writer.body.append("</div>\n")
