"""JupyterLite as readers meet it: built, served, and run in Chromium.

Where ``make lite`` has made the site's folder, that one is tested. Elsewhere, one is
built. Where Pyodide is out of reach, chapters open, but their cells run in no test.
"""

import functools
import http.server
import json
import os
import threading
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.notebooks import lite, pyodide
from annbook.results.cells import code_cells

pytestmark = pytest.mark.launch
HTML = ROOT / "_build" / "html"
FIT = [chapter.name for chapter in all_chapters() if lite.fits(chapter)]
PLAYED = "history/perceptron"  # with the figure that a test plays
SECONDS = 300  # for all cells of a chapter, Python's start included


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line per request."""

    def log_message(self, *_):
        """Say nothing."""


def build(folder, patch):
    """Build the folder ``lite`` of a site; return why its cells cannot run, or ""."""
    patch.setattr(lite, "LITE", folder)
    patch.setattr(lite, "RELEASE", folder / "pyodide")
    patch.setattr(lite, "TOOLS", folder / "tools" / "bin")
    lite.install()
    reason, near = "", os.environ.get("PYODIDE")
    try:
        pyodide.bring(lite.RELEASE, near and Path(near))
    except OSError as error:
        reason = f"Pyodide's release is out of reach: {error} (or: PYODIDE=folder)"
        patch.setattr(pyodide, "place", lambda folder, target: None)
    lite.write_notebooks(HTML / "notebooks", folder / "contents")
    lite.build(folder / "contents", folder / "html" / "lite")
    return reason


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a folder that holds ``lite``, and why its cells cannot run, or ""."""
    if (HTML / "lite" / "stamp").exists():
        yield HTML, ""
        return
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyodide, "PAUSES", ())
        reason = build(folder, patch)
    yield folder / "html", reason


@pytest.fixture(scope="module")
def address(site):
    """Serve the site; return its address."""
    handler = functools.partial(Quiet, directory=site[0])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Visit:
    """A reader who opens a chapter.

    Parameters
    ----------
    browser : Browser
    address : str
        Of the site.
    name : str
        Of the chapter.
    """

    def __init__(self, browser, address, name):
        self.context = browser.new_context()
        self.hosts = set()
        self.context.on("request", self._note)
        self.context.route("**/jupyter-lite.json*", expose)
        self.page = self.context.new_page()
        self.page.goto(f"{address}/lite/lab/index.html?path={name}.ipynb")
        self.page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)

    def _note(self, request):
        if not request.url.startswith(("blob:", "data:")):
            self.hosts.add(urlsplit(request.url).netloc)

    def run(self):
        """Run all cells; return the notebook."""
        self.page.evaluate("""() => {
            const panel = jupyterapp.shell.currentWidget;
            window.done = false;
            panel.context.sessionContext.ready
                .then(() => jupyterapp.commands.execute("notebook:run-all-cells"))
                .finally(() => { window.done = true; });
        }""")
        self.page.wait_for_function("window.done", timeout=SECONDS * 1000)
        model = "jupyterapp.shell.currentWidget.content.model.toJSON()"
        return nbformat.from_dict(self.page.evaluate(model))


def expose(route):
    """Let the test talk to JupyterLab, which is hidden from scripts otherwise."""
    answer = route.fetch()
    settings = answer.json()
    settings["jupyter-config-data"]["exposeAppInBrowser"] = True
    route.fulfill(response=answer, json=settings)


@pytest.mark.parametrize("name", FIT)
def test_a_chapter_runs_in_the_browser_from_top_to_bottom(site, address, browser, name):
    _, reason = site
    visit = Visit(browser, address, name)
    if not reason:
        cells = code_cells(visit.run())
        wrong = [o for cell in cells for o in cell.outputs if o.output_type == "error"]
        assert wrong == []
        assert all(cell.execution_count for cell in cells)
    hosts = visit.hosts
    visit.context.close()
    assert hosts == {urlsplit(address).netloc}, "a request left the site"
    if reason:
        pytest.skip(f"opened, not run: {reason}")


@pytest.mark.skipif(PLAYED not in FIT, reason=f"needs the chapter {PLAYED}")
def test_an_interactive_figure_is_alive_in_the_browser(site, address, browser):
    if site[1]:
        pytest.skip(site[1])
    visit = Visit(browser, address, PLAYED)
    sources = [cell.source for cell in visit.run().cells]
    number = next(i for i, source in enumerate(sources) if "widgets.perc" in source)
    scroll = "number => jupyterapp.shell.currentWidget.content.scrollToItem(number)"
    visit.page.evaluate(scroll, number)
    figure = visit.page.locator("ann-perceptron").first
    figure.get_by_role("button", name="It stays", exact=True).click()
    figure.locator(".status", has_text="Yes: point 1").wait_for()
    visit.context.close()


def test_every_chapter_that_fits_is_there_and_no_other(site):
    files = site[0] / "lite" / "files"
    found = {path.relative_to(files).as_posix() for path in files.rglob("*.ipynb")}
    assert found == {f"{name}.ipynb" for name in FIT}


def test_no_setting_leads_to_another_server(site):
    """What is not set here falls back to an address of the kernel's own."""
    folder = site[0] / "lite"
    settings = json.loads((folder / "jupyter-lite.json").read_text())
    assert "://" not in json.dumps(settings)
    plugins = settings["jupyter-config-data"]["litePluginSettings"]
    kernel = plugins["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"] is True
    assert kernel["pyodideUrl"] == "./static/pyodide/pyodide.js"
    for address in kernel["pipliteUrls"]:
        assert (folder / urlsplit(address).path).exists()


def test_the_wheel_is_the_package(site):
    (path,) = (site[0] / "lite" / "pypi").glob("annutils-*.whl")
    with zipfile.ZipFile(path) as wheel:
        for file in (ROOT / "annutils").rglob("*"):
            if file.is_file() and file.suffix != ".pyc":
                name = file.relative_to(ROOT).as_posix()
                assert wheel.read(name) == file.read_bytes(), name


def test_pyodides_files_are_those_of_its_list(site):
    folder, reason = site
    if reason:
        pytest.skip(reason)
    folder = folder / "lite" / "static" / "pyodide"
    packages = json.loads((folder / pyodide.LOCK).read_text())["packages"].values()
    for package in packages:
        content = (folder / package["file_name"]).read_bytes()
        pyodide.verified(content, package["sha256"], package["file_name"])


def test_pyodide_is_of_the_series_that_the_kernel_is_made_for(site):
    """Its address of last resort names the release it was tried with."""
    folder = site[0] / "lite" / "extensions" / "@jupyterlite"
    text = "".join(path.read_text() for path in folder.rglob("*.js"))
    series = pyodide.VERSION.rpartition(".")[0]
    assert f"/pyodide/v{series}." in text
