"""A complete book of two chapters, with the real annbook and configuration."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import warm
from annbook.chapters import Chapter
from annbook.paths import ROOT
from annbook.results import committed
from annbook.results.cells import code_cells
from annbook.results.fingerprint import fingerprint
from nbformat.v4 import new_output

BIN = Path(sys.executable).parent
TOC = """\
format: jb-book
root: book/one
parts:
  - caption: All
    chapters:
      - file: book/two
"""
CHAPTER = """\
---
file_format: mystnb
kernelspec:
  name: {kernel}
  display_name: Python 3
---

# Chapter {name}

```{{code-cell}} python
{code}
```
"""


class WholeBook:
    """A repository in a folder of its own, to build and to break."""

    def __init__(self, root):
        self.root = root
        for folder in ("_ext", "_static"):
            shutil.copytree(ROOT / "book" / folder, root / "book" / folder)
        for file in (
            "_config.yml",
            "requirements.txt",
            "book/references.bib",
            "book/search.yml",
        ):
            shutil.copy(ROOT / file, root / file)
        (root / "annutils").mkdir()
        (root / "annutils" / "__init__.py").write_text("")
        shutil.copy(ROOT / "annutils" / "files.py", root / "annutils")  # annbook's
        (root / "_toc.yml").write_text(TOC)
        for name in ("one", "two"):
            self.chapter(name, f"print(len({name!r}))")
            self.keep(name, "3\n")

    def copy(self, root):
        """Return the book, with all that was built, in another folder."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        copy = object.__new__(WholeBook)
        copy.root = root
        return copy

    def chapter(self, name, code, kernel="python3"):
        """Write a chapter with one cell; its results stay as they are."""
        text = CHAPTER.format(name=name, code=code, kernel=kernel)
        (self.root / "book" / f"{name}.md").write_text(text)

    def keep(self, name, *outputs):
        """Give a chapter results: of each cell, an output or what it prints."""
        chapter = Chapter(name, self.root)
        notebook = chapter.notebook()
        for cell, shown in zip(code_cells(notebook), outputs, strict=True):
            is_text = isinstance(shown, str)
            cell.outputs = [new_output("stream", text=shown) if is_text else shown]
        record = {"device": "CPU", "seconds": 1.0, "versions": {"python": "3.11"}}
        record |= fingerprint(chapter, notebook)
        committed.write(chapter, committed.from_run(notebook, record))

    def executed(self, name="one"):
        """Return the path of a chapter's results."""
        return self.root / "book" / "_executed" / f"{name}.ipynb"

    def site(self):
        """Return the built pages: their names and contents."""
        html = self.root / "_build" / "html"
        files = (path for path in html.rglob("*") if path.is_file())
        return {path.relative_to(html): path.read_bytes() for path in files}

    def start(self, *command, **options):
        """Start a command of annbook in a process group of its own."""
        environment = os.environ | {"PYTHONPATH": "book/_ext", "COLUMNS": "500"}
        return subprocess.Popen(  # noqa: S603
            command,
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            **options,
        )

    def run(self, *command):
        """Run a command to its end; return its exit status and what it printed."""
        process = self.start(*command)
        output, _ = process.communicate(timeout=600)
        return process.returncode, output

    def build(self):
        """Build the site as Jupyter Book does; return exit status and output."""
        return warm.run(self.root, *BUILD)

    def make(self):
        """Build the site as ``make book`` does; return exit status and output."""
        return warm.run(self.root, MAKE_BOOK[-1])

    def execute(self, *options):
        """Run the stale chapters; return exit status and output."""
        return self.run(*EXECUTE, *options)


BUILD = [str(BIN / "jupyter-book"), "build", ".", "-W", "-n", "--keep-going"]
# -P: the small package annutils of this book is for its chapters alone
MAKE_BOOK = [sys.executable, "-P", "-m", "annbook.book"]
EXECUTE = [sys.executable, "-m", "annbook", "execute"]
