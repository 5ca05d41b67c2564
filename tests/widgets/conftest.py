"""Every figure in turn."""

import pytest
from faces import FACES, made


@pytest.fixture(scope="session", params=FACES)
def figure(request):
    """Return one of the figures."""
    return made(request.param)
