"""Code has one hash however it is written, and whichever Python asks."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from annbook.results import syntax as module
from annbook.results.syntax import syntax_hash

SAMPLE = r'''"""A module's docstring."""

import numpy as np
from . import nets

LIMIT: int = 1_000
TEXT = "one " "two" f" {LIMIT:>{8}.2f} {{braces}} {LIMIT!r:}" f"{LIMIT = }" "α"
CONSTANTS = [], {}, (), None, ..., b"\x00", 2j, 1e999, -0.0, True, "\d\U0001fae8"


@np.vectorize
def f(x, /, y: "float" = 0x10, *args: int, z=None, w, **rest) -> list[int]:
    """What it does."""
    if (n := len(args)) > 1e-3:
        return [*args, *(v for v in rest if v), lambda a, b=2: a @ b]
    match args:
        case [1, *_] | {"k": -1, **others}:
            pass
        case nets.Net(size=3) as net if net:
            return f"{n:{'a'}b{x!s:>5}}"
        case _:
            raise ValueError("no") from None
    with open(x) as a, open(y) as b:
        del a, b
    try:
        n += 1
    except* (ValueError, TypeError) as error:
        assert error, "an" 'error'
    return {**rest, "a": rest[1:2, ::3]}


class Thing(dict, metaclass=type):
    """Its docstring."""

    x: int
    """What x is."""

    async def go(self):
        async for i in self:
            await i
        return [i async for i in self]
'''
RECORDED = "5bd4f287246e089946d583e982d9ee83a7513f035bf5b3c2e2b815e2c33977c2"


def test_the_sample_has_the_recorded_hash():
    assert syntax_hash(SAMPLE) == RECORDED


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_other_pythons_give_the_recorded_hash(version, tmp_path):
    python = _python(version)
    if not python:
        pytest.skip(f"no Python {version} here; it runs where python{version} is found")
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE, encoding="utf-8")
    script = (
        "import pathlib, sys; sys.path.insert(0, sys.argv[1]); import syntax; "
        "text = pathlib.Path(sys.argv[2]).read_text('utf-8'); "
        "print(syntax.syntax_hash(text))"
    )
    folder = str(Path(module.__file__).parent)
    done = subprocess.run(  # noqa: S603
        [python, "-B", "-c", script, folder, sample],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == RECORDED


def _python(version):
    """Return a Python of that version on this machine, or None."""
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return sys.executable
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    built = [*pyenv.glob(f"versions/{version}.*/bin/python"), None]
    return built[0] or shutil.which(f"python{version}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x = 1000", "x = 1_000  # a thousand"),
        ("x = 16", "x=0x10"),
        ("x = 0.001", "x = 1e-3"),
        ("f(a, b)", "f(\n    a,\n    b,\n)"),
        ("x = 'ab'", 'x = ("a"\n     "b")'),
        ("x = u'a'", "x = 'a'"),
        ("f'{x:}'", "f'{x}'"),
        ("x = 'a'; y = 1", "x = 'a'\n\ny = 1"),
        ("def f():\n  'Does.'\n  return 1", "def f():\n    return 1"),
        ("class A:\n    x: int\n    'What x is.'", "class A:\n    x: int"),
        ("'''Module.'''\nimport a", "import a"),
    ],
)
def test_another_spelling_means_the_same(one, other):
    assert syntax_hash(one) == syntax_hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("x = 1", "x = 1.0"),
        ("x = 1", "x = True"),
        ("x = '1'", "x = b'1'"),
        ("x = 'None'", "x = None"),
        ("x = 0.0", "x = -0.0"),
        ("f(a)", "f(*a)"),
        ("{**a}", "{a}"),
        ("[a, b]", "[[a], b]"),
        ("x: int = 1", "x = 1"),
        ("f'{x!r}'", "f'{x}'"),
        ("f'{x}'", "f'x'"),
        ("def f(a, *, b): pass", "def f(a, b): pass"),
        ("def f(*, a, b=1): pass", "def f(*, a=1, b): pass"),
        ("async def f(): pass", "def f(): pass"),
        ("from . import a", "from .. import a"),
        ("import a", "import a as b"),
        ("if a:\n    b\nc", "if a:\n    b\n    c"),
    ],
)
def test_other_code_means_something_else(one, other):
    assert syntax_hash(one) != syntax_hash(other)


def test_texts_of_an_f_string_that_a_python_left_apart_are_one():
    # before 3.12 the parser itself joins some; a tree by hand is as it is anywhere
    texts = [ast.Constant(text) for text in ("a", "", "b", "", "c")]
    value = ast.FormattedValue(ast.Name("x"), -1)
    apart = module._joined([*texts[:3], value, texts[3], value, texts[4]])
    assert [getattr(part, "value", None) for part in apart[::2]] == ["ab", value.value]
    assert apart[1] is apart[2] is value
    assert apart[3].value == "c"


@pytest.mark.parametrize("code", ["", "\n# a comment\n", "'''A docstring.'''"])
def test_what_does_nothing_means_nothing(code):
    assert syntax_hash(code) == ""


def test_a_cell_shows_its_last_value_unless_a_semicolon_follows():
    assert syntax_hash("x;", cell=True) != syntax_hash("x", cell=True)
    assert syntax_hash("x ; # quiet", cell=True) == syntax_hash("x;", cell=True)
    assert syntax_hash("x = 1;", cell=True) == syntax_hash("x = 1", cell=True)
    assert syntax_hash("'α'; # quiet", cell=True) != syntax_hash("'α' # ;", cell=True)
    assert syntax_hash("'a string is shown'", cell=True) != syntax_hash(
        "'too'", cell=True
    )


def test_code_that_cannot_be_parsed_counts_by_its_text():
    assert syntax_hash("x = (1") != syntax_hash("x =  (1") != ""
