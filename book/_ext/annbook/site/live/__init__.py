"""Cells that a reader edits and runs where they stand, without a server.

Where ``make lite`` has brought Pyodide, a chapter that needs no TensorFlow, no data
files and no minutes of computing gets one small script, which puts a button on its
cells. The rest is loaded when one is pressed: an editor, and a worker that runs Python
with what the folder ``lite`` of the site holds. Cells of other chapters have a link to
Colab that says why.
"""

import json
import re
import shutil
from pathlib import Path

import numpy as np

from annbook.chapters import Chapter, all_chapters
from annbook.notebooks import lite, pyodide
from annbook.notebooks.addresses import Addresses
from annbook.notebooks.merged import merged
from annbook.paths import ROOT
from annbook.results.cells import code_cells
from annbook.site import checks, modes
from annbook.site.dark import dark
from annbook.site.reader import folded_together
from annbook.site.translations import translator

FOLDER = "live"  # below the site's _static
HERE = Path(__file__).parent
SCRIPT = HERE / "js" / "live.js"  # what a page loads that is only read
COPIED = (
    *(path for path in sorted((HERE / "js").glob("*.js")) if path != SCRIPT),
    *(HERE / name for name in ("runner.py", "backend.py")),
)
# A comment, a keyword, a number, a string (js/colors.js), in a mode of the theme.
CODE = re.compile(r"^(html\S+) \.highlight \.([ckms]) \{ color: (#\w+) \}", re.M)
AFTER_LITE = lite.AFTER_THE_NOTEBOOKS + 1
EDIT = "Edit and run"
# What a browser brings first is known only when the site stands: so no megabytes here.
NOTE = (
    "You can edit and run the code on this page in your browser. The first run "
    "downloads Python."
)
ELSEWHERE = "Needs {lacking}: run in Colab"
# A browser's times say nothing of a machine's: what a cell claims of them (tag "times")
# would be wrong, and NumPy, which is slower there, would take minutes.
TIMED = "Compares times: run in Colab"
FAILED = "This needs the network: try again"
# What the page says, by names that js/cells.js uses.
WORDS = {
    "above": "Running the cells above",
    "broken": "A cell above has an error, so this one did not run.",
    "code": "Code of this cell. Control and Enter run it; Escape, then Tab leave it.",
    "done": "Done in {seconds} s on this device",
    "edit": EDIT,
    "elsewhere": "This interactive figure stands in another chapter.",
    "failed": "Python did not start: {reason}",
    "lab": "Open in JupyterLite",
    "line": "Line {line}",
    "loading": "Bringing Python to your browser, once: {megabytes} MB",
    "picture": "Drawn by the code above",
    "reset": "Reset",
    "run": "Run",
    "running": "Running",
    "starting": "Starting",
    "stop": "Stop",
    "stopped": "Stopped. The next run starts again with the cells above.",
    "there": "Go to that cell",
    "unbrought": "the first run on this device needs the network.",
    "unheld": "A check above does not hold here",
}


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", add_script)
    app.connect("build-finished", write, priority=AFTER_LITE)


def add_script(app, page, template, context, doctree):
    """Give a chapter the script of its buttons: cells run in the page, or in Colab."""
    name = page.removeprefix("book/")
    if "kernelspec" not in app.env.metadata.get(page, ()) or not is_offered(app, name):
        return
    translate = translator(app.config)
    settings = {"data-colab": Addresses.of(app.config).colab(name)}
    if lacking := lite.lacks(Chapter(name, ROOT)):
        words = translate(ELSEWHERE).format(lacking=translate(lacking))
        settings["data-away"] = words
    else:
        settings |= {"data-words": translate(EDIT), "data-failed": translate(FAILED)}
        settings |= {"data-note": translate(NOTE)}
        settings |= {"data-chapter": name, "data-away": translate(TIMED)}
    app.add_js_file(SCRIPT.name, loading_method="defer", **settings)


def is_offered(app, name):
    """Tell whether the cells of a page have buttons."""
    offered = app.builder.name == "html" and app.config.annbook_lite
    return offered and f"book/{name}" != app.config.root_doc


