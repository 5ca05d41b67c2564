"""The JavaScript of figures as one classic script.

Browsers refuse modules to pages opened from disk and to sandboxed frames, and an output
in a notebook has no files beside it. So the modules travel in one script, each as a
function that returns what it exports. This reads the few forms of ``import`` and
``export`` that the modules use, and no others.
"""

import json
import re
from pathlib import Path, PurePosixPath

__all__ = ["SOURCES", "bundle", "element_module", "modules", "script"]

SOURCES = Path(__file__).with_name("js")
IMPORT = re.compile(r'^import (\{[^}]*\}|\w+) from "(\.{1,2}/[\w./]+)";$', flags=re.M)
EXPORT = re.compile(
    r"^export (?=(?:async )?(?:const|class|function) (\w+))", flags=re.M
)
DEFAULT = re.compile(r"^export \{ (\w+) as default \};$", flags=re.M)


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


def modules(*paths, sources=SOURCES):
    """Return the paths and those they import, directly or not: each after its imports.

    Parameters
    ----------
    *paths : str
        Below the folder of the sources, with slashes.
    sources : pathlib.Path

    Returns
    -------
    list of str
    """
    found = []

    def visit(name):
        if name in found:
            return
        for _, target in IMPORT.findall(_text(sources, name)):
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
    return bundle(*map(element_module, tags))


def bundle(*paths, sources=SOURCES):
    """Return one script with these modules and all that they import.

    Parameters
    ----------
    *paths : str
        Below the folder of the sources, with slashes.
    sources : pathlib.Path

    Returns
    -------
    str
        JavaScript, as that of ``script``.
    """
    functions = [
        _as_function(sources, path) for path in modules(*paths, sources=sources)
    ]
    code = "\n".join(["const modules = {};", *functions])
    code = code.replace("</script", "<\\/script")
    return f'(() => {{\n"use strict";\n{code}\n}})();'


def _as_function(sources, path):
    """Return the module as a function call that puts its exports into ``modules``."""
    text = _text(sources, path)
    exports = EXPORT.findall(text) + [f"default: {x}" for x in DEFAULT.findall(text)]

    def taken(match):
        wanted, target = match.groups()
        if not wanted.startswith("{"):
            wanted = f"{{ default: {wanted} }}"
        return f"const {wanted} = modules[{json.dumps(_resolve(path, target))}];"

    text = DEFAULT.sub("", EXPORT.sub("", text))
    function = (
        f"(() => {{\n{IMPORT.sub(taken, text).rstrip()}\n"
        f"return {{ {', '.join(exports)} }};\n}})();"
    )
    return f"modules[{json.dumps(path)}] = {function}"


def _text(sources, path):
    return (sources / path).read_text(encoding="utf-8")


def _resolve(path, target):
    """Return the path below the sources that an import in a module means."""
    parts = []
    for part in (PurePosixPath(path).parent / target).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
