"""Data sets: toy sets, MNIST and IMDB.

The files of MNIST and IMDB are found, or downloaded, and verified by
`annutils.data.fetch`.
"""

from annutils.data.imdb import decode_review, load_imdb, multi_hot
from annutils.data.mnist import load_mnist
from annutils.data.toy import (
    make_blobs,
    make_circles,
    make_moons,
    make_spiral,
    make_xor,
)

__all__ = [
    "decode_review",
    "load_imdb",
    "load_mnist",
    "make_blobs",
    "make_circles",
    "make_moons",
    "make_spiral",
    "make_xor",
    "multi_hot",
]
