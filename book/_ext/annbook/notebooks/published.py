"""Publishes each chapter as a notebook for Colab, its results included.

The text comes from the page as Sphinx resolved it, the code and its outputs from the
committed results. Below the title, a cell installs ``annutils`` from the commit that
was built.
"""

import re

import nbformat
from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx_exercise.nodes import solution_node

from annbook.chapters import Chapter
from annbook.notebooks.addresses import Addresses, revision
from annbook.notebooks.markdown import Markdown
from annbook.notebooks.merged import GLUE, merged
from annbook.paths import ROOT
from annbook.results.cells import code_cells, source_code
from annbook.results.imports import imports

# Libraries that chapters import and Colab does not bring.
MISSING = ("optuna",)
INSTALL = """\
# The book's own package, without dependencies: Colab's own TensorFlow, Keras and NumPy
# stay as they are.
%pip install --quiet --no-deps {source}"""
INSTALLED = re.compile(r"(?<=%pip install --quiet --no-deps )[^\"]+")
MORE = ", continued"
# Tries what an exercise asks for; only its title is in sight.
CHECK = """\
# @title Check: {names}
from annutils.project.exercise import Exercise

Exercise.read(r'''
{cases}
''').check(globals())"""
FOLDED = {"cellView": "form", "jupyter": {"source_hidden": True}}


def setup(app):
    """Write a notebook whenever its page is written."""
    app.connect("builder-inited", missing)
    app.connect("html-page-context", publish)
    app.connect("build-finished", install_from_this_commit)


def file(app, page):
    """Return the path of a page's notebook, or None for a page that holds no code."""
    if app.builder.name != "html" or "kernelspec" not in app.env.metadata.get(page, ()):
        return None
    return app.builder.outdir / "notebooks" / f"{page.removeprefix('book/')}.ipynb"


def missing(app):
    """Remove the pages whose notebooks somebody removed: both are written together."""
    for page in app.env.all_docs:
        path = file(app, page)
        if path and not path.exists():
            (app.builder.outdir / f"{page}.html").unlink(missing_ok=True)


def publish(app, page, template, context, doctree):
    """Write ``notebooks/<part>/<chapter>.ipynb`` into the site."""
    if not (path := file(app, page)):
        return
    chapter = Chapter(page.removeprefix("book/"), ROOT)
    addresses = Addresses.of(app.config)
    address = addresses.site + app.builder.get_target_uri(page)
    writer = Markdown(address, lambda node: label(app, page, node))
    try:
        notebook = assemble(doctree, merged(chapter), writer, install_source(app))
    except NotImplementedError as problem:
        raise ExtensionError(f"{chapter.source}: {problem}") from problem
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")


def install_source(app):
    """Return where pip finds ``annutils`` as it is in this build."""
    addresses = Addresses.of(app.config)
    return addresses.archive(revision(ROOT, addresses.branch))


def install_from_this_commit(app, error):
    """Let the notebooks that this build did not write install its ``annutils``, too."""
    if error or app.builder.name != "html":
        return
    source = install_source(app)
    for path in (app.builder.outdir / "notebooks").rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        now = INSTALLED.sub(lambda _: source, text, count=1)
        if now != text:
            path.write_text(now, encoding="utf-8")


def label(app, page, node):
    """Return the label of a figure, table or exercise, such as "Figure 11.3".

    An equation has a number alone. The one in the node counts from the top of the page,
    those that readers see count through the book.
    """
    equation = isinstance(node, nodes.math_block)
    standard = app.env.domains["std"]
    kind = "displaymath" if equation else standard.get_enumerable_node_type(node)
    numbers = app.env.toc_fignumbers.get(page, {}).get(kind, {})
    for name in node["ids"]:
        if name in numbers:
            number = ".".join(map(str, numbers[name]))
            return app.config.numfig_format.get(kind, "%s").replace("%s", number)
    return ""


