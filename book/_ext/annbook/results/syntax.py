"""What code does, however it is written: a hash of its syntax tree.

Two texts have the same hash when they differ in comments, formatting, docstrings or the
way a number or a string is spelled. The hash is the same under every Python that the
book supports. Therefore the tree is walked here (what ``ast.dump`` prints differs), and
nothing but the standard library imported, so that each of these Pythons can be asked.
"""

import ast
import hashlib
import warnings
from functools import cache

# Fields that say how something is written, or that only some versions of Python fill.
LOOKS = {"ctx", "kind", "type_comment", "type_ignores"}


@cache
def syntax_hash(code, *, cell=False):
    """Return a hash of what the code does.

    Code that cannot be parsed is hashed by its text.

    Parameters
    ----------
    code : str
    cell : bool
        Whether it is the code of a cell, which shows the value of its last line, be it
        a string, unless a semicolon follows.

    Returns
    -------
    str
        Empty when the code does nothing.
    """
    tree = parse(code)
    if tree is None:
        written = f"text:{code}"
    else:
        last = tree.body[-1:] if cell else []
        written = "".join(map(_written, _acting(tree.body, shown=last)))
        written += ";" if last and _is_quiet(code, last[0]) else ""
    return written and hashlib.sha256(written.encode()).hexdigest()


@cache
def parse(code):
    """Return the syntax tree of the code, or None when there is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of backslashes in strings: not asked here
        try:
            return ast.parse(code)
        except (SyntaxError, ValueError):
            return None


def _acting(body, shown=()):
    """Return the statements less strings that stand alone, such as docstrings."""
    return [node for node in body if node in shown or not _is_text(node)]


def _is_text(node):
    """Tell whether the statement is a string and nothing else."""
    value = getattr(node, "value", None) if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _is_quiet(code, last):
    """Tell whether a semicolon keeps the cell's last value from being shown."""
    line = code.encode().split(b"\n")[last.end_lineno - 1]
    rest = line[last.end_col_offset :].lstrip()
    return isinstance(last, ast.Expr) and rest.startswith(b";")


def _written(node):
    """Return the tree below the node as text."""
    if isinstance(node, list):
        return f"[{''.join(map(_written, node))}]"
    if isinstance(node, ast.Constant):
        return f"<{node.value!a}>"
    if not isinstance(node, ast.AST):
        return f"<{node!a}>"
    fields = [
        f"{name}={_written(value)}"
        for name, value in _fields(node)
        if name not in LOOKS and value not in (None, [])
    ]
    return f"{type(node).__name__}({','.join(fields)})"


def _fields(node):
    """Yield the fields of a node, in the one form that all versions can agree on."""
    for name, value in ast.iter_fields(node):
        if name == "body" and isinstance(value, list):
            yield name, _acting(value)
        elif isinstance(node, ast.JoinedStr):
            yield name, _joined(value)
        elif name == "format_spec" and value and not _joined(value.values):
            continue  # f"{x:}" is f"{x}"
        else:
            yield name, value


def _joined(parts):
    """Return the parts of an f-string, neighboring texts joined and empty ones gone."""
    joined = []
    for part in parts:
        if not isinstance(part, ast.Constant):
            joined.append(part)
        elif joined and isinstance(joined[-1], ast.Constant):
            joined[-1] = ast.Constant(joined[-1].value + part.value)
        elif part.value:
            joined.append(part)
    return joined
