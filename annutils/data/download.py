"""Download a file: retried, and never more than was announced."""

import sys
import time
from collections.abc import Iterator
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen

TIMEOUT = 30.0
"""Seconds of silence after which an attempt has failed."""
PAUSES = (1.0, 2.0)
"""Seconds to wait before each further attempt."""
CHUNK = 1 << 16
"""Bytes asked for at a time."""


def download(url: str, name: str, size: int) -> bytes:
    """Return the content of a file, after several attempts if need be.

    A progress bar is drawn when the standard error stream is a terminal.

    Parameters
    ----------
    url : str
        Address of the file.
    name : str
        What the progress bar calls it.
    size : int
        Number of bytes to come.

    Returns
    -------
    bytes

    Raises
    ------
    ValueError
        If the server announces another size.
    FileNotFoundError
        If the server says that it will not give the file (status 4xx).
    ConnectionError
        If the server is not reached or breaks off, in every attempt.
    """
    for pause in (*PAUSES, None):
        content = bytearray()
        try:
            for chunk in _stream(url, size):
                content += chunk
                _show_progress(name, len(content), size)
        except ConnectionError:
            if pause is None:
                raise
            time.sleep(pause)
        else:
            break
    return bytes(content)


def _stream(url: str, size: int) -> Iterator[bytes]:
    """Yield the bytes of a file; no more than were announced."""
    with _open(url) as response:
        announced = int(response.headers["Content-Length"] or size)
        if announced != size:
            raise ValueError(f"expected {size} bytes, the server announces {announced}")
        done = 0
        while done <= size and (chunk := _read(response)):
            yield chunk
            done += len(chunk)
    if done < size:
        raise ConnectionError(f"the server stopped after {done} of {size} bytes")


def _open(url: str):
    try:
        # The addresses come from the registry, where a test says that they are https.
        return urlopen(url, timeout=TIMEOUT)  # noqa: S310
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
