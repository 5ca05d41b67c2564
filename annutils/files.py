"""Files that are written whole or not at all."""

import secrets
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path, content):
    """Write a file; whoever reads it meanwhile, or after a failure, sees the old one.

    Threads and processes may write the same file: the last one's content stays.

    Parameters
    ----------
    path : str or path
        A file there is replaced; through a link, the file that it points to.
    content : bytes

    Raises
    ------
    OSError
        If the file cannot be written; nothing of it stays behind.
    """
    path = Path(path).resolve()
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
