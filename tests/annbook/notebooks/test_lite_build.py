"""The folder and its buttons come and go with what ``make lite`` brings."""

import hashlib
import re
import shutil

import pytest
from release import Server, archive
from whole_book import WholeBook

BUTTON = "../lite/lab/index.html?path=one.ipynb"


class Book(WholeBook):
    """A book whose tools do nothing, and whose Pyodide is small."""

    def __init__(self, root):
        super().__init__(root)
        (root / "pyproject.toml").touch()
        self.core = archive()
        module = root / "book" / "_ext" / "annbook" / "notebooks" / "pyodide.py"
        code = module.read_text()
        sha256 = hashlib.sha256(self.core).hexdigest()
        code = re.sub(r'(?<=CORE_SHA256 = ")\w+', sha256, code)
        sha256 = hashlib.sha256(b"wheel").hexdigest()
        code = re.sub(r'(?<= {8}")\w{64}(?="\n)', sha256, code)
        code = re.sub(r"(?<=KERNEL = ).*", '("one",)', code)
        code = re.sub(r"(?<=LIBRARIES = ).*", "()", code)
        module.write_text(code)

    def bring(self, *, status=0):
        """Do what ``make lite`` does; JupyterLite's command ends with the status."""
        lite = self.root / "_build" / "lite"
        (lite / "pyodide").mkdir(parents=True)
        for address, content in Server(self.core).files.items():
            if content is None:
                continue
            (lite / "pyodide" / address.rpartition("/")[2]).write_bytes(content)
        (lite / "tools" / "bin").mkdir(parents=True)
        for name in ("python", "jupyter-lite"):
            program = lite / "tools" / "bin" / name
            program.write_text(f"#!/bin/sh\necho cause; exit {status}\n")
            program.chmod(0o755)

    def page(self):
        """Build the site; return its first page, and what the build said."""
        status, output = self.build()
        assert status == 0, output
        return (self.root / "_build/html/book/one.html").read_text(), output


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return Book(tmp_path_factory.mktemp("book"))


def test_folder_and_button_come_and_go_and_the_build_says_why(book):
    folder = book.root / "_build" / "html" / "lite"
    page, output = book.page()
    assert BUTTON not in page
    assert "JupyterLite is not here, so no chapter runs in the browser" in output

    book.bring()
    page, output = book.page()
    assert BUTTON in page
    assert "no chapter runs" not in output
    assert (folder / "static" / "pyodide" / "pyodide.js").exists()
    static = folder.parent / "_static"
    assert (static / "live.js").exists()
    assert (static / "live" / "site.json").exists()
    assert "live.js" not in page, "the first page has no cell to edit"

    shutil.rmtree(book.root / "_build" / "lite" / "pyodide")
    page, output = book.page()
    assert BUTTON not in page
    assert "Pyodide is not here, so no chapter runs in the browser" in output
    assert not folder.exists()
    assert not (static / "live.js").exists()
    assert not (static / "live" / "site.json").exists()
    shutil.rmtree(book.root / "_build" / "lite")


def test_a_command_that_fails_ends_the_build_with_what_it_said(book):
    book.bring(status=3)
    status, output = book.build()
    assert status != 0
    assert re.search(r"bin/python -m hatchling build .* failed:\s+cause", output)
