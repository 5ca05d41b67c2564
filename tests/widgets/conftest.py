"""Every figure in turn."""

import pytest
from faces import FACES, made


@pytest.fixture(scope="session", params=FACES)
def figure(request):
    """Return one of the figures."""
    return made(request.param)


@pytest.fixture(scope="session")
def output(figure):
    """Return what a notebook shows for it."""
    return figure._repr_html_()
