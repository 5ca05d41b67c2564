"""Clean environments like those in which readers run the chapters."""

import os
import shutil
import subprocess
from pathlib import Path

from annbook.chapters import ROOT


class Environment:
    """A virtual environment in a folder of its own, with a home of its own.

    Parameters
    ----------
    folder : Path
        Is created.
    """

    def __init__(self, folder):
        self.bin = folder / "venv" / "bin"
        (folder / "home").mkdir(parents=True)
        ours = str(ROOT / ".venv" / "bin")
        uv = shutil.which("uv", path=ours) or shutil.which("uv")
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        self._uv = [uv, "--quiet"]
        # uv keeps its cache: a home without one would download everything again
        self._outside = kept
        self.variables = kept | {
            "HOME": str(folder / "home"),
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "TF_CPP_MIN_LOG_LEVEL": "3",
        }
        # With pip ("seed"), which chapters and Binder call.
        self._call([*self._uv, "venv", "--seed", folder / "venv"], self._outside)

    def install(self, *arguments):
        """Install packages; bytecode makes importing TensorFlow fast."""
        start = [
            "pip",
            "install",
            "--compile-bytecode",
            "--python",
            self.bin / "python",
        ]
        self._call([*self._uv, *start, *arguments], self._outside)

    def run(self, *command, folder):
        """Run a command with the environment's programs first; return its output."""
        return self._call(command, self.variables, folder)

    def versions(self):
        """Return the lines of ``pip freeze``, less the book's own package."""
        output = self.run("python", "-m", "pip", "freeze", folder=self.bin)
        return [line for line in output.splitlines() if "annutils" not in line]

    def _call(self, command, variables, folder=None):
        """Run a command; fail with what it printed."""
        program = shutil.which(str(command[0]), path=variables["PATH"])
        done = subprocess.run(  # noqa: S603
            [program, *map(str, command[1:])],
            cwd=folder,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, done.stdout[-5000:]
        return done.stdout


def tracked(*paths):
    """Return the files of the repository below the paths, relative to its top."""
    listed = subprocess.run(  # noqa: S603
        ["git", "-C", str(ROOT), "ls-files", *paths],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    return [Path(name) for name in listed.stdout.splitlines()]
