"""Every figure is played in the light and in the dark: its tests take turns."""

import pytest


@pytest.fixture(scope="module")
def opened(visiting):
    """Return the pages that tests of a file have opened, by their figures."""
    with visiting() as visit:
        yield visit, {}


@pytest.fixture
def visit(visit, opened, request):
    """Show a figure that nobody has touched, to every other test in the dark.

    Tests share its page, unless they ask for a window or an address of their own.
    """
    tests = [name for name in vars(request.module) if name.startswith("test_")]
    is_dark = tests.index(request.function.__name__) % 2
    scheme = "dark" if is_dark else "light"
    open_page, pages = opened

    def show(tag, **settings):
        if settings:
            return visit(tag, color_scheme=scheme, **settings)
        if tag in pages:
            pages[tag].begin_anew(scheme)
        else:
            pages[tag] = open_page(tag, color_scheme=scheme)
        return pages[tag]

    yield show
    assert [reader.errors for reader in pages.values() if reader.errors] == []
