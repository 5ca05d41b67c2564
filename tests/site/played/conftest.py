"""Every figure is played in the light and in the dark."""

from functools import partial

import pytest


@pytest.fixture(params=["light", "dark"])
def visit(visit, request):
    """Open the page of a figure in each theme."""
    return partial(visit, color_scheme=request.param)
