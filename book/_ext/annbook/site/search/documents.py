"""What a page gives to the search: a document for each thing that has an address.

These are sections, figures, tables, equations, exercises, the rows of the notation, the
terms of the glossary, the works of the bibliography, and the objects of the package's
reference. Their text is what a reader reads: no code, no output, no menu.
"""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx_exercise.nodes import solution_node

from annbook.site.questions import question
from annbook.site.search import formulas

# Where a sentence ends, unless after an abbreviation or the initial of a name.
END = re.compile(r"(?<=[.!?…])([”\")]?)\s+(?=[“\"(]?[A-Z0-9])")
SHORT = re.compile(r"(?:\b[A-Z]|\b(?:al|cf|ch|eds?|no|pp?|vol|vs)|e\.g|i\.e)\.$")
SILENT = (
    *(nodes.literal_block, nodes.doctest_block, nodes.raw, nodes.comment, nodes.target),
    *(nodes.field_list, nodes.label, addnodes.toctree, addnodes.index, solution_node),
    question,
)
# "Time: 30 minutes. Prerequisites: ...", at a chapter's head
TIME = "Time:"
SYMBOL = "Symbol"  # the head of the first column where rows explain symbols
ADDRESS = re.compile(r"\s*\b(?:URL: http|doi:)\S+")  # at the end of a source
KINDS = {"displaymath": "equation", "table": "figure"}  # others as they are
NAMED = {"displaymath": "Equation (%s)"}  # others: "Figure 7.2"


def of_page(env, page, doctree):
    """Return the documents of a page, in the order of the text.

    Parameters
    ----------
    env : sphinx.environment.BuildEnvironment
        It knows the numbers and the cited works.
    page : str
        Such as "book/glossary".
    doctree : docutils.nodes.document
        With its references resolved.

    Returns
    -------
    list of dict
        ``kind`` (section, figure, equation, exercise, symbol, term, source, api,
        contents), ``address`` from the top of the site, ``title``, ``number`` or "",
        ``section`` (the heading above it, or ""), ``heads`` (bold words at the head of
        a paragraph), ``terms`` (what stands in bold or is linked to the glossary: a
        chapter does so where it explains a term), and ``text``, a list of sentences.
    """
    walk = _Walk(env, page)
    walk.kind = "section"
    # A page that goes through the chapters, under their names, is no answer about them.
    lists = env.metadata.get(page, {}).get("search") == "contents"
    if page == env.config.root_doc or lists:
        walk.kind = "contents"
    elif next(doctree.findall(addnodes.desc), None):
        walk.kind = "api"
    for child in doctree:
        walk.visit(child, None)
    return walk.documents


def line(node):
    """Return the text of a node as one line, formulas in it as Unicode."""
    return re.sub(r"\s+", " ", ADDRESS.sub("", "".join(_pieces(node)))).strip()


def _pieces(node):
    if isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.math | nodes.math_block):
        yield formulas.text(node.astext())
    elif not isinstance(node, (*SILENT, nodes.image)):
        for child in node.children:
            yield from _pieces(child)


def sentences(text):
    """Return the sentences of a text."""
    found = []
    for part in END.sub(r"\1\n", text).split("\n"):
        if found and SHORT.search(found[-1]):
            found[-1] += f" {part}"
        elif part:
            found.append(part)
    return found


def _is_term(node):
    return isinstance(node, nodes.strong) or "std-term" in node.get("classes", ())