def is_live(app, name):
    """Tell whether the cells of a page run in it."""
    return is_offered(app, name) and lite.runs(Chapter(name, ROOT))


def write(app, error):
    """Write what pages load when a button is pressed."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir)
    folder = site / "_static" / FOLDER
    shutil.rmtree(folder / "chapters", ignore_errors=True)
    for name in (f"../{SCRIPT.name}", "site.json", *(file.name for file in COPIED)):
        (folder / name).unlink(missing_ok=True)
    if not app.config.annbook_lite:
        return
    folder.mkdir(exist_ok=True)
    shutil.copy(SCRIPT, folder.parent)
    for file in COPIED:
        shutil.copy(file, folder)
    css = (HERE / "live.css").read_text(encoding="utf-8")
    css += colors((folder.parent / "pygments.css").read_text(encoding="utf-8"))
    (folder / "live.css").write_text(modes.by_system(css), encoding="utf-8")
    keep(folder / "site.json", said(app, site))
    for chapter in all_chapters(ROOT):
        if is_live(app, chapter.name):
            file = folder / "chapters" / f"{chapter.name}.json"
            keep(file, known(chapter, site / "lite"))


def colors(css):
    """Return as variables what a style sheet says of the kinds of code that we tell."""
    found = CODE.findall(css)
    return "".join(f"{mode}{{--code-{kind}:{color}}}" for mode, kind, color in found)


def keep(file, content):
    """Write JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, encoding="utf-8")


def said(app, site):
    """Return what all pages need to know: libraries, words, the dark theme's colors."""
    translate = translator(app.config)
    wheels = {
        path.name.partition("-")[0]: path.relative_to(site).as_posix()
        for path in sorted((site / "lite" / "pypi").glob("*.whl"))
    }
    words = {name: translate(text) for name, text in (WORDS | checks.WORDS).items()}
    return {
        "wheels": wheels,
        "modules": {pyodide.MODULES.get(name, name): name for name in pyodide.CHAPTERS},
        "words": words,
        "dark": color_matrix(),
    }


def color_matrix():
    """Return the map of `annbook.site.dark` as SVG's ``feColorMatrix`` writes it."""
    # It is affine, but clips what leaves the range: near gray nothing does.
    near = 0.25
    gray = dark(np.full(3, 0.5))
    steps = [(dark(0.5 + near * unit) - gray) / near for unit in np.eye(3)]
    rows = np.column_stack([*steps, np.zeros(3), gray - 0.5 * np.sum(steps, axis=0)])
    last = "0 0 0 1 0"
    return " ".join(" ".join(f"{x:.4f}" for x in row) for row in rows) + f" {last}"


def known(chapter, folder):
    """Return what a chapter's page needs to know: its cells, and what they take."""
    packages = ["numpy", *lite.libraries(chapter, at_once=True)]
    notebook = f"lite/lab/index.html?path={chapter.name}.ipynb"
    return {
        "cells": [cell.source for cell in cells(chapter)],
        "packages": packages,
        "bytes": weight(folder, packages),
        "notebook": notebook if lite.fits(chapter) else None,
    }


def cells(chapter):
    """Return the code cells of a chapter's page, where some are joined."""
    notebook = merged(chapter)
    notebook.cells = folded_together(notebook.cells)
    return code_cells(notebook)


def weight(folder, packages):
    """Return the bytes that a browser brings: Python, the book's own, and packages."""
    release, wheels = folder / "static" / "pyodide", folder / "pypi"
    listed = json.loads((release / pyodide.LOCK).read_text(encoding="utf-8"))[
        "packages"
    ]
    needed = pyodide.closure(listed, [name for name in packages if name in listed])
    files = [release / each["file_name"] for each in needed.values()]
    files += [release / name for name in pyodide.FILES if not name.endswith(".js")]
    own = ["annutils", *(name for name in packages if name not in listed)]
    files += [file for name in own for file in wheels.glob(f"{name}-*.whl")]
    return sum(file.stat().st_size for file in files)
