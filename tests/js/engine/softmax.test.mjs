// The loss of a layer that tells classes apart, and its gradient, are those of Python.

import test from "node:test";

import {
  crossEntropy,
  errors,
  softmax,
} from "../../../annutils/widgets/js/engine/softmax.js";
import { close } from "../close.mjs";
import { vectors } from "../vectors.mjs";

for (const { z, target, gradient, loss, next } of vectors.softmax) {
  const logits = Float64Array.from(z);

  test(`the gradient is prediction minus target, as in Python: ${z}, ${target}`, () => {
    close(errors(logits, target), gradient, 1e-12);
    close([errors(logits, target).reduce((a, b) => a + b)], [0], 1e-12);
  });

  test(`the loss is Python's, before a step and after it: ${z}, ${target}`, () => {
    const stepped = logits.map((each, k) => each - 2 * gradient[k]);
    const losses = [crossEntropy(logits, target), crossEntropy(stepped, target)];
    close(losses, [loss, next], 1e-12);
    close([losses[0]], [-Math.log(softmax(logits)[target])], 1e-12);
  });
}

test("the loss of extreme logits is finite, and a common shift changes nothing", () => {
  for (const shift of [0, 1000, -1000]) {
    const z = Float64Array.from([shift, shift + 900]);
    close([crossEntropy(z, 0), crossEntropy(z, 1)], [900, 0], 1e-9);
    close(errors(z, 0), [-1, 1], 1e-12);
  }
});
