"""Formulas as MathML, made while the book is built: no page needs a script for them."""

from functools import cache

from docutils import nodes
from math_core import LatexError, LatexToMathML
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from annbook.site.translations import translator

# Columns of ``aligned`` and ``cases``, and small spaces; the rules are in book.css.
# Other styles are as rare as those in results, and go the same way.
CLASSES = {
    "text-align: right;justify-items: end;padding-right: 0;": "before",
    "text-align: left;justify-items: start;padding-left: 0;": "after",
    "text-align: left;justify-items: start;padding-right: 0;": "case",
    "text-align: left;justify-items: start;padding-right: 0;padding-left:1em;": "when",
    "margin-left:-0.16666667em;": "closer",
    "padding-right:0.1667em;": "thin",
}

# Upright in a root, so that its sign, which is taller than a small letter, stands on
# the line and does not hang from its bar. Taller, it would choose the next sign.
STRUT = '<mspace height="0.74em"/>'

# The script that copies TeX; without one, the button is not shown.
SCRIPT = "formulas.js"
COPY = (
    '<button type="button" class="copy-tex pst-js-only" data-copied="{copied}" '
    'data-refused="{refused}">{copy}</button>'
)

logger = logging.getLogger(__name__)


def setup(app):
    """Register the renderer that ``html_math_renderer: mathml`` selects."""
    app.add_html_math_renderer(
        "mathml",
        inline_renderers=(visit_inline, None),
        block_renderers=(visit_block, None),
    )
    app.connect("html-page-context", add_script)


def add_script(app, page, template, context, doctree):
    """Give a page with formulas the script that copies them."""
    if app.builder.name == "html" and "<math" in (context.get("body") or ""):
        app.add_js_file(SCRIPT, loading_method="defer")


@cache
def convert(latex, *, block):
    """Return a formula as a MathML element.

    Parameters
    ----------
    latex : str
        The formula without dollar signs. Several lines need an environment of their
        own, such as ``aligned``.
    block : bool
        Whether it stands on a line of its own.

    Raises
    ------
    math_core.LatexError
        When the formula cannot be read.
    """
    # With the source beside it: readers and browsers that copy a formula find TeX.
    converter = LatexToMathML(fancy_error=False, annotation=True)
    mathml = converter.convert_with_local_state(latex, displaystyle=block)
    for style, name in CLASSES.items():
        mathml = mathml.replace(f'style="{style}"', f'class="{name}"')
    return mathml.replace("<msqrt>", f"<msqrt>{STRUT}")


def visit_inline(self, node):
    """Write a formula that stands in the line of text."""
    self.body.append(_converted(node, block=False))
    raise nodes.SkipNode


def visit_block(self, node):
    """Write a formula on a line of its own, with its number and anchor, if any."""
    self.body.append(self.starttag(node, "div", CLASS="formula"))
    self.body.append(f"<div>{_converted(node, block=True)}</div>")
    if node["number"]:
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    if self.builder.name == "html":
        translate = translator(self.config)
        words = {"copy": "Copy TeX", "copied": "Copied", "refused": "Not allowed here"}
        words = {name: translate(text) for name, text in words.items()}
        self.body.append(COPY.format(**words))
    self.body.append("</div>\n")
    raise nodes.SkipNode


def _converted(node, *, block):
    """Return the formula as MathML; a wrong one is a warning, so the build fails."""
    try:
        return convert(node.astext(), block=block)
    except LatexError as error:
        logger.warning("formula %r: %s", node.astext(), error, location=node)
        return ""
