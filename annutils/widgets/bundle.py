"""The JavaScript of figures as one classic script.

Browsers refuse modules to pages opened from disk and to sandboxed frames, and an output
in a notebook has no files beside it. So the modules travel in one script, each as a
function that returns what it exports. This reads the few forms of ``import`` and
``export`` that the modules use, and no others.
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
    return f"figures/{tag.removeprefix('ann-')}/index.js"


def modules(*paths):
    """Return the paths and those they import, directly or not: each after its imports.

    Parameters
    ----------
    *paths : str
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

    for path in paths:
        visit(path)
    return found


def script(*tags):
    """Return one script with everything that these elements need, shared parts once.

    Parameters
    ----------
    *tags : str
        Such as "ann-perceptron".

    Returns
    -------
    str
        JavaScript for ``<script>``; it holds no "</script>" and leaves no name behind.
    """
    paths = modules(*map(element_module, tags))
    parts = ["const modules = {};", *map(_as_function, paths)]
    code = "\n".join(parts).replace("</script", "<\\/script")
    return f'(() => {{\n"use strict";\n{code}\n}})();'


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
