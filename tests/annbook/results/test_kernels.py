"""The environment of kernels: the same sums everywhere, and no folder but their own."""

import os

import pytest
from annbook.results.kernels import environment


def test_a_kernel_has_one_thread_no_date_and_hashes_that_repeat():
    own = environment("here")
    threads = {name: value for name, value in own.items() if "THREADS" in name}
    assert set(threads) == {
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "TF_NUM_INTEROP_THREADS",
        "TF_NUM_INTRAOP_THREADS",
    }
    assert set(threads.values()) == {"1"}
    assert own["PYTHONHASHSEED"] == own["SOURCE_DATE_EPOCH"] == "0"


def test_a_kernel_has_the_machine_code_that_more_machines_have():
    own = environment("here")
    assert own["DNNL_MAX_CPU_ISA"] == "AVX2"
    assert own["OPENBLAS_CORETYPE"] == "Haswell"
    assert own["NPY_DISABLE_CPU_FEATURES"].split()[0] == "X86_V4"


@pytest.mark.parametrize("writable", [True, False])
def test_a_kernel_writes_into_its_folder_alone(tmp_path, monkeypatch, writable):
    asked = []
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(os, "access", lambda *of: asked.append(of) or writable)
    own = environment("here")
    assert asked == [(str(tmp_path / "home"), os.W_OK)]
    assert own["TMPDIR"] == "here"
    assert own["IPYTHONDIR"] == os.path.join("here", "ipython")
    assert own["JUPYTER_RUNTIME_DIR"] == os.path.join("here", "jupyter")
    # Matplotlib keeps what it knows of fonts for later runs, where there is a home
    drawing = None if writable else os.path.join("here", "matplotlib")
    assert own.get("MPLCONFIGDIR") == drawing
