"""Binder: what its tool makes of the repository, and what a reader finds there."""

import contextlib
import shutil
import socket
import subprocess
import time
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from annbook.chapters import ROOT, all_chapters
from annbook.notebooks.addresses import Addresses
from environments import Environment, tracked

pytestmark = pytest.mark.launch
IN_PARTS = [chapter.name for chapter in all_chapters() if "/" in chapter.name]
FIRST_AND_LAST = sorted({IN_PARTS[n] for n in (0, -1)})
OPEN = "--IdentityProvider.token="  # without a password: it hears this machine only


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Return a copy of the repository's files, as Binder clones them."""
    folder = tmp_path_factory.mktemp("clone")
    for name in tracked():
        if (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def test_repo2docker_installs_what_the_folder_asks_for(checkout, tmp_path):
    environment = Environment(tmp_path)
    environment.install("jupyter-repo2docker")
    command = ("jupyter-repo2docker", "--no-build", "--debug", checkout)
    dockerfile = environment.run(*command, folder=tmp_path)
    assert "python=3.11" in dockerfile
    libraries = dockerfile.index('/bin/pip install --no-cache-dir -r "binder/req')
    sources = dockerfile.index("COPY --chown=0:0 src/ ${REPO_DIR}/")
    ours = dockerfile.index("RUN ./binder/postBuild")
    assert libraries < sources < ours, "a commit would install TensorFlow again"


@pytest.fixture(scope="module")
def lab(checkout, tmp_path_factory):
    """Install what Binder installs, start its JupyterLab, and return the address."""
    environment = Environment(tmp_path_factory.mktemp("binder"))
    environment.install("--requirement", checkout / "binder" / "requirements.txt")
    environment.run(checkout / "binder" / "postBuild", folder=checkout)
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    options = ("--no-browser", "--allow-root", "--ip=127.0.0.1")
    server = subprocess.Popen(  # noqa: S603
        [environment.bin / "jupyter-lab", *options, f"--port={port}", OPEN],
        cwd=checkout,
        env=environment.variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://127.0.0.1:{port}" if reached(port) else ""
    server.terminate()
    server.wait()


def reached(port):
    """Wait until somebody listens; tell whether anybody does."""
    for _ in range(120):
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", port)),
        ):
            return True
        time.sleep(0.5)
    return False


@pytest.fixture
def page(browser):
    """Open an empty page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", FIRST_AND_LAST)
def test_the_button_opens_the_chapter_as_a_notebook_that_runs(lab, page, name):
    assert lab, "JupyterLab did not start"
    button = urlsplit(Addresses("https://github.com/ann-book/ann-book").binder(name))
    page.goto(f"{lab}/{button.query.removeprefix('urlpath=')}")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=60_000)
    tab = page.locator(".lm-TabBar-tabLabel", has_text=f"{PurePosixPath(name).name}.md")
    tab.first.wait_for()
    idle = page.locator("[data-status=idle]").first
    idle.wait_for(state="attached", timeout=60_000)
    for number in (1, 2, 3):
        run_until(page, page.locator(".jp-InputPrompt", has_text=f"[{number}]:"))
    run_until(page, page.locator(".jp-OutputArea-output"))
    assert page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() == 0


def run_until(page, sign):
    """Run one cell after the other until the page shows a sign of it."""
    for _ in range(120):
        if sign.count():
            return
        page.keyboard.press("Shift+Enter")
        page.wait_for_timeout(1000)
    raise AssertionError("the cells do not run")
