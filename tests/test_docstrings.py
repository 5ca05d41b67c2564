"""Every public callable names its parameters, what it returns and what it raises."""

import ast
import importlib
import inspect
import pkgutil
import re
from functools import cache
from pathlib import Path

import pytest

import annutils

PACKAGE = Path(annutils.__file__).parent
MODULES = [
    "annutils",
    *(m.name for m in pkgutil.walk_packages(annutils.__path__, "annutils.")),
]
SECTION = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.MULTILINE)
CHECKS = re.compile("checked_|_?check_|refuse_")


def public_names(module):
    """Return the names of a module that are its own and public."""
    names = getattr(module, "__all__", None)
    if names is None:
        names = [name for name in vars(module) if not name.startswith("_")]
    return [name for name in names if is_ours(getattr(module, name))]


def is_ours(thing):
    home = getattr(thing, "__module__", None) or ""
    return callable(thing) and home.startswith("annutils")


def callables():
    """Yield (dotted name, callable) for functions, classes, methods: each once."""
    found = {}
    for module in map(importlib.import_module, MODULES[1:]):
        for name in public_names(module):
            thing = getattr(module, name)
            found[f"{thing.__module__}.{thing.__qualname__}"] = thing
            for method, member in vars(thing).items() if inspect.isclass(thing) else ():
                function = getattr(member, "__func__", member)
                if inspect.isfunction(function) and not method.startswith("_"):
                    found[f"{thing.__module__}.{function.__qualname__}"] = function
    return found


CALLABLES = callables()
# Their results and slopes are finite whatever the number is.
NEVER_REFUSE = {
    f"annutils.autodiff.value.Value.{name}" for name in ("tanh", "relu", "sigmoid")
}


def sections(thing):
    """Return the sections of a numpydoc docstring by their titles."""
    parts = SECTION.split(inspect.getdoc(thing) or "")
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def described(text):
    """Return the names that a section of parameters describes, in their order."""
    lines = [line for line in text.splitlines() if line and not line[0].isspace()]
    return [
        name.strip().strip("`")
        for line in lines
        for name in line.partition(" : ")[0].replace("\\", "").split(",")
    ]


def expected(thing):
    """Return the parameters of a callable, as a docstring writes them."""
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}
    parameters = list(inspect.signature(thing).parameters.values())
    is_method = "." in thing.__qualname__
    return [stars.get(each.kind, "") + each.name for each in parameters[is_method:]]


@cache
def tree(module):
    """Return the functions and methods of a module by their qualified names."""
    found = {}

    def visit(node, prefix):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                found[prefix + child.name] = child
                visit(child, f"{prefix}{child.name}.")

    visit(ast.parse(inspect.getsource(importlib.import_module(module))), "")
    return found


def nodes_of(thing):
    """Yield the syntax of a callable: for a class, of what makes an instance."""
    functions = tree(thing.__module__)
    if inspect.isclass(thing):
        for name in ("__init__", "__post_init__"):
            if node := functions.get(f"{thing.__qualname__}.{name}"):
                yield node
    else:
        yield functions[thing.__qualname__]


def raises(module, node, seen=()):
    """Tell whether a function, or a private one that it calls, refuses something."""
    for part in ast.walk(node):
        if isinstance(part, ast.Raise):
            return True
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name):
            name = part.func.id
            helper = tree(module).get(name)
            if CHECKS.match(name):
                return True
            is_new = helper and name.startswith("_") and name not in seen
            if is_new and raises(module, helper, (*seen, name)):
                return True
    return False


def returns(node):
    """Tell whether a function gives a value, its inner functions aside."""
    todo = [*node.body]
    while todo:
        part = todo.pop()
        if isinstance(part, ast.Return) and part.value is not None:
            return True
        if isinstance(part, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(part, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            todo += ast.iter_child_nodes(part)
    return False


@pytest.mark.parametrize("name", CALLABLES)
def test_parameters_are_described_in_their_order(name):
    thing = CALLABLES[name]
    found = sections(thing)
    text = found.get("Parameters", "") or found.get("Attributes", "")
    assert described(text)[: len(expected(thing))] == expected(thing)


@pytest.mark.parametrize("name", CALLABLES)
def test_what_is_returned_is_described(name):
    thing = CALLABLES[name]
    if not inspect.isclass(thing) and any(map(returns, nodes_of(thing))):
        assert {"Returns", "Yields"} & set(sections(thing))


@pytest.mark.parametrize("name", CALLABLES)
def test_what_is_refused_is_described(name):
    thing = CALLABLES[name]
    refuses = any(raises(thing.__module__, node) for node in nodes_of(thing))
    if refuses and name not in NEVER_REFUSE:
        assert "Raises" in sections(thing)


REFERENCE = Path(__file__).parents[1] / "book" / "api.md"
DIRECTIVE = re.compile(
    r"automodule:: (?P<module>[\w.]+)\n(?P<options>(?:   :.*\n)*)"
    r"|py:data:: (?P<data>\w+)\n   :module: (?P<home>[\w.]+)"
)


def on_the_page():
    """Return what the reference page describes, by dotted name."""
    found = {}
    for match in DIRECTIVE.finditer(REFERENCE.read_text(encoding="utf-8")):
        module = importlib.import_module(match["module"] or match["home"])
        options = dict(re.findall(r":([\w-]+):(.*)", match["options"] or ""))
        chosen = options.get("members", "").strip() or ", ".join(public_names(module))
        found[module.__name__] = module
        for name in [match["data"]] if match["data"] else chosen.split(", "):
            found[f"{module.__name__}.{name}"] = getattr(module, name)
    return found


PAGE = on_the_page()
CLASSES = {
    thing.__name__: thing for thing in CALLABLES.values() if inspect.isclass(thing)
}


def docstrings(thing):
    """Return the docstring of a thing and, for a class, of what it has."""
    members = vars(thing).values() if inspect.isclass(thing) else ()
    return "\n".join(
        each.__doc__ or ""
        for each in (thing, *members)
        if getattr(each, "__doc__", None) and not isinstance(each, str)
    )


@pytest.mark.parametrize("name", [name for name in PAGE if callable(PAGE[name])])
def test_a_docstring_names_nothing_of_ours_that_is_not_on_the_page(name):
    text = docstrings(PAGE[name])
    dotted = set(re.findall(r"`(annutils\.[\w.]+)`", text))
    assert dotted <= set(PAGE)
    classes = CLASSES.keys() & set(re.findall(r"\w+", text))
    assert {CLASSES[each] for each in classes} <= set(
        filter(inspect.isclass, PAGE.values())
    )


def test_every_function_of_a_module_on_the_page_is_on_it():
    homes = {name for name, thing in PAGE.items() if inspect.ismodule(thing)}
    missing = [
        f"{home}.{name}"
        for home in homes
        - {f"annutils.{part}" for part in ("glue", "network.parameters")}
        for name in public_names(importlib.import_module(home))
        if f"{home}.{name}" not in PAGE
    ]
    assert missing == []
