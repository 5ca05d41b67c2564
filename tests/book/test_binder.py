"""Binder installs what chapters import, at the versions that the lock names."""

import re

from annbook.chapters import ROOT, all_chapters
from annbook.results.dependencies import dependencies, locked

BINDER = ROOT / "binder"
# What shows a chapter as a notebook; the book itself is built without it.
INTERFACE = {"jupyterlab", "jupyterlab-myst", "jupytext"}


def pins():
    """Return the pinned versions by name."""
    text = (BINDER / "requirements.txt").read_text()
    return dict(re.findall(r"^([\w-]+)==([\w.]+)$", text, flags=re.M))


def test_every_requirement_is_pinned():
    lines = (BINDER / "requirements.txt").read_text().splitlines()
    assert len(pins()) == sum(line[0] != "#" for line in lines)


def test_versions_are_those_of_the_lock():
    ours = {n: v for n, v in pins().items() if n not in INTERFACE}
    ours["tensorflow"] = ours.pop("tensorflow-cpu")  # half the size
    assert locked(ROOT, ours) == sorted(f"{n}=={v}" for n, v in ours.items())


def test_whatever_a_chapter_imports_is_installed():
    imported = {each for chapter in all_chapters() for each in dependencies(chapter)[1]}
    needed = {line.split("==")[0] for line in locked(ROOT, imported)}
    assert needed - {"tensorflow", "ipython"} <= pins().keys()


def test_make_lock_writes_the_list():
    """Else a weekly run with the newest libraries fails at each of their releases."""
    assert "make lock" in (BINDER / "requirements.txt").read_text().splitlines()[1]


def test_the_script_can_be_executed():
    assert (BINDER / "postBuild").stat().st_mode & 0o111
