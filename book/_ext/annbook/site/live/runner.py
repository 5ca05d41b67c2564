"""Run cells in the reader's browser: what the worker's Python does.

It stands alone, so that it is read by Pyodide as it is, and tested by any Python. What
a cell shows is said in plain data, never in HTML: the page makes elements of it.
"""

import ast
import base64
import contextlib
import importlib.util
import io
import json
import linecache
import logging
import re
import shutil
import sys
import time
import types
from html.parser import HTMLParser
from pathlib import Path

# A browser tells no thread's own time: what else it did counts, too.
if not hasattr(time, "thread_time"):
    time.thread_time = time.perf_counter

MAGIC = re.compile(r"^%(?:config|matplotlib)\b.*", flags=re.MULTILINE)
MOST = 20_000  # characters of one text: no page grows without end
HEAVY = 400_000  # bytes of an SVG; beyond that, pixels are lighter
RECORDED = "application/papermill.record/text/plain"

namespaces = {}
shown = []  # what the running cell has shown


def run(source, cell=None):
    """Run a cell; return what it shows and its error as JSON.

    Parameters
    ----------
    source : str
    cell : int, optional
        Number of the cell. Cells share one namespace; without a number, the source
        runs in a namespace of its own.

    Returns
    -------
    str
        ``{"outputs": [{"kind": ...}], "error": None or {"line", "kind", "message"}}``.
    """
    shown.clear()
    name = "<cell>" if cell is None else f"<cell {cell}>"
    linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name
    error, out = None, Stream()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            show(evaluate(MAGIC.sub("", source), name, namespace(cell)))
            show_pictures()
        except BaseException as caught:
            error = told(caught, name)
            close_pictures()
    return json.dumps({"outputs": shown, "error": error})


def namespace(cell):
    """Return the namespace that a cell runs in."""
    if cell is None or "cells" not in namespaces:
        module = types.ModuleType("__main__")
        if cell is None:
            return module.__dict__
        sys.modules["__main__"] = module  # where classes of cells are looked for
        namespaces["cells"] = module.__dict__
    return namespaces["cells"]


def evaluate(source, name, names):
    """Run the source; return the value of its last line, or None."""
    tree = ast.parse(source, name)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, name, "exec"), names)  # noqa: S102 (that is what it is for)
    if last is None:
        return None
    value = eval(compile(last, name, "eval"), names)  # noqa: S307
    return None if source.rstrip().endswith(";") else value


def told(error, name):
    """Return what the page says of an error: its line in the cell, kind, message."""
    line = None
    if isinstance(error, SyntaxError) and error.filename == name:
        line = error.lineno
        message = error.msg
    else:
        message = str(error)
        trace = error.__traceback__
        while trace:
            if trace.tb_frame.f_code.co_filename == name:
                line = trace.tb_lineno
            trace = trace.tb_next
    return {"line": line, "kind": type(error).__name__, "message": message[:MOST]}


class Stream(io.TextIOBase):
    """What a cell prints: one text until something else is shown."""

    def write(self, text):
        """Add to the text."""
        if not shown or shown[-1]["kind"] != "text" or "value" in shown[-1]:
            shown.append({"kind": "text", "text": ""})
        room = MOST - len(shown[-1]["text"])
        shown[-1]["text"] += text[: max(room, 0)]
        return len(text)


def show(value):
    """Show a value: a figure, a picture, a table, or its text."""
    if value is None:
        return
    if str(getattr(value, "tag", "")).startswith("ann-"):
        settings = {
            name: str(v) for name, v in value.attributes.items() if v is not None
        }
        shown.append(
            {
                "kind": "figure",
                "tag": value.tag,
                "settings": settings,
                "carried": value._carried,
            }
        )
    elif hasattr(value, "_repr_svg_"):
        shown.append(
            {"kind": "picture", "svg": value._repr_svg_(), "text": repr(value)}
        )
    elif hasattr(value, "_repr_html_") and (rows := table(value._repr_html_())):
        shown.append({"kind": "table", "rows": rows})
    else:
        shown.append({"kind": "text", "text": repr(value)[:MOST], "value": True})


def table(html):
    """Return the rows of a table, a cell as ``[text, is a heading, columns, rows]``."""
    reader = Table()
    reader.feed(html or "")
    return reader.rows


class Table(HTMLParser):
    """Read the cells of a table."""

    def __init__(self):
        super().__init__()
        self.rows, self.open = [], False

    def handle_starttag(self, tag, attrs):
        """Begin a row or a cell."""
        given = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"} and self.rows:
            spans = [int(given.get(each, 1)) for each in ("colspan", "rowspan")]
            self.rows[-1].append(["", tag == "th", *spans])
            self.open = True

    def handle_endtag(self, tag):
        """End a cell."""
        self.open = self.open and tag not in {"td", "th"}

    def handle_data(self, data):
        """Add to the open cell."""
        if self.open:
            self.rows[-1][-1][0] += data


def show_pictures():
    """Show the open figures of Matplotlib, and close them."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        shown.append({"kind": "picture", **picture(figure), "text": "Figure"})
    pyplot.close("all")


def picture(figure):
    """Return a figure as SVG, or as pixels where those are lighter."""
    file = io.BytesIO()
    figure.savefig(file, format="svg", bbox_inches="tight", metadata={"Date": None})
    if file.tell() <= HEAVY:
        return {"svg": file.getvalue().decode()}
    file = io.BytesIO()
    figure.savefig(file, format="png", bbox_inches="tight", dpi=2 * figure.dpi)
    return {"png": base64.b64encode(file.getvalue()).decode()}


def close_pictures():
    """Close the figures of a cell that failed: the next one does not show them."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")


def prepare():
    """Take the place of a notebook's kernel, which gives `display`."""
    lighten()
    kernel, module = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    kernel.display, module.display = module, display
    # Matplotlib asks for these.
    kernel.get_ipython, kernel.version_info = lambda: None, (8, 24)
    sys.modules |= {"IPython": kernel, "IPython.display": module}


def lighten():
    """Remove the fonts of PDF: Matplotlib would read them all before it draws."""
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    if found := importlib.util.find_spec("matplotlib"):
        fonts = Path(found.origin).parent / "mpl-data" / "fonts"
        for name in ("afm", "pdfcorefonts"):
            shutil.rmtree(fonts / name, ignore_errors=True)


def display(*values, raw=False, metadata=None, **_):
    """Show values; what is recorded for the text is kept apart."""
    for value in values:
        if raw and RECORDED in value:
            name = (metadata or {}).get("scrapbook", {}).get("name")
            shown.append({"kind": "recorded", "name": name, "text": value[RECORDED]})
        elif raw:
            show(value.get("text/plain"))
        else:
            show(value)
