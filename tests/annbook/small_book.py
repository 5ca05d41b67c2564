"""A book of a package, a lock and chapters: enough to execute, not to build."""

from annbook.chapters import Chapter

HEAD = """---
file_format: mystnb
kernelspec:
  name: python3
  display_name: Python 3
---

# A chapter

"""


class SmallBook:
    """A repository with a package, a lock and chapters that tests write."""

    def __init__(self, root):
        self.root = root
        (root / "book").mkdir()
        (root / "annutils").mkdir()
        self.package("__init__", '"""Nothing."""')
        self.lock("numpy==2.4.6", "scikit-learn==1.9.1", "keras==3.15.1")

    def chapter(self, name, *cells):
        """Write a chapter of these code cells and return it."""
        chapter = Chapter(name, self.root)
        body = "\n".join(f"```{{code-cell}} python\n{cell}\n```\n" for cell in cells)
        chapter.source.parent.mkdir(exist_ok=True)
        chapter.source.write_text(HEAD + body, encoding="utf-8")
        return chapter

    def package(self, module, code):
        """Write a module of the package."""
        (self.root / "annutils" / f"{module}.py").write_text(code, encoding="utf-8")

    def lock(self, *lines):
        """Write the lock."""
        text = "\n".join([*lines, ""])
        (self.root / "requirements.txt").write_text(text, encoding="utf-8")
