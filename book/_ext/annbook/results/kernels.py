"""The environment of every kernel that runs a chapter."""

import os

ENVIRONMENT = {
    # One thread a chapter: chapters run side by side, and sums keep their order.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    # The same machine code wherever AVX2 is at hand: the same digits on more machines.
    "DNNL_MAX_CPU_ISA": "AVX2",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL AVX512_SPR",
    "OPENBLAS_CORETYPE": "Haswell",
    "PYTHONHASHSEED": "0",
    "SOURCE_DATE_EPOCH": "0",  # the date in a figure's metadata
}


def environment(folder):
    """Return the environment of kernels that may write in this folder alone.

    Nobody's IPython settings change a chapter, and a home that cannot be written, as in
    some containers, does not stop it.
    """
    own = ENVIRONMENT | {
        "IPYTHONDIR": os.path.join(folder, "ipython"),
        "JUPYTER_RUNTIME_DIR": os.path.join(folder, "jupyter"),
        "TMPDIR": folder,
    }
    if not os.access(os.path.expanduser("~"), os.W_OK):
        own |= {"MPLCONFIGDIR": os.path.join(folder, "matplotlib")}
    return own
