"""Two cold executions on one machine give the same bytes."""

import shutil

import pytest
from annbook.chapters import ROOT, Chapter
from annbook.results import execution

from chapters.ours import ours

SHORT = {"history/xor"}  # of those that need NumPy alone, where the book has it
# What Keras chapters do: seeded weights, shuffled batches, dropout, a figure, a number.
KERAS = """\
---
file_format: mystnb
kernelspec:
  name: python3
---

# Training

```{code-cell} python
import matplotlib.pyplot as plt

from annutils import data
from annutils.experiments import train
from annutils.glue import glue

train.silence_tensorflow()
import keras

X, y = data.make_moons(500, noise=0.3, seed=0)
train.set_seed(0)
model = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dropout(0.5),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
history = train.fit(model, X, y, epochs=10).history
plt.plot(history["loss"])
plt.show()
```

```{code-cell} python
print(repr(train.predict(model, X).sum()))
glue("loss", repr(history["loss"][-1]))
```
"""


@pytest.mark.weekly
@pytest.mark.parametrize(
    ("name", "text"),
    [
        *((one.name, one.text) for one in ours() if one.name in SHORT),
        ("practice/training", KERAS),
    ],
)
def test_two_cold_runs_give_the_same_bytes(name, text, tmp_path):
    executed = []
    for number in (1, 2):
        chapter = Chapter(name, tmp_path / str(number))
        chapter.source.parent.mkdir(parents=True)
        chapter.source.write_text(text, encoding="utf-8")
        shutil.copy(ROOT / "requirements.txt", chapter.root)
        shutil.copytree(ROOT / "annutils", chapter.root / "annutils")
        execution.execute([chapter], jobs=1, report=lambda line: None)
        lines = chapter.executed.read_bytes().splitlines()
        executed.append([line for line in lines if b'"seconds":' not in line])
    assert executed[0] == executed[1]
