"""The rooms of both packages: none imports a higher one, no modules in a circle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import annbook
import pytest

import annutils

FOLDERS = {
    "annutils": Path(annutils.__file__).parent,
    "annbook": Path(annbook.__file__).parent,
}
# From the lowest; what stands flat in a package is below all of them, but for commands.
COMMANDS = "__main__", "book", "new", "palette", "standby", "preview"
ROOMS = {
    "annutils": [
        "autodiff",
        "neurons",
        "data",
        "network",
        "project",
        "experiments",
        "plot",
        "widgets",
    ],
    "annbook": ["results", "notebooks", "site", *COMMANDS],
}


def modules(package):
    """Return the modules below a package by their dotted names."""
    found = {}
    for path in FOLDERS[package].rglob("*.py"):
        parts = path.relative_to(FOLDERS[package]).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    del found[""]
    return found


def imports(package):
    """Return what each module of a package imports of it, late imports too."""
    known = modules(package)
    found = {name: set() for name in known}
    for name, path in known.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom):
                continue
            assert node.level == 0, f"{path}: a relative import"
            home, _, inner = node.module.partition(".")
            if home == package:
                names = {f"{inner}.{alias.name}".strip(".") for alias in node.names}
                found[name] |= {each if each in known else inner for each in names}
    return found


IMPORTS = {package: imports(package) for package in FOLDERS}
EACH_PACKAGE = pytest.mark.parametrize("package", FOLDERS)


def floor(package, name):
    room = name.partition(".")[0]
    return ROOMS[package].index(room) + 1 if room in ROOMS[package] else 0


@EACH_PACKAGE
def test_the_rooms_are_those_of_the_package(package):
    rooms = {path.parent.name for path in FOLDERS[package].glob("*/__init__.py")}
    assert rooms == {*ROOMS[package]} - {*COMMANDS}


@EACH_PACKAGE
def test_no_room_imports_a_higher_one(package):
    for name, others in IMPORTS[package].items():
        here = floor(package, name)
        assert all(floor(package, other) <= here for other in others), name


@EACH_PACKAGE
def test_no_modules_import_each_other_in_a_circle(package):
    # a package only passes on the names of its modules
    parts = {
        name: others - {name.partition(".")[0]}
        for name, others in IMPORTS[package].items()
    }
    TopologicalSorter(parts).prepare()


@EACH_PACKAGE
def test_nothing_from_outside_uses_what_is_private_to_a_room(package):
    for name, others in IMPORTS[package].items():
        room = name.partition(".")[0]
        for other in others:
            assert "._" not in other or other.partition(".")[0] == room, name
