"""Settings and arrays in one file: a NumPy archive (.npz), without pickle.

Reading such a file runs no code that it may carry.
"""

import contextlib
import io
import json
import zipfile
from pathlib import Path

import numpy as np

from annutils.files import write_whole

__all__ = ["opened", "write"]


def write(path, settings, arrays):
    """Write a file, whole or not at all.

    Parameters
    ----------
    path : str or path
    settings : dict
        What JSON can hold.
    arrays : dict of str to array

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    archive = io.BytesIO()
    np.savez(archive, settings=json.dumps(settings, default=float), **arrays)
    write_whole(path, archive.getvalue())


@contextlib.contextmanager
def opened(path):
    """Read what `write` wrote; what goes wrong in the ``with`` is blamed on the file.

    Parameters
    ----------
    path : str or path

    Yields
    ------
    settings : dict
    arrays : dict of str to array

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is no such file, or what it holds is refused.
    """
    with Path(path).open("rb") as file:
        try:
            _refuse_compressed(file)
            with np.load(file, allow_pickle=False) as archive:
                arrays = dict(archive)
            yield json.loads(str(arrays.pop("settings"))), arrays
        except Exception as error:  # a damaged file may cause any
            raise ValueError(f"Expected a saved network in {path}: {error}") from error


def _refuse_compressed(file):
    """Refuse what `write` never writes: a small file that unfolds to a large one."""
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.compress_size != entry.file_size:
                raise ValueError(f"{entry.filename} is compressed")
    file.seek(0)
