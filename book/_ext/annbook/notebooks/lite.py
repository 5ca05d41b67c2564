"""Chapters that run in the reader's browser: JupyterLite, as a folder of the site.

``make lite`` brings what this takes: Pyodide's release and JupyterLite's command. From
then on, each build writes the folder ``lite``, with the notebooks of the chapters that
fit, the package ``annutils`` as a wheel, and Pyodide, so that nothing comes from
another server. Where they are not, the build leaves the folder and the buttons out.
"""

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import nbformat
from sphinx.errors import ExtensionError
from sphinx.util import logging

from annbook.chapters import all_chapters
from annbook.files import digest
from annbook.notebooks import pyodide
from annbook.notebooks.published import install_cell
from annbook.paths import CODE, ROOT
from annbook.results.cells import source_code
from annbook.results.dependencies import dependencies, distributions
from annbook.results.imports import imports

LITE = ROOT / "_build" / "lite"
# What the folder is made of, beside the notebooks.
SOURCES = ROOT / "annutils", CODE, ROOT / "pyproject.toml"
REQUIREMENTS = ("--requirement", "pyproject.toml", "--extra", "lite")
RELEASE = LITE / "pyodide"
TOOLS = LITE / "tools" / "bin"
AFTER_THE_NOTEBOOKS = 600
# What their server gives, no page of another site may read.
DATA = re.compile(r"\bload_(?:mnist|imdb)\(")
CLOCKS = {"time", "timeit"}
INSTALL = """\
# The book's own package and the libraries of this chapter. They come from this site
# and run in your browser; nothing is sent anywhere.
%pip install --quiet annutils {libraries}
%matplotlib inline"""
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
SETTINGS = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "litePluginSettings": {
            "@jupyterlite/pyodide-kernel-extension:kernel": {
                "disablePyPIFallback": True,
                # Matplotlib 3.8 draws some lines as lines that others rasterize
                "loadPyodideOptions": {
                    "env": {"PYTHONWARNINGS": "ignore:Rasterization of"}
                },
                "pyodideUrl": "./static/pyodide/pyodide.js",
            }
        },
    },
}

logger = logging.getLogger(__name__)


def setup(app):
    """Connect to Sphinx; pages are written anew when the buttons come or go."""
    app.add_config_value("annbook_lite", not lacking(), "html", types=bool)
    app.connect("builder-inited", announce)
    app.connect("build-finished", publish, priority=AFTER_THE_NOTEBOOKS)


def bring(near=None):
    """Bring Pyodide's release and JupyterLite's command; see `pyodide.bring`."""
    pyodide.bring(RELEASE, near)
    install()


def install():
    """Install JupyterLite's command into an environment of its own."""
    uv = shutil.which("uv", path=Path(sys.executable).parent) or "uv"
    start = [uv, "--quiet"]
    python = ("--python", sys.executable)
    call([*start, "venv", "--allow-existing", *python, TOOLS.parent])
    call([*start, "pip", "install", "--python", TOOLS / "python", *REQUIREMENTS])


def call(command, folder=ROOT):
    """Run a command in a folder; raise ``OSError`` when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-3000:]
        raise OSError(f"{' '.join(map(str, command))} failed:\n{said}")


def lacking():
    """Return what the site's folder would need and is not here, or nothing."""
    if not (TOOLS / "jupyter-lite").exists():
        return "JupyterLite"
    return "Pyodide" if pyodide.missing(RELEASE) else ""


def announce(app):
    """Say that the buttons are left out, and why."""
    if lack := lacking():
        reason = "%s is not here, so no chapter runs in the browser (make lite)"
        logger.info(reason, lack)


def fits(chapter):
    """Tell whether a chapter runs as a notebook with Pyodide, and says nothing wrong.

    One that compares times speaks of a machine, not of a browser on it.

    Parameters
    ----------
    chapter : Chapter

    Returns
    -------
    bool
    """
    code, _, _ = uses(chapter)
    return runs(chapter) and not CLOCKS & {each.split(".")[0] for each in imports(code)}


def runs(chapter):
    """Tell whether Pyodide can run a chapter: no TensorFlow, no data, no minutes."""
    return not lacks(chapter)


def lacks(chapter):
    """Return what a chapter needs and no browser has, or an empty string."""
    code, _, names = uses(chapter)
    known = {*pyodide.CHAPTERS, "ipython", *sys.stdlib_module_names}
    foreign = sorted({*map(str.lower, names)} - known)
    if "tensorflow" in foreign:
        return "TensorFlow"
    if DATA.search(code):
        return "the data files"
    # Said in the front matter of a chapter that trains for so long: a browser takes a
    # multiple, and who runs a cell waits for all that stand above it.
    if not foreign and chapter.notebook().metadata.get("minutes_long"):
        return "minutes of computing"
    return ", ".join(foreign)


def libraries(chapter, *, at_once=False):
    """Return the libraries that a chapter's code may import, NumPy apart.

    Unlike `dependencies`, this counts what ``annutils`` imports inside its functions,
    unless only what it imports ``at_once`` is asked for.
    """
    code, sources, _ = uses(chapter)
    texts = [text for path, text in sources.items() if path.suffix == ".py"]
    names = imports(code).union(*(imports(text, late=not at_once) for text in texts))
    found = {each for name in names for each in distributions(name)}
    return sorted(found & {*pyodide.CHAPTERS} - {"numpy"})


@cache
def uses(chapter):
    """Return a chapter's code, the sources of ``annutils`` and the libraries it uses.

    A build asks for its button, for its notebook, and for what that installs.
    """
    notebook = chapter.notebook()
    return source_code(notebook), *dependencies(chapter, notebook)


def publish(app, error):
    """Write the folder ``lite``, unless it is there with the same content."""
    if error or app.builder.name != "html":
        return
    site = Path(app.outdir) / "lite"
    if not app.config.annbook_lite:
        shutil.rmtree(site, ignore_errors=True)
        return
    contents = LITE / "contents"
    write_notebooks(Path(app.outdir) / "notebooks", contents)
    stamp, now = site / "stamp", digest(contents, *SOURCES)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != now:
        shutil.rmtree(site, ignore_errors=True)
        try:
            build(contents, site)
        except OSError as problem:
            raise ExtensionError(str(problem)) from problem
        stamp.write_text(now, encoding="utf-8")


def write_notebooks(published, contents):
    """Write the published notebooks of the chapters that fit, for the browser."""
    shutil.rmtree(contents, ignore_errors=True)
    for chapter in filter(fits, all_chapters(ROOT)):
        file = f"{chapter.name}.ipynb"
        if (published / file).exists():
            notebook = nbformat.read(published / file, as_version=4)
            code = INSTALL.format(libraries=" ".join(libraries(chapter)))
            install_cell(notebook).source = code
            notebook.metadata.kernelspec = KERNEL
            (contents / file).parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, contents / file)


def build(contents, site):
    """Build JupyterLite with the notebooks, the package's wheel and Pyodide."""
    work = LITE / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "jupyter-lite.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    (work / "pypi").mkdir()
    for wheel in pyodide.WHEELS:
        shutil.copy(RELEASE / wheel, work / "pypi")
    wheel = ("build", "--target", "wheel", "--directory", work / "pypi")
    call([TOOLS / "python", "-m", "hatchling", *wheel])
    options = ("--contents", contents, "--apps", "lab", "--no-sourcemaps")
    places = ("--lite-dir", work, "--output-dir", site)
    call([TOOLS / "jupyter-lite", "build", *options, *places], work)
    pyodide.place(RELEASE, site / "static" / "pyodide")
