"""The figures in a real JupyterLab, where their code travels with the output."""

import re
import socket
import subprocess

import nbformat
import pytest
from annbook.chapters import ROOT
from environments import Environment

pytestmark = pytest.mark.launch
CELLS = [
    "from annutils import widgets",
    "widgets.perceptron()",
    "widgets.perceptron('xor')",
]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def lab(tmp_path):
    """Start JupyterLab with a notebook, and return its address."""
    environment = Environment(tmp_path / "environment")
    environment.install("jupyterlab", "matplotlib", "scipy")
    cells = [nbformat.v4.new_code_cell(cell) for cell in CELLS]
    kernel = {"name": "python3", "display_name": "Python 3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    (tmp_path / "files").mkdir()
    nbformat.write(notebook, tmp_path / "files" / "figures.ipynb")
    port = free_port()
    settings = {"ServerApp.token": "test", "ServerApp.root_dir": tmp_path / "files"}
    program = environment.bin / "jupyter-lab"
    options = [f"--{name}={value}" for name, value in settings.items()]
    server = subprocess.Popen(  # noqa: S603
        [program, "--no-browser", "--allow-root", f"--port={port}", *options],
        env=environment.variables | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://127.0.0.1:{port}/lab/tree/figures.ipynb?token=test&reset"
    server.terminate()
    server.wait(timeout=30)


def opened(page, address, attempts=60):
    """Open a page whose server may still be starting."""
    from playwright.sync_api import Error

    for _ in range(attempts):
        try:
            return page.goto(address)
        except Error:
            page.wait_for_timeout(500)
    raise AssertionError("JupyterLab does not answer")


def test_two_figures_are_played_in_jupyterlab(lab, browser):
    page = browser.new_page(viewport={"width": 1200, "height": 1000})
    opened(page, lab)
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
    page.get_by_text("Run", exact=True).first.click()
    page.get_by_text("Run All Cells", exact=True).click()
    figures = page.locator("ann-perceptron")
    for index, answer in enumerate(("It stays", "Yes: point 1")):
        figure = figures.nth(index)
        figure.wait_for(timeout=60_000)
        figure.evaluate("element => element.scrollIntoView()")
        figure.get_by_role("button", name="It moves", exact=True).click()
        figure.locator(".status", has_text=re.compile(f"^{answer}")).wait_for()
    page.close()
