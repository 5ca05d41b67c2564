"""What code imports: dotted names, down to the attributes of a module that it uses."""

import ast
import re
from collections import defaultdict
from functools import cache

from annbook.results.syntax import parse

# Where statements hold statements: imports are found without a look at expressions.
BODIES = "body", "orelse", "handlers", "finalbody", "cases"
# IPython's magics hold code in a text: get_ipython().run_line_magic("timeit", "f(x)").
MAGIC = re.compile(r"get_ipython\(\)\.\w+\(.*")


@cache
def imports(code, package="", *, late=True):
    """Return the dotted names that the code imports.

    After ``from annutils import widgets``, a use of ``widgets.neuron`` gives
    "annutils.widgets.neuron". When the name stands alone anywhere, or nowhere, all of
    the module may be used: that is "annutils.widgets".

    Code that cannot be parsed imports nothing: who runs it learns where and why.

    Parameters
    ----------
    code : str
    package : str
        Where relative imports start from.
    late : bool
        Whether to count imports inside functions, which run when these are called.

    Returns
    -------
    frozenset of str
    """
    tree = parse(code)
    used = _uses(code)
    found, todo = set(), [tree] if tree else []
    while todo:
        node = todo.pop()
        if late or not isinstance(node, ast.FunctionDef):
            todo += [child for body in BODIES for child in getattr(node, body, ())]
        for name, alias in _imported(node, package):
            found.update(name + part for part in used.get(alias, [""]))
    return frozenset(found)


def _imported(node, package):
    """Yield what a statement imports, by dotted names, and what each is called then."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name, alias.asname  # ``import a.b`` defines a, not a.b
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*parents, base]).rstrip(".")
        for alias in node.names:
            yield f"{base}.{alias.name}", alias.asname or alias.name


@cache
def _uses(code):
    """Return how each name is used: ".part" for an attribute of it, "" for the rest."""
    tree = parse(code)
    uses, parts = defaultdict(set), set()
    for node in ast.walk(tree) if tree else ():  # each before what it holds
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses[node.value.id].add(f".{node.attr}")
            parts.add(node.value)
        elif isinstance(node, ast.Name) and node not in parts:
            uses[node.id].add("")
    for text in MAGIC.findall(code):
        for word in re.findall(r"\w+", text):
            uses[word].add("")
    return dict(uses)
