"""The JavaScript of a figure as one script that a notebook can carry.

On the site, a page loads the modules of its figures as files. An output in a notebook
has no files beside it: there the modules travel in one script, each as a function that
returns what it exports. This reads the few forms of ``import`` and ``export`` that the
modules use, and no others.
"""

import json
import re
from pathlib import Path, PurePosixPath

__all__ = ["SOURCES", "element_module", "modules", "script"]

SOURCES = Path(__file__).with_name("js")
IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.{1,2}/[\w./]+)";$', flags=re.M)
EXPORT = re.compile(
    r"^export (?=(?:async )?(?:const|class|function) (\w+))", flags=re.M
)


def element_module(tag):
    """Return the path, below ``SOURCES``, of the module that defines an element.

    Parameters
    ----------
    tag : str
        Such as "ann-perceptron".

    Returns
    -------
    str
    """
    return f"elements/{tag.removeprefix('ann-')}.js"


def modules(path):
    """Return the path and those it imports, directly or not: each after its imports.

    Parameters
    ----------
    path : str
        Below ``SOURCES``, with slashes.

    Returns
    -------
    list of str
    """
    found = []

    def visit(name):
        if name in found:
            return
        for _, target in IMPORT.findall(_text(name)):
            visit(_resolve(name, target))
        found.append(name)

    visit(path)
    return found


def script(tag):
    """Return one script with everything that an element needs.

    Parameters
    ----------
    tag : str
        Such as "ann-perceptron".

    Returns
    -------
    str
        JavaScript for ``<script type="module">``; it holds no "</script>".
    """
    paths = modules(element_module(tag))
    parts = ["const modules = {};", *map(_as_function, paths)]
    return "\n".join(parts).replace("</script", "<\\/script")


def _as_function(path):
    """Return the module as a function call that puts its exports into ``modules``."""
    text = _text(path)
    names = EXPORT.findall(text)

    def taken(match):
        wanted, target = match.groups()
        return f"const {wanted} = modules[{json.dumps(_resolve(path, target))}];"

    body = EXPORT.sub("", IMPORT.sub(taken, text)).rstrip()
    exports = ", ".join(names)
    function = f"(() => {{\n{body}\nreturn {{ {exports} }};\n}})();"
    return f"modules[{json.dumps(path)}] = {function}"


def _text(path):
    return (SOURCES / path).read_text(encoding="utf-8")


def _resolve(path, target):
    """Return the path below ``SOURCES`` that an import in a module means."""
    parts = []
    for part in (PurePosixPath(path).parent / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
