"""Runs one handed-in notebook or module, and prints what the checks say of it.

A program of its own, which `annbook.notebooks.grading` starts: it cuts itself off the
network and limits its time and memory before it reads what somebody else has written.
It gets the limits as arguments, and cells of code as JSON from its standard input.
"""

import contextlib
import ctypes
import io
import json
import os
import sys
from types import ModuleType

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # unshare(2)
WRITTEN = 1 << 20  # bytes that a file may get


def cut_off():
    """Leave the network; raise OSError where the system does not allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(NEW_USER | NEW_NETWORK):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def limit(seconds, megabytes):
    """Limit processor time, memory, and the size of files."""
    import resource  # where a process can be cut off, there are limits, too

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(cells):
    """Run cells in one namespace; return it, and what stopped some of them."""
    mynet, stopped = ModuleType("mynet"), []
    for number, source in enumerate(cells, 1):
        try:
            code = compile(source, f"cell {number}", "exec")
            exec(code, vars(mynet))  # noqa: S102 (what this program is for)
        except BaseException as error:  # whatever it is, the other cells have a chance
            stopped.append(f"cell {number} raised {type(error).__name__}: {error}")
    return mynet, stopped


def main(seconds, megabytes):
    """Print, as JSON, the problem of each piece ("" for none), and what stopped."""
    from annutils import project

    names = {piece.name for piece in project.pieces()}
    cells = json.load(sys.stdin)
    cut_off()
    limit(int(seconds), int(megabytes))
    with contextlib.redirect_stdout(io.StringIO()):
        mynet, stopped = run(cells)
        own = any(callable(vars(mynet).get(name)) for name in names)
        findings = project.check(mynet).findings if own else ()
        found = {finding.piece.name: finding.problem for finding in findings}
    print(json.dumps({"found": found, "stopped": stopped}))


if __name__ == "__main__":
    main(*sys.argv[1:])
