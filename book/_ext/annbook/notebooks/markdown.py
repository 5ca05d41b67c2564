"""Resolved pages as plain Markdown, which any notebook program reads.

Sphinx has resolved every role and directive by then: what is left are docutils nodes,
and each kind of node has one way to be written. A kind that is not listed here is an
error, so that nothing is lost in silence.
"""

import re
from functools import singledispatchmethod
from urllib.parse import quote, urljoin

from docutils import nodes
from sphinx import addnodes

SPECIAL = re.compile(r"[\\`*_$<]|\](?=\()|&(?=#?\w+;)")
# What would start a list, a heading or a quotation.
START = re.compile(r"([#>+-]|\d+[.)])(?=\s|$)")
SILENT = (
    *(nodes.target, nodes.comment, nodes.raw, nodes.substitution_definition),
    *(addnodes.index, addnodes.highlightlang, addnodes.toctree),
)
# What stands around the text of a node.
AROUND = {
    nodes.emphasis: "*{}*",
    nodes.strong: "**{}**",
    nodes.subscript: "<sub>{}</sub>",
    nodes.superscript: "<sup>{}</sup>",
    nodes.footnote_reference: "<sup>{}</sup>",
}


class Markdown:
    """Writes the nodes of one page.

    Parameters
    ----------
    page : str
        The published address of the page, to which links are relative.
    number : callable, optional
        Takes a figure, table or exercise and returns its label, such as "Figure 3", or
        an equation and returns its number.
    """

    def __init__(self, page, number=lambda node: ""):
        self.page = page
        self.number = number

    def blocks(self, children):
        """Return several blocks, a blank line between them."""
        return "\n\n".join(filter(None, map(self.block, children)))

    def text(self, node):
        """Return what the node holds as one line of text."""
        return "".join(map(self.inline, node.children))

    @singledispatchmethod
    def block(self, node):
        """Return a node that stands on lines of its own."""
        if isinstance(node, SILENT):
            return ""
        raise NotImplementedError(f"no Markdown for {type(node).__name__}: {node}")

    @singledispatchmethod
    def inline(self, node):
        """Return a node that stands in a line of text."""
        if isinstance(node, SILENT):
            return ""
        raise NotImplementedError(f"no Markdown for {type(node).__name__}: {node}")

    @block.register
    def _(self, node: nodes.paragraph):
        text = self.text(node).strip()
        if found := START.match(text):
            mark = found.end(1) - 1
            text = f"{text[:mark]}\\{text[mark:]}"
        return text

    @block.register
    def _(self, node: nodes.math_block):
        number = self.number(node) or node.get("number")
        tag = f"\n\\tag{{{number}}}" if number else ""
        return f"$$\n{node.astext().strip()}{tag}\n$$"

    @block.register
    def _(self, node: nodes.literal_block):
        text = node.astext()
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text) or [""]))
        return f"{fence}\n{text}\n{fence}"

    @block.register
    def _(self, node: nodes.bullet_list):
        return self._list(node, lambda index: "- ")

    @block.register
    def _(self, node: nodes.enumerated_list):
        start = node.get("start", 1)
        return self._list(node, lambda index: f"{start + index}. ")

    def _list(self, node, mark):
        """Return a list; tight when its items are single paragraphs."""
        items = []
        for index, item in enumerate(node.children):
            start = mark(index)
            lines = self.blocks(item.children).replace("\n", "\n" + " " * len(start))
            items.append(start + "\n".join(map(str.rstrip, lines.split("\n"))))
        tight = all(len(item.children) == 1 for item in node.children)
        return ("\n" if tight else "\n\n").join(items)

    @block.register
    def _(self, node: nodes.definition_list_item):
        *terms, definition = node.children
        names = ", ".join(self.text(term) for term in terms)
        return f"**{names}**\n\n{self.blocks(definition.children)}"

    @block.register
    def _(self, node: nodes.block_quote):
        return quoted(self.blocks(node.children))

    @block.register
    def _(self, node: nodes.Admonition):
        title, *rest = node.children
        if not isinstance(title, nodes.title):
            title, rest = nodes.title(text=node.tagname.title()), node.children
        name = " ".join(filter(None, (self.number(node), self.text(title).strip())))
        return quoted(f"**{name}**\n\n{self.blocks(rest)}")

    @block.register(nodes.container)
    @block.register(nodes.compound)
    @block.register(nodes.definition_list)
    @block.register(nodes.figure)
    @block.register(nodes.section)
    @block.register(addnodes.glossary)
    def _(self, node):
        return self.blocks(node.children)

    @block.register
    def _(self, node: nodes.caption):
        label = self.number(node.parent)
        return (f"**{label}.** " if label else "") + self.text(node)

    @block.register
    @inline.register
    def _(self, node: nodes.image):
        # One that says nothing decorates a page; a notebook would fetch it from there.
        alt = node.get("alt")
        return f"![{escaped(alt)}]({self.link(node['uri'])})" if alt else ""

    @block.register
    def _(self, node: nodes.table):
        rows = [
            " | ".join(self._entry(entry) for entry in row.children)
            for row in node.findall(nodes.row)
        ]
        columns = len(next(node.findall(nodes.row)).children)
        rows.insert(1, " | ".join(["---"] * columns))
        table = "\n".join(f"| {row} |" for row in rows)
        title = node.next_node(nodes.title)
        if title is None:
            return table
        return f"**{self.number(node)}.** {self.text(title)}\n\n{table}"

    def _entry(self, entry):
        """Return a cell of a table, in which a bar would start the next cell."""
        for formula in entry.findall(nodes.math):
            formula[:] = [nodes.Text(formula.astext().replace("|", r"\vert "))]
        text = "<br>".join(self.text(paragraph) for paragraph in entry.children)
        return text.replace("|", r"\|")

    @block.register
    def _(self, node: nodes.footnote):
        label, *rest = node.children
        return f"<sup>{label.astext()}</sup> {self.blocks(rest)}"

    @block.register
    def _(self, node: nodes.transition):
        return "---"

    @inline.register
    def _(self, node: nodes.Text):
        return escaped(re.sub(r"\s*\n\s*", " ", node.astext()))

    @inline.register(nodes.inline)
    @inline.register(addnodes.pending_xref)
    @inline.register(nodes.emphasis)
    @inline.register(nodes.strong)
    @inline.register(nodes.subscript)
    @inline.register(nodes.superscript)
    @inline.register(nodes.footnote_reference)
    def _(self, node):
        return AROUND.get(type(node), "{}").format(self.text(node))

    @inline.register
    def _(self, node: nodes.literal):
        text = node.astext()
        return f"`` {text} ``" if "`" in text else f"`{text}`"

    @inline.register
    def _(self, node: nodes.math):
        return f"${' '.join(node.astext().split())}$"

    @inline.register
    def _(self, node: nodes.reference):
        target = node.get("refuri") or f"#{node['refid']}"
        return f"[{self.text(node)}]({self.link(target)})"

    def link(self, target):
        """Return a link of the page as a full address."""
        return quote(urljoin(self.page, target), safe=":/?#&=%@+,;~")


def escaped(text):
    """Return the text with what Markdown would read as markup taken literally."""
    return SPECIAL.sub(r"\\\g<0>", text)


def quoted(text):
    """Return the text as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
