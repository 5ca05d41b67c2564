import { readFileSync } from "node:fs";
import test from "node:test";

import { close } from "../close.mjs";

const js = "../../../annutils/widgets/js";
const { trueProbability } = await import(`${js}/engine/moons.js`);
const { truth } = JSON.parse(
  readFileSync(new URL("../vectors.json", import.meta.url), "utf8"),
);

test("the true probability is that of Python", () => {
  const found = trueProbability(truth.places, truth.noise);
  close([...found], truth.probability, 1e-9);
});
