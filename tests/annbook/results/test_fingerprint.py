"""A chapter is stale exactly when something that its results depend on has changed."""

from pathlib import Path

import pytest
from annbook.chapters import all_chapters
from annbook.results.cells import source_code
from annbook.results.dependencies import dependencies, passed_on
from annbook.results.fingerprint import asks_for_source, fingerprint


def names(paths):
    return {path.name for path in paths}


def test_prose_is_no_part_of_the_fingerprint(small_book):
    chapter = small_book.chapter("one", "1 + 1")
    before = fingerprint(chapter)
    chapter.source.write_text(chapter.source.read_text() + "\nMore prose.\n")
    assert fingerprint(chapter) == before


def test_code_is_part_of_the_fingerprint(small_book):
    before = fingerprint(small_book.chapter("one", "1 + 1"))
    after = fingerprint(small_book.chapter("one", "1 + 2"))
    assert before["code"] != after["code"]
    assert before["dependencies"] == after["dependencies"]


@pytest.mark.parametrize(
    "cell",
    [
        "import annutils.data",
        "from annutils import data",
        "from annutils.data import moons",
        "%config X.y = 1\nfrom annutils import data",
        "def late():\n    from annutils import data",
    ],
)
def test_an_edit_in_an_imported_module_changes_the_fingerprint(small_book, cell):
    small_book.package("data", "x = 1")
    chapter = small_book.chapter("one", cell)
    before = fingerprint(chapter)
    small_book.package("data", "x = 2")
    assert fingerprint(chapter)["dependencies"] != before["dependencies"]


COMPUTES = 'def f(x):\n    """Doubles."""\n    return 2 * x  # twice'
REWRITTEN = 'def f(\n    x,\n):\n    "What f does."\n\n    return (2 * x)\n'


def test_comments_docstrings_and_formatting_of_a_module_do_not(small_book):
    small_book.package("data", COMPUTES)
    chapter = small_book.chapter("one", "from annutils import data")
    before = fingerprint(chapter)
    small_book.package("data", REWRITTEN)
    assert fingerprint(chapter) == before


@pytest.mark.parametrize(
    "edit",
    [
        ("x = 1", "x  =  1  # one"),
        ("x = 1", "x = (\n    1\n)"),
        ("python\n", 'python\n:tags: ["hide-input"]\n'),
        ("python\n", "python\n---\nmystnb:\n  figure: {name: a, caption: b}\n---\n"),
        ("Python 3", "Python on this machine"),
        ("```{code-cell}", "```{code-cell} python\n# nothing\n```\n\n```{code-cell}"),
    ],
    ids=["comment", "formatting", "tag", "caption", "kernel's title", "empty cell"],
)
def test_what_changes_nothing_in_a_run_is_no_part_of_it(small_book, edit):
    chapter = small_book.chapter("one", "x = 1\nx")
    before = fingerprint(chapter)
    text = chapter.source.read_text()
    assert edit[0] in text
    chapter.source.write_text(text.replace(*edit, 1))
    assert fingerprint(chapter) == before


@pytest.mark.parametrize(
    "edit",
    [
        ("python\n", 'python\n:tags: ["skip-execution"]\n'),
        ("python\n", 'python\n:tags: ["raises-exception"]\n'),
        ("name: python3", "name: python4"),
        ("x = 1\nx", "x = 1\nx;"),
        ("x = 1\nx", "x = 1\n```\n\n```{code-cell}\nx"),
        ("x = 1\nx", "x = 1\n!ls"),
    ],
    ids=["skipped", "may fail", "kernel", "quiet", "two cells", "magic"],
)
def test_what_changes_a_run_or_its_outputs_is(small_book, edit):
    chapter = small_book.chapter("one", "x = 1\nx")
    before = fingerprint(chapter)
    text = chapter.source.read_text()
    assert edit[0] in text
    chapter.source.write_text(text.replace(*edit, 1))
    assert fingerprint(chapter)["code"] != before["code"]