def assemble(doctree, executed, writer, source):
    """Return the chapter as a notebook.

    Parameters
    ----------
    doctree : docutils.nodes.document
        The resolved page.
    executed : NotebookNode
        The chapter with its outputs.
    writer : Markdown
        Writes the text.
    source : str
        Where pip finds ``annutils``.
    """
    cells = Cells(writer, code_cells(executed))
    cells.add_page(doctree)
    install = nbformat.v4.new_code_cell(installation(executed, source), id="install")
    title, *rest = cells.done
    metadata = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": dict(executed.metadata.kernelspec),
        "language_info": {"name": "python"},
    }
    return nbformat.from_dict(
        {
            "cells": [title, install, *rest],
            "metadata": metadata,
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def install_cell(notebook):
    """Return the cell of a published notebook that installs what it needs."""
    return next(cell for cell in notebook.cells if cell.id == "install")


def installation(executed, source):
    """Return the code of the cell that installs what the chapter needs."""
    used = {name.split(".")[0] for name in imports(source_code(executed))}
    lines = [f"%pip install --quiet {name}" for name in MISSING if name in used]
    return "\n".join([INSTALL.format(source=source), *lines])


class Cells:
    """The cells of one chapter, in the order of the page.

    Parameters
    ----------
    writer : Markdown
    code : list of NotebookNode
        The executed code cells.
    """

    def __init__(self, writer, code):
        self.writer = writer
        self.code = code
        self.used = 0  # code cells so far
        self.done = []
        self.text = []  # blocks of the Markdown cell that is being filled
        self.solution = None  # title of the solution that is being written

    def add_page(self, doctree):
        """Add everything on the page, and code cells that the page does not show."""
        self._add(doctree, 0)
        self._end_text()
        self._add_code(len(self.code))

    def _add(self, parent, level):
        """Add what the node holds; sections start a cell of their own."""
        for node in parent.children:
            if isinstance(node, nodes.title):
                self._end_text()
                self.text.append(f"{'#' * level} {self.writer.text(node)}")
            elif isinstance(node, nodes.section):
                self._add(node, level + 1)
            elif isinstance(node, solution_node):
                self._add_solution(node)
            elif node.get("nb_element") == "cell_code":
                self._end_text()
                self._add_code(node["exec_count"])
                self.text += map(self.writer.block, node.findall(nodes.caption))
            else:
                self.text.append(self.writer.block(node))
                self._add_checks(node)

    def _add_checks(self, parent):
        """Add a cell for each function that an exercise has cases for."""
        for node in parent.findall(nodes.Element):
            if node.get("cases"):
                self._end_text()
                code = CHECK.format(names=", ".join(node["names"]), cases=node["cases"])
                number = sum(cell.id.startswith("check-") for cell in self.done) + 1
                cell = nbformat.v4.new_code_cell(code, id=f"check-{number}")
                cell.metadata.update(FOLDED)
                self.done.append(cell)

    def _add_solution(self, node):
        """Add a solution: its text folds away, and so does its code."""
        title, *rest = node.children
        self._end_text()
        self.solution = title.astext()
        self._add(nodes.container("", *rest), 0)
        self._end_text()
        self.solution = None

    def _add_code(self, number):
        """Add the code cells up to the one with this number, counted from one."""
        for cell in self.code[self.used : number]:
            self.used += 1
            shown = self.used == number
            title = self.solution.removesuffix(MORE) if self.solution and shown else ""
            self.done.append(
                nbformat.v4.new_code_cell(
                    f"# @title {title}: code\n{cell.source}" if title else cell.source,
                    id=f"code-{self.used}",
                    execution_count=self.used,
                    metadata=folding(cell, title),
                    outputs=[output for output in cell.outputs if visible(output)],
                )
            )

    def _end_text(self):
        """Close the Markdown cell that is being filled."""
        text = "\n\n".join(filter(None, self.text))
        self.text = []
        if not text:
            return
        if self.solution:
            head = f"<details>\n<summary><b>{self.solution}</b></summary>"
            text = f"{head}\n\n{text}\n\n</details>"
            self.solution = self.solution.removesuffix(MORE) + MORE
        texts = sum(cell.cell_type == "markdown" for cell in self.done)
        self.done.append(nbformat.v4.new_markdown_cell(text, id=f"text-{texts + 1}"))


def folding(cell, solution):
    """Return the metadata by which Colab and JupyterLab fold a cell away, or none."""
    tags = cell.metadata.get("tags", ())
    if solution:
        hidden = {"outputs_hidden": True, "source_hidden": True}
    elif "hide-input" in tags:
        hidden = {"source_hidden": True}
    elif "hide-output" in tags:
        return {"jupyter": {"outputs_hidden": True}}
    else:
        return {}
    return {"cellView": "form", "jupyter": hidden}


def visible(output):
    """Tell whether an output shows something; what glue records does not."""
    return not all(kind.startswith(GLUE) for kind in output.get("data", {"text": ""}))
