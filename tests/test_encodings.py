"""Texts are read and written as UTF-8, also where the locale says something else."""

import ast
from pathlib import Path

import annbook
import pytest

import annutils

FILES = sorted(
    path
    for package in (annutils, annbook)
    for path in Path(package.__file__).parent.rglob("*.py")
)
PLACES = {"read_text": 0, "write_text": 1}  # of the encoding among the arguments


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_whoever_reads_or_writes_a_text_names_its_encoding(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (name := getattr(node.func, "attr", "")) in PLACES
        and len(node.args) <= PLACES[name]
        and "encoding" not in {keyword.arg for keyword in node.keywords}
    ]
    assert silent == []
