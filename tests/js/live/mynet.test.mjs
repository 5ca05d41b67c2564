import assert from "node:assert/strict";
import test from "node:test";

import {
  completed,
  Kept,
  program,
  uploaded,
} from "../../../book/_ext/annbook/site/live/js/mynet.js";

const STARTER =
  "import numpy as np\n\n\ndef one(x):\n    ...\n\n\ndef two(x):\n    ...";
const NAMES = ["one", "two"];
const bytes = (text) => new TextEncoder().encode(text);

test("an empty file begins with all that an exercise asks for", () => {
  assert.equal(completed("", STARTER, NAMES), `${STARTER}\n`);
});

test("a file gets what it lacks, and nothing twice", () => {
  const own = "import numpy as np\n\ndef two (x):\n    return 2\n\n# one(x) is next";
  const text = completed(own, STARTER, NAMES);
  assert.equal(text, `${own}\n\n\ndef one(x):\n    ...\n`);
  assert.equal(completed(text, STARTER, NAMES), text);
  const named = "import numpy as np\none = two = abs\n\ndef two(x):\n    return x\n";
  assert.equal(completed(named, STARTER, NAMES), named);
});

test("imports that are missing stand above", () => {
  const text = completed("def one(x):\n    return x", STARTER, NAMES);
  assert.match(
    text,
    /^import numpy as np\n\n\ndef one\(x\):\n {4}return x\n\n\ndef two/,
  );
});

test("mynet.py is one for all chapters, others have a text of their own", () => {
  const shelf = new Map();
  const storage = {
    getItem: (key) => shelf.get(key) ?? null,
    setItem: (key, text) => shelf.set(key, text),
  };
  const mynet = new Kept(storage, "/book/");
  assert.equal(mynet.text, "");
  mynet.text = "a = 1";
  new Kept(storage, "/book/", "ex-other").text = "b = 2";
  new Kept(storage, "/fork/").text = "c = 3";
  assert.equal(new Kept(storage, "/book/").text, "a = 1");
});

test("what is no file of Python is refused, and why", () => {
  const refused = (content) => uploaded(content).refused;
  assert.equal(refused(bytes(`def f():${" ".repeat(1e5)}`)), "large");
  assert.equal(refused(new Uint8Array([0xff, 0xfe, 0x64])), "binary");
  assert.equal(refused(bytes("def f():\0")), "binary");
  assert.equal(refused(bytes('{"cells": [], "nbformat": 4}')), "notebook");
  assert.equal(refused(bytes("<html>define f()</html>")), "strange");
  assert.equal(uploaded(bytes("\ufeffdef f():\r\n  pass")).text, "def f():\n  pass");
});

test("a text travels into the program as it is", () => {
  const text = 'print("""\\n\u2028""")\n';
  const source = program(text, ["one"], "");
  const [, literal] = source.match(/tried\((".*"), \["one"\], ""\)\)\)$/s);
  assert.equal(JSON.parse(literal), text);
});
