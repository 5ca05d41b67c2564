"""Chapters use what the package lists, and what is public has a docstring."""

import importlib
import re

import pytest
from annbook.chapters import ROOT

import annutils

LISTED = re.findall(r"`annutils\.(\w+)`", annutils.__doc__)


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
    members = {each: getattr(module, each) for each in public}
    bare = [
        each
        for each, member in members.items()
        if getattr(member, "__module__", "").startswith("annutils")
        and not member.__doc__
    ]
    assert module.__doc__
    assert bare == []
