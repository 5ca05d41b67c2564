"""The engine's rooms: nobody imports from a higher one, and nobody in a circle."""

import ast
from graphlib import TopologicalSorter

import pytest
from annbook.paths import CODE

# From the lowest to the highest; a module that is in no package has its own name.
ROOMS = (
    {"paths", "files", "arguments", "prerequisites", "chapters"},
    {"results"},
    {"notebooks"},
    {"site"},
    {"__init__", "__main__", "book", "standby", "preview"},
)


def modules():
    """Return the engine's modules: ``{dotted name: path}``."""
    return {
        ".".join(path.relative_to(CODE).with_suffix("").parts): path
        for path in CODE.rglob("*.py")
    }


def imported(path, known):
    """Return the modules that a file imports, at its top or inside its functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        else:
            continue
        found.update(name.removeprefix("annbook.") for name in names)
    return found & known.keys()


MODULES = modules()
IMPORTS = {name: imported(path, MODULES) for name, path in MODULES.items()}


def room(module):
    """Return how high the room of a module lies."""
    return next(n for n, names in enumerate(ROOMS) if module.partition(".")[0] in names)


@pytest.mark.parametrize("module", MODULES)
def test_nobody_imports_from_a_higher_room(module):
    assert [name for name in IMPORTS[module] if room(name) > room(module)] == []


def test_nobody_imports_in_a_circle():
    assert len([*TopologicalSorter(IMPORTS).static_order()]) == len(MODULES)
