"""What is public is on the reference page, and listed where the package begins."""

import importlib
import re

import pytest
from annbook.chapters import ROOT

import annutils

LISTED = re.findall(r"`annutils\.(\w+)`", annutils.__doc__)


def test_the_reference_page_has_every_listed_module():
    page = (ROOT / "book" / "api.md").read_text(encoding="utf-8")
    documented = re.findall(r"automodule:: annutils\.(\w+)", page)
    assert sorted(documented) == sorted(LISTED)


def test_chapters_import_listed_modules_only():
    used = set()
    for path in (ROOT / "book").glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        for names in re.findall(r"^from annutils import (.+)$", text, flags=re.M):
            used |= set(names.split(", "))
        used |= set(re.findall(r"^from annutils\.(\w+) import", text, flags=re.M))
    assert used <= set(LISTED)


@pytest.mark.parametrize("name", LISTED)
def test_every_public_name_has_a_docstring(name):
    module = importlib.import_module(f"annutils.{name}")
    public = getattr(module, "__all__", [n for n in vars(module) if n[0] != "_"])
    bare = [
        each
        for each in public
        if callable(getattr(module, each)) and not getattr(module, each).__doc__
    ]
    assert module.__doc__
    assert bare == []
