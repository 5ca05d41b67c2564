"""Books in folders of their own, to execute, to build and to break."""

import signal

import pytest
from small_book import SmallBook
from whole_book import BUILD, WholeBook


@pytest.fixture(autouse=True, scope="session")
def _signals():
    """Let programs hear the signals that nohup, or a shell's &, has them ignore."""

    def heard(number, frame):
        raise KeyboardInterrupt

    # A program that is started inherits what is ignored, but no handler.
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, heard)


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory):
    """Return a whole book that was built once, in a fresh process, without a fault."""
    book = WholeBook(tmp_path_factory.mktemp("undisturbed"))
    status, output = book.run(*BUILD)
    assert status == 0, output
    return book


@pytest.fixture
def small_book(tmp_path):
    """Return an empty book to fill."""
    return SmallBook(tmp_path)
