"""The rooms of the package: no room imports a higher one, no modules in a circle."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import annutils

PACKAGE = Path(annutils.__file__).parent
# From the lowest; what stands flat in the package is below all of them.
ROOMS = "autodiff", "neurons", "data", "network", "experiments", "plot", "widgets"


def modules():
    """Return the modules below the package by their dotted names."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    del found[""]
    return found


MODULES = modules()


def imports(path):
    """Return the modules of the package that a file imports, late ones too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        assert node.level == 0, f"{path}: a relative import"
        home, _, inner = node.module.partition(".")
        if home == "annutils":
            names = {f"{inner}.{alias.name}".strip(".") for alias in node.names}
            found |= {name if name in MODULES else inner for name in names}
    return found


IMPORTS = {name: imports(path) for name, path in MODULES.items()}


def floor(name):
    room = name.partition(".")[0]
    return ROOMS.index(room) + 1 if room in ROOMS else 0


def test_the_rooms_are_those_of_the_package():
    assert set(ROOMS) == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_no_room_imports_a_higher_one():
    for name, others in IMPORTS.items():
        assert all(floor(other) <= floor(name) for other in others), name


def test_no_modules_import_each_other_in_a_circle():
    # a package only passes on the names of its modules
    parts = {
        name: others - {name.partition(".")[0]} for name, others in IMPORTS.items()
    }
    TopologicalSorter(parts).prepare()


def test_nothing_from_outside_uses_what_is_private_to_a_room():
    for name, others in IMPORTS.items():
        room = name.partition(".")[0]
        for other in others:
            assert "._" not in other or other.partition(".")[0] == room, name