@pytest.mark.parametrize(
    "cell",
    [
        "import inspect\nprint(inspect.getsource(data.f))",
        "from inspect import getdoc as doc\ndoc(data.f)",
        "print(data.f.__doc__)",
        "help(data.f)",
        "data.f?",
        "data.f??",
        "%psource data.f",
        ':tags: ["raises-exception"]\n\ndata.f(None)',
    ],
)
def test_in_a_chapter_that_shows_source_the_text_counts(small_book, cell):
    small_book.package("data", COMPUTES)
    first = "from annutils import data"
    chapter = small_book.chapter("one", first, cell)
    before = fingerprint(chapter)
    small_book.chapter("one", first, f"{cell}\n# a comment")
    assert fingerprint(chapter)["code"] != before["code"]
    small_book.package("data", REWRITTEN)
    assert fingerprint(chapter)["dependencies"] != before["dependencies"]


def test_it_counts_where_a_module_shows_source_for_the_chapter(small_book):
    small_book.package("data", COMPUTES)
    small_book.package("show", "import inspect\nshow = inspect.getsource\n")
    chapter = small_book.chapter("one", "from annutils import data, show")
    before = fingerprint(chapter)
    small_book.package("data", REWRITTEN)
    assert fingerprint(chapter) != before


def test_words_of_a_comment_or_a_text_show_no_source():
    assert not asks_for_source("x = 1  # see help and __doc__")
    assert not asks_for_source("print('this may help')")


def test_no_module_of_the_package_makes_chapters_count_as_they_are_written():
    for chapter in all_chapters():
        notebook = chapter.notebook()
        if not asks_for_source(source_code(notebook)):
            sources, _ = dependencies(chapter, notebook)
            assert not any(map(asks_for_source, sources.values())), chapter.name


def test_an_edit_in_another_module_does_not(small_book):
    small_book.package("data", "x = 1")
    small_book.package("other", "x = 1")
    chapter = small_book.chapter("one", "from annutils import data")
    before = fingerprint(chapter)
    small_book.package("other", "x = 2")
    assert fingerprint(chapter) == before


def test_modules_are_followed_through_packages_and_relative_imports(small_book):
    plot = small_book.root / "annutils" / "plot"
    plot.mkdir()
    (plot / "__init__.py").write_text("from .curves import draw\n")
    (plot / "curves.py").write_text("from ..data import x\nfrom . import inks\n")
    (plot / "inks.py").write_text("import numpy\n")
    small_book.package("data", "import sklearn.datasets\nx = 1")
    chapter = small_book.chapter("one", "from annutils import plot")
    sources, libraries = dependencies(chapter)
    assert names(sources) == {"__init__.py", "curves.py", "data.py", "inks.py"}
    assert {"numpy", "scikit-learn"} <= libraries


def test_code_that_is_no_python_makes_stale_what_imports_it(small_book):
    small_book.package("nets", "import sklearn")
    chapter = small_book.chapter("one", "from annutils import nets", "1 + 1")
    before = fingerprint(chapter)
    small_book.package("nets", "import sklearn as")
    assert fingerprint(chapter)["dependencies"] != before["dependencies"]
    small_book.chapter("one", "from annutils import nets", "1 +")
    assert fingerprint(chapter)["code"] != before["code"]


def test_a_library_counts_where_importing_a_module_loads_it(small_book):
    small_book.package("early", "import sklearn")
    small_book.package("late", "def f():\n    import sklearn")
    early = small_book.chapter("one", "from annutils import early")
    late = small_book.chapter("two", "from annutils import late")
    assert dependencies(early)[1] == {"scikit-learn"}
    assert dependencies(late)[1] == set()


def test_a_library_that_a_module_names_for_its_types_counts(small_book):
    code = "if TYPE_CHECKING:\n    import sklearn\ndef f():\n    import sklearn"
    small_book.package("typed", code)
    chapter = small_book.chapter("one", "from annutils import typed")
    assert dependencies(chapter)[1] == {"scikit-learn"}


def test_a_new_locked_version_matters_where_the_library_is_imported(small_book):
    user = small_book.chapter("one", "import numpy as np")
    other = small_book.chapter("two", "import sklearn")
    before = fingerprint(user), fingerprint(other)
    small_book.lock("numpy==2.5.0", "scikit-learn==1.9.1", "keras==3.15.1")
    assert fingerprint(user) != before[0]
    assert fingerprint(other) == before[1]


