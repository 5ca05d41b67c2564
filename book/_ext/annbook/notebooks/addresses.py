"""Where the repository, the site, and each place to run a chapter are.

Everything follows from the repository's address, which stands in ``_config.yml`` and
which ``GITHUB_REPOSITORY`` overrides, so that a fork's buttons open the fork.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from urllib.parse import urlsplit

PUBLISHED = "gh-pages"  # the branch that holds the site and its notebooks


@dataclass(frozen=True)
class Addresses:
    """The addresses that follow from the repository's own.

    Attributes
    ----------
    repository : str
        Such as ``https://github.com/owner/name``.
    branch : str
        The branch that authors work on.
    """

    repository: str
    branch: str = "main"

    @classmethod
    def of(cls, config):
        """Return the addresses that Sphinx's configuration and environment give."""
        options = config.html_theme_options
        return cls(repository(options["repository_url"]), options["repository_branch"])

    @property
    def slug(self):
        """The repository as ``owner/name``."""
        return urlsplit(self.repository).path.strip("/")

    @property
    def site(self):
        """The published site, with a slash at its end."""
        owner, name = self.slug.split("/")
        host = f"{owner.lower()}.github.io"
        return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"

    def colab(self, name):
        """Return the address that opens the chapter's notebook in Colab."""
        start = f"https://colab.research.google.com/github/{self.slug}/blob"
        return f"{start}/{PUBLISHED}/notebooks/{name}.ipynb"

    def binder(self, name):
        """Return the address that opens the chapter in Binder's JupyterLab."""
        start = f"https://mybinder.org/v2/gh/{self.slug}/{self.branch}"
        return f"{start}?urlpath=lab/tree/book/{name}.md"

    def archive(self, revision):
        """Return the address of the sources at a commit or branch, as pip takes it."""
        return f"{self.repository}/archive/{revision}.zip"


def repository(configured):
    """Return the repository's address: the configured one, or the one that CI names."""
    if name := os.environ.get("GITHUB_REPOSITORY"):
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        return f"{server}/{name}"
    return configured.rstrip("/")


def revision(root, branch):
    """Return the commit that is checked out; without one or without git, the branch."""
    command = ["git", "-C", str(root), "rev-parse", "--verify", "HEAD"]
    # a copy inside another repository is not that repository's commit
    if (root / ".git").exists() and shutil.which("git"):
        asked = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
        if asked.returncode == 0:
            return asked.stdout.strip()
    return os.environ.get("GITHUB_SHA") or branch
