"""Every address follows from the repository's own."""

import subprocess
from types import SimpleNamespace

import pytest
from annbook.notebooks import addresses
from annbook.notebooks.addresses import Addresses
from annbook.site import buttons

BOOK = Addresses("https://github.com/Somebody/their-book", "dev")


@pytest.mark.parametrize(
    ("repository", "site"),
    [
        ("Somebody/their-book", "https://somebody.github.io/their-book/"),
        ("somebody/somebody.github.io", "https://somebody.github.io/"),
    ],
)
def test_the_site_is_where_pages_publishes_the_repository(repository, site):
    assert Addresses(f"https://github.com/{repository}").site == site


def test_colab_opens_the_notebook_from_the_published_branch():
    assert BOOK.colab("practice/mnist") == (
        "https://colab.research.google.com/github/Somebody/their-book/blob/gh-pages"
        "/notebooks/practice/mnist.ipynb"
    )


def test_binder_opens_the_chapter_in_jupyterlab():
    assert BOOK.binder("practice/mnist") == (
        "https://mybinder.org/v2/gh/Somebody/their-book/dev"
        "?urlpath=lab/tree/book/practice/mnist.md"
    )


def test_a_fork_gets_buttons_of_its_own(monkeypatch):
    monkeypatch.setenv("GITHUB_REPOSITORY", "somebody/their-book")
    monkeypatch.delenv("GITHUB_SERVER_URL", raising=False)
    config = SimpleNamespace(html_theme_options={"repository_url": "x"})
    buttons.use_forks_address(None, config)
    address = config.html_theme_options["repository_url"]
    assert address == "https://github.com/somebody/their-book"


def test_a_checkout_installs_the_commit_that_was_built(tmp_path):
    def git(*arguments):
        identity = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        command = ["git", "-C", tmp_path, *identity, *arguments]
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()  # noqa: S603

    git("init")
    git("commit", "--allow-empty", "--message", "first")
    assert addresses.revision(tmp_path, "main") == git("rev-parse", "HEAD") != ""


def test_a_copy_without_history_installs_the_branch(tmp_path, monkeypatch):
    monkeypatch.delenv("GITHUB_SHA", raising=False)
    assert addresses.revision(tmp_path, "main") == "main"


def test_without_git_a_build_installs_the_branch(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("GITHUB_SHA", raising=False)
    assert addresses.revision(tmp_path, "main") == "main"
