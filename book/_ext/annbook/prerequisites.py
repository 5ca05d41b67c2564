"""Can the book's environment be made here? Asked by make before it installs.

Run as a program by the Python that is to make the environment, whichever that is: this
file keeps to what every Python since 3.6 reads, and imports nothing of the book.
"""

import importlib.util
import shutil
import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def problem(version, lacking, free, needed):
    """Return why the environment cannot be made, in one line, or an empty string.

    Parameters
    ----------
    version : tuple of int
        Of Python: major and minor.
    lacking : list of str
        The modules that make an environment and are not here.
    free, needed : int
        Megabytes of disk.
    """
    name = ".".join(map(str, version))
    if not OLDEST <= version <= NEWEST:
        needs = "The book needs Python 3.11 to 3.13"
        return f"{needs}; {sys.executable} is {name}. Try: make PYTHON=python3.13"
    if lacking:
        cure = f"On Debian and Ubuntu: apt-get install python{name}-venv; or install uv"
        return f"Python {name} lacks its module {lacking[0]}. {cure}."
    if free < needed:
        return f"Expected {needed} MB of free disk, got {free} MB: make room for .venv."
    return ""


def main(needed):
    """Return the problem that this Python has in this folder, or an empty string."""
    # uv makes environments itself
    modules = [] if shutil.which("uv") else ["venv", "ensurepip"]
    lacking = [name for name in modules if importlib.util.find_spec(name) is None]
    free = shutil.disk_usage(".").free // 10**6
    return problem(sys.version_info[:2], lacking, free, needed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) or None)
