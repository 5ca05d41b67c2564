"""Every figure is played in the light and in the dark: its tests take turns."""

from functools import partial

import pytest


@pytest.fixture
def visit(visit, request):
    """Open the page of a figure, for every other test of a file in the dark."""
    tests = [name for name in vars(request.module) if name.startswith("test_")]
    is_dark = tests.index(request.function.__name__) % 2
    return partial(visit, color_scheme="dark" if is_dark else "light")
