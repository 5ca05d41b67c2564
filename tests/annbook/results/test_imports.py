"""What code imports, down to the attributes that it uses."""

import pytest
from annbook.results.cells import plain
from annbook.results.imports import imports


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import numpy as np", {"numpy"}),
        ("import numpy as np\nnp.sum(np.ones(3))", {"numpy.sum", "numpy.ones"}),
        ("from a import b\nb.c.d(x)", {"a.b.c"}),
        ("from a import b as e\ne.c(e.f)", {"a.b.c", "a.b.f"}),
        ("from a import b\nb.c(b)", {"a.b.c", "a.b"}),
        ("from a import b\nshow = b", {"a.b"}),
        ("def f():\n    from a import b\n    return b.c", {"a.b.c"}),
        ("import a.b\na.b.c", {"a.b"}),
        ("from a.b import *", {"a.b.*"}),
        ("from a import b\n%timeit -n 1 b.c()", {"a.b"}),
        ("from a import b\nx = %timeit -o b.c()\nb.d", {"a.b", "a.b.d"}),
        ("%%timeit\nfrom a import b\nb.c()", set()),
        ('from a import b\n%config X = "svg"\nb.c', {"a.b.c"}),
        ("from a import", set()),
    ],
)
def test_a_module_counts_by_what_is_used_of_it_or_else_as_a_whole(code, expected):
    assert imports(plain(code)) == expected


def test_relative_imports_start_from_the_package():
    code = "from . import b\nfrom .c import d\nfrom ..e import f"
    assert imports(code, "top.room") == {"top.room.b", "top.room.c.d", "top.e.f"}


def test_imports_inside_functions_may_be_left_out():
    code = "if x:\n    import a\ndef f():\n    import b\n"
    assert imports(code, late=False) == {"a"}