class _Walk:
    """Goes through a page; ``documents`` is what it has found."""

    def __init__(self, env, page):
        self.page, self.documents = page, []
        self.sections = env.toc_secnumbers.get(page, {})
        self.numbers = {
            name: (figtype, ".".join(map(str, number)))
            for figtype, numbers in env.toc_fignumbers.get(page, {}).items()
            for name, number in numbers.items()
        }
        self.works = {
            work.citation_id: work.entry
            for work in env.get_domain("cite").citations
            if work.bibliography_key.docname == page
        }

    def add(self, kind, title, at, above=None, number=""):
        """Begin a document, and return it; ``above`` is that of its section."""
        document = {
            "kind": kind,
            "address": f"{self.page}.html#{at}".rstrip("#"),
            "title": title,
            "number": number,
            "section": above["title"] if above else "",
            "heads": [],
            "terms": [],
            "text": [],
        }
        self.documents.append(document)
        return document

    def visit(self, node, into):
        """Put what a node says into a document, or begin others with it."""
        at = next(iter(node.get("ids", ())), None)
        children = node.children
        if isinstance(node, SILENT):
            return
        if isinstance(node, nodes.section) and isinstance(node[0], nodes.title):
            into, children = self.section(node, into), children[1:]
        elif isinstance(node, nodes.math_block):
            self.say(node, into)
            if at in self.numbers:
                self.say(node, self.numbered(at, into))
            return
        elif at in self.numbers:
            into = self.numbered(at, into)
            children = [
                child for child in children if not isinstance(child, nodes.title)
            ]
        elif isinstance(node, nodes.citation):
            into = self.source(at, into)
        elif isinstance(node, nodes.definition_list_item) and node[0].get("ids"):
            into = self.term(node)
            children = [
                child for child in children if not isinstance(child, nodes.term)
            ]
        elif isinstance(node, addnodes.desc) and node[0].get("ids"):
            into, children = self.object(node[0]), children[1:]
        elif isinstance(node, nodes.table) and self.head(node)[0] == SYMBOL:
            self.symbols(node, into)
            return
        elif isinstance(node, nodes.TextElement | nodes.row):
            self.say(node, into)
            return
        for child in children:
            self.visit(child, into)

    def say(self, node, into):
        """Add the sentences of a paragraph, of a caption, of a row to a document."""
        cells = node.children if isinstance(node, nodes.row) else [node]
        text = ", ".join(filter(None, map(line, cells)))
        if into and not text.startswith(TIME):
            into["text"] += sentences(text)
            terms = {line(one) for one in node.findall(nodes.Inline) if _is_term(one)}
            into["terms"] += sorted(terms - {*into["terms"]})
            first = next((child for child in node if child.astext()), None)
            if isinstance(first, nodes.strong):
                into["heads"].append(line(first))

    def section(self, node, above):
        """Begin the document of a section, or of the page."""
        number = self.sections.get(f"#{node['ids'][0]}" if above else "", ())
        name = "Section" if above else "Chapter"
        number = f"{name} {'.'.join(map(str, number))}" if number else ""
        at = node["ids"][0] if above else ""
        return self.add(self.kind, line(node[0]), at, above, number)

    def numbered(self, at, above):
        """Begin the document of a figure, a table, an equation, an exercise."""
        figtype, number = self.numbers[at]
        title = NAMED.get(figtype, f"{figtype.capitalize()} %s") % number
        return self.add(KINDS.get(figtype, figtype), title, at, above, title)

    def source(self, at, above):
        """Begin the document of a work that the book cites."""
        work = self.works[at]
        people = [" ".join(one.last_names) for one in work.persons["author"]]
        named = " and ".join(people) if len(people) < 3 else f"{people[0]} et al."
        title = re.sub("[{}]", "", f"{named} {work.fields['year']}")
        return self.add("source", title, at, above)

    def term(self, item):
        """Begin the document of a term of the glossary."""
        terms = [child for child in item if isinstance(child, nodes.term)]
        return self.add("term", ", ".join(map(line, terms)), terms[0]["ids"][0])

    def object(self, signature):
        """Begin the document of a function, a class, a method."""
        module = {"title": signature["module"]}
        return self.add("api", signature["fullname"], signature["ids"][0], module)

    def symbols(self, table, above):
        """Add a document for each row of a table that explains symbols."""
        head = self.head(table)
        at = above["address"].partition("#")[2]
        for row in table.findall(nodes.row):
            symbol, meaning, *others = map(line, row)
            if symbol != SYMBOL:
                document = self.add("symbol", symbol, at, above)
                more = zip(head[2:], others, strict=True)
                document["text"] = [meaning, *(f"{k}: {v}" for k, v in more if v)]

    def head(self, table):
        """Return what the first row of a table says, cell by cell."""
        return [line(cell) for cell in next(table.findall(nodes.row))]
