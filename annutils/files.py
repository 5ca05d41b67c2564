"""Files that are written whole or not at all."""

import os
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path, content):
    """Write a file; whoever reads it meanwhile, or after a failure, sees the old one.

    Parameters
    ----------
    path : str or path
        A file there is replaced.
    content : bytes

    Raises
    ------
    OSError
        If the file cannot be written; nothing of it stays behind.
    """
    path = Path(path)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
