// What Python computes for the figures; vectors.py writes it.

import { readFileSync } from "node:fs";

export const vectors = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf-8"),
);
