"""Citations are written fast: pybtex need not look for its back ends each time.

It asks the metadata of all installed packages anew for each citation and each entry,
which took a quarter of a clean build.
"""

from pybtex.plugin import find_plugin, register_plugin

GROUP = "pybtex.backends"
BACKENDS = ("docutils", "plaintext")  # those that sphinxcontrib-bibtex writes with


def setup(app):
    """Register the back ends for this process, where pybtex looks first."""
    for name in BACKENDS:
        register_plugin(GROUP, name, find_plugin(GROUP, name), force=True)
