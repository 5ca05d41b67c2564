"""A release of Pyodide that is small: three packages are needed, one is not."""

import hashlib
import io
import json
import tarfile

from annbook.notebooks import pyodide

WHEELS = {
    "one": b"wheel of one",
    "two": b"wheel of two",
    "two-parts": b"wheel of two parts",
    "other": b"not needed",
}
# The packages that each depends on, some of them spelled as Python does.
DEPENDS = {"one": ["two"], "two": ["two_parts"], "two-parts": [], "other": []}


def entry(name):
    sha256 = hashlib.sha256(WHEELS[name]).hexdigest()
    file = f"{name}-1.0-py3-none-any.whl"
    return {"file_name": file, "sha256": sha256, "depends": DEPENDS[name]}


def archive():
    """Return a core like npm's, with members that would leave the folder."""
    lock = {"info": {"python": "3.13.2"}, "packages": {n: entry(n) for n in WHEELS}}
    members = {f"package/{name}": name.encode() for name in pyodide.FILES}
    members[f"package/{pyodide.LOCK}"] = json.dumps(lock).encode()
    members |= {"../climbed.js": b"", "package/../../climbed.js": b"", "more.js": b""}
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return file.getvalue()


class Server:
    """Stands for the servers of npm and of the release."""

    def __init__(self, core):
        self.files = {pyodide.CORE: core, **dict.fromkeys(pyodide.WHEELS, b"wheel")}
        self.files[pyodide.CARRIER] = None  # out of reach
        self.asked = []
        for name, content in WHEELS.items():
            self.files[pyodide.PACKAGES + entry(name)["file_name"]] = content

    def get(self, address):
        self.asked.append(address.rpartition("/")[2])
        if self.files[address] is None:
            raise OSError(f"{address}: no route to host")
        return self.files[address]
