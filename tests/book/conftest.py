"""The chapters, by name, for tests that hold for each of them."""

from annbook.chapters import all_chapters


def pytest_generate_tests(metafunc):
    """Run a test that takes ``chapter`` once for every page that holds code."""
    if "chapter" in metafunc.fixturenames:
        chapters = all_chapters()
        metafunc.parametrize("chapter", chapters, ids=[one.name for one in chapters])
