"""The process that a preview keeps has imported what a build takes."""

import os
import subprocess
import sys

WARM = """
import sys
from annbook.standby import warm
warm()
print(*sys.modules)
"""


def test_what_takes_long_is_imported_before_the_word_comes():
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", WARM],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    imported = done.stdout.split()
    for name in ("jupyter_book.sphinx", "myst_nb.sphinx_ext", "sphinx_book_theme"):
        assert name in imported
    assert "annbook.site.page" in imported
