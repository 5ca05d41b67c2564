"""Download a file: resumed, retried, verified, and by one process at a time.

The bytes are written to ``<name>.part`` beside the goal; when they are complete and
verified, the file is moved there in one step: nobody ever sees half of it. After
an interruption the ``.part`` stays, and the next call goes on where it ended.

The ``.part`` is also the lock: of two processes that want the same file, one downloads
and the other waits. Where there is no ``flock`` (on Windows, on some network drives)
both download at once; should they disturb each other, the check refuses the result.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from typing import BinaryIO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

try:
    import fcntl
except ImportError:
    fcntl = None

TIMEOUT = 30.0
"""Seconds of silence after which an attempt has failed."""
PAUSES = (1.0, 2.0)
"""Seconds to wait before each further attempt."""
CHUNK = 1 << 16
"""Bytes asked for at a time."""


def download(
    url: str, path: Path, *, size: int, verify: Callable[[bytes], None]
) -> None:
    """Download a file, verify it, and only then give it its name.

    A progress bar is drawn when the standard error stream is a terminal.

    Parameters
    ----------
    url : str
        Address of the file.
    path : Path
        Where to put it; the folder is created if need be.
    size : int
        Number of bytes to come.
    verify : callable
        Gets the whole content and raises ValueError when it is not the right one; then
        nothing stays behind.

    Raises
    ------
    ValueError
        If the server has something else: another size, or ``verify`` refuses it.
    FileNotFoundError
        If the server says that it will not give the file (status 4xx).
    ConnectionError
        If the server is not reached or breaks off, in every attempt.
    OSError
        If the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part")
    with _alone(part):
        if path.exists():  # the process that we waited for has brought it
            part.unlink(missing_ok=True)
            return
        try:
            _complete(url, part, size)
            verify(part.read_bytes())
            os.replace(part, path)
        except BaseException as error:
            # Wrong content never becomes right; no content is nothing to keep.
            with contextlib.suppress(FileNotFoundError):
                if isinstance(error, ValueError) or part.stat().st_size == 0:
                    part.unlink()
            raise


@contextlib.contextmanager
def _alone(part: Path) -> Iterator[None]:
    """Hold the lock of ``part``; the system frees it when its holder dies."""
    while fcntl:
        with open(part, "ab") as file:
            with contextlib.suppress(OSError):  # a drive without locks
                fcntl.flock(file, fcntl.LOCK_EX)
            if _leads_to(part, file):
                yield
                return
    yield


def _leads_to(path: Path, file: BinaryIO) -> bool:
    """Tell whether the open file is still at ``path``: its last holder may move it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _complete(url: str, part: Path, size: int) -> None:
    """Append to ``part`` what it lacks, in several attempts if need be."""
    for pause in (*PAUSES, None):
        try:
            with open(part, "ab") as file:
                for offset, chunk in _stream(url, file.tell(), size):
                    file.truncate(offset)  # a server may start again at 0
                    file.write(chunk)
                    _show_progress(part.stem, offset + len(chunk), size)
            return
        except ConnectionError:
            if pause is None:
                raise
            time.sleep(pause)


def _stream(url: str, start: int, size: int) -> Iterator[tuple[int, bytes]]:
    """Yield ``(offset, chunk)`` from byte ``start``, or from 0 if it must be."""
    if start >= size:
        return
    with _open(url, start) as response:
        offset = start if response.status == 206 else 0
        announced = int(response.headers["Content-Length"] or size - offset)
        if announced != size - offset:
            raise ValueError(
                f"expected {size - offset} bytes, the server announces {announced}"
            )
        while offset <= size and (chunk := _read(response)):
            yield offset, chunk
            offset += len(chunk)
    if offset < size:
        raise ConnectionError(f"the server stopped after {offset} of {size} bytes")


def _open(url: str, start: int):
    """Ask the server for all bytes from ``start`` on."""
    wanted = {"Range": f"bytes={start}-"} if start else {}
    try:
        # The addresses come from the registry, where a test says that they are https.
        return urlopen(Request(url, headers=wanted), timeout=TIMEOUT)  # noqa: S310
    except HTTPError as error:
        error.close()
        passing = error.code in (408, 429) or error.code >= 500
        kind = ConnectionError if passing else FileNotFoundError
        raise kind(f"the server answers {error.code} {error.reason}") from error
    except (OSError, HTTPException) as error:
        raise ConnectionError(f"the server cannot be reached ({error})") from error


def _read(response) -> bytes:
    """Read the next bytes; none at the end."""
    try:
        return response.read(CHUNK)
    except (OSError, HTTPException) as error:
        raise ConnectionError(f"the connection broke ({error})") from error


def _show_progress(name: str, done: int, size: int) -> None:
    """Redraw the bar, for people only: never in a log or in a notebook's output."""
    if sys.stderr.isatty():
        bar = ("#" * (30 * done // size)).ljust(30, ".")
        end = "\n" if done >= size else ""
        text = f"\r{name} [{bar}] {done / 1e6:.1f} of {size / 1e6:.1f} MB{end}"
        print(text, end="", file=sys.stderr, flush=True)