def test_the_style_sheet_counts_where_it_is_used(small_book):
    style = small_book.root / "annutils" / "book.mplstyle"
    style.write_text("font.size: 12\n")
    chapter = small_book.chapter("one", 'plt.style.use("annutils.book")')
    assert names(dependencies(chapter)[0]) == {"book.mplstyle"}
    before = fingerprint(chapter)
    style.write_text("font.size: 13\n")
    assert fingerprint(chapter) != before
    small_book.package("still", "plt.style.use('annutils.book')")
    user = small_book.chapter("two", "from annutils import still")
    assert names(dependencies(user)[0]) == {"book.mplstyle", "still.py"}


def test_the_package_itself_only_forwards():
    """The fingerprint leaves ``annutils/__init__.py`` out; here is why it may."""
    import ast

    import annutils

    with open(annutils.__file__, encoding="utf-8") as file:
        docstring, *rest = ast.parse(file.read()).body
    assert isinstance(docstring, ast.Expr)
    assert [function.name for function in rest] == ["__getattr__", "__dir__"]


def test_so_does_the_package_of_figures():
    from annutils import widgets

    code = Path(widgets.__file__).read_text(encoding="utf-8")
    forwarded = passed_on(code)
    assert forwarded.keys() == set(widgets.__all__)
    for name, dotted in forwarded.items():
        assert getattr(widgets, name).__module__ == dotted.rpartition(".")[0]


FORWARD = """def __getattr__(name):
    if name == "Network":
        from annutils.network import Network

        return Network
"""


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("from annutils import Network", {"__init__.py", "network.py"}),
        ("import annutils", {"__init__.py", "network.py", "data.py"}),
        ("from annutils import data", {"data.py"}),
    ],
)
def test_what_the_package_forwards_is_followed(small_book, cell, expected):
    small_book.package("__init__", FORWARD)
    small_book.package("network", "class Network:\n    pass")
    small_book.package("data", "x = 1")
    sources, _ = dependencies(small_book.chapter("one", cell))
    assert names(sources) == expected


FACES = """from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annutils.widgets._descent import descent
    from annutils.widgets._neuron import neuron


def __getattr__(name):
    from importlib import import_module

    return getattr(import_module(f"annutils.widgets._{name}"), name)
"""


@pytest.fixture
def figures(small_book):
    """Return the folder of two figures, imported when asked for, in a small book."""
    folder = small_book.root / "annutils" / "widgets"
    folder.mkdir()
    (folder / "__init__.py").write_text(FACES)
    (folder / "_descent.py").write_text("from annutils.widgets._figure import Figure")
    (folder / "_neuron.py").write_text("from annutils.widgets._figure import Figure")
    (folder / "_figure.py").write_text("class Figure:\n    pass\n")
    return folder


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("from annutils import widgets\nwidgets.descent()", {"_descent", "_figure"}),
        ("from annutils.widgets import neuron\nneuron()", {"_neuron", "_figure"}),
        ("import annutils.widgets._figure", {"_figure"}),
        ("from annutils import widgets\nf(widgets)", None),
        ("from annutils import widgets\nwidgets.other()", None),
        ("from annutils.widgets import *", None),
        ("from annutils import widgets\n%timeit widgets.descent()", None),
    ],
)
def test_a_package_that_imports_when_asked_counts_by_what_is_asked(
    small_book, figures, cell, expected
):
    sources, _ = dependencies(small_book.chapter("one", cell))
    everything = {"__init__", "_descent", "_figure", "_neuron"}
    assert {path.stem for path in sources} == (expected or everything)


def test_another_figure_or_a_new_one_makes_no_chapter_stale(small_book, figures):
    cell = "from annutils import widgets\nwidgets.descent()"
    chapter = small_book.chapter("one", cell)
    before = fingerprint(chapter)
    (figures / "_neuron.py").write_text("x = 1")
    (figures / "__init__.py").write_text(FACES.replace("neuron", "convolution"))
    assert fingerprint(chapter) == before
    (figures / "_descent.py").write_text("x = 1")
    assert fingerprint(chapter) != before


def test_a_chapter_is_stale_by_the_faces_that_it_shows():
    shown = {}
    for chapter in all_chapters():
        for path in dependencies(chapter)[0]:
            if path.parent.name == "widgets":
                shown.setdefault(path.stem, set()).add(chapter.name)
    assert shown["_descent"] == {"training/optimizers"}
    assert shown["_perceptron"] == {"history/perceptron"}
    assert "__init__" not in shown
