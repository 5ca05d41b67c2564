"""Data files, known by address and hash: found on disk or downloaded, then verified.

A file is looked for in the folder that the environment variable ``ANNUTILS_DATA``
names, then in Keras's cache (``$KERAS_HOME/datasets``, by default
``~/.keras/datasets``). If it is in neither, it is downloaded into the cache. Its
SHA-256 is compared before anybody parses it, and `read` hands out the very bytes that
were compared. A corrupt file is refused and left as it is.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from annutils.files import write_whole


@dataclass(frozen=True)
class Dataset:
    """A data file as its publisher describes it.

    Attributes
    ----------
    url : str
        Address, https.
    sha256 : str
        Hash of the content, 64 hexadecimal digits.
    size : int
        Number of bytes.
    license : str
        Terms of use.
    """

    url: str
    sha256: str
    size: int
    license: str


_SERVER = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"
_IMDB_TERMS = "no license stated; the authors ask to cite Maas et al., ACL 2011"

DATASETS = {
    "mnist.npz": Dataset(
        _SERVER + "mnist.npz",
        "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
        11_490_434,
        "CC BY-SA 3.0; LeCun, Bottou, Bengio and Haffner, Proc. IEEE 86(11), 1998",
    ),
    "imdb.npz": Dataset(
        _SERVER + "imdb.npz",
        "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f",
        17_464_789,
        _IMDB_TERMS,
    ),
    "imdb_word_index.json": Dataset(
        _SERVER + "imdb_word_index.json",
        "027313fe9a320280f3bf0fac5baf58c4a683cf39a7ed9c3d3d3912bde4284cf6",
        1_641_221,
        _IMDB_TERMS,
    ),
}
"""The files that the book uses, by name: the ones that Keras itself downloads."""


def search_folders() -> list[Path]:
    """Return the folders in which files are looked for, in this order.

    Returns
    -------
    list of Path
        The folder that ``ANNUTILS_DATA`` names, if it is set; last, Keras's cache,
        where downloads go. They need not exist.
    """
    named = os.environ.get("ANNUTILS_DATA")
    cache = Path(os.environ.get("KERAS_HOME") or "~/.keras", "datasets")
    return [Path(folder).expanduser() for folder in (named, cache) if folder]


def read(name: str) -> bytes:
    """Return the verified content of a data file; download it if it is nowhere.

    Parameters
    ----------
    name : str
        A key of `DATASETS`.

    Returns
    -------
    bytes
        The whole file; its SHA-256 is the one in `DATASETS`.

    Raises
    ------
    ValueError
        If the name is unknown, or the content is not what its hash says. A corrupt
        file in a search folder is left as it is, a corrupt download is not written.
    FileNotFoundError
        If the file is in no search folder, and the server does not give it either.
    ConnectionError
        If it is in no search folder, and the server cannot be reached or breaks off.
    OSError
        If the file cannot be read, or the cache cannot be written.
    """
    if not isinstance(name, str) or name not in DATASETS:
        raise ValueError(
            f"Expected the name of a data file {[*DATASETS]}, got {name!r}."
        )
    for folder in search_folders():
        path = folder / name
        if path.is_file():
            content = path.read_bytes()
            _verify(name, content, str(path))
            return content
    return _bring(name, path)  # into the last folder


def _bring(name: str, path: Path) -> bytes:
    """Download a file to ``path``; an error says all that helps to do it by hand."""
    # Imported here: who has the files, or wants toy data only, needs no network.
    from annutils.data.download import download

    dataset = DATASETS[name]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = download(dataset.url, name, dataset.size)
        _verify(name, content, "what came")
        write_whole(path, content)
    except (OSError, ValueError) as error:
        looked = " nor in ".join(map(str, search_folders()))
        raise type(error)(
            f"{name} is not in {looked}, and fetching it from {dataset.url} failed: "
            f"{error}. If you get it by other means, put it there, or set "
            "ANNUTILS_DATA to the folder that holds it."
        ) from None  # the message holds all that the chain would say
    return content


def _verify(name: str, content: bytes, what: str) -> None:
    """Raise ValueError unless the content is the one that the registry describes."""
    dataset = DATASETS[name]
    found = hashlib.sha256(content).hexdigest()
    if found != dataset.sha256:
        raise ValueError(
            f"{what} is corrupt: expected SHA-256 {dataset.sha256} "
            f"({dataset.size} bytes), got {found} ({len(content)} bytes); "
            f"the right file is at {dataset.url}"
        )
