/** Cells that run in the page, in Firefox and WebKit, served under a strict policy. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { ENGINES } from "./engines.mjs";

const SITE = "_build/html";
const PAGE = "book/training/computational_graph.html";
const LACKS =
  !existsSync(join(SITE, "_static/live/site.json")) &&
  "the site has no Pyodide: make lite";
const TENTHS = 1200; // a guard: Python starts, on a busy machine
const KINDS = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
/** As tests/site/serving.py: one line in each page, and WebAssembly. */
function policy() {
  const [, line] =
    readFileSync(join(SITE, PAGE), "utf8").match(/<script>(.*?)<\/script>/s) ?? [];
  const hash = createHash("sha256").update(String(line)).digest("base64");
  return `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'; style-src 'self'`;
}

const server = createServer((request, response) => {
  const { pathname } = new URL(String(request.url), "http://localhost");
  const file = join(SITE, normalize(decodeURIComponent(pathname)));
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const kind = /** @type {Record<string, string>} */ (KINDS)[extname(file)];
  response.writeHead(200, {
    "content-type": kind ?? "application/octet-stream",
    "content-security-policy": policy(),
  });
  createReadStream(file).pipe(response);
});

for (const [engine, { open, lacks }] of Object.entries(ENGINES)) {
  describe(engine, { skip: LACKS || lacks }, () => {
    /** @type {import("./engines.mjs").Page} */
    let page;
    before(async () => {
      await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
      page = await open();
    });
    after(async () => {
      await page?.close();
      server.closeAllConnections();
      server.close();
    });

    /**
     * Wait until an expression says something, and return it.
     * @param {string} code
     */
    async function until(code) {
      for (let tenth = 0; tenth < TENTHS; tenth += 1) {
        const said = await page.evaluate(code);
        if (said) return said;
        await sleep(100);
      }
      const status = `document.querySelector(".live-status")?.textContent ?? ""`;
      assert.fail(`Expected ${code}; the cell says: ${await page.evaluate(status)}`);
    }

    test("a cell is edited and run", async () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      await page.visit(`http://127.0.0.1:${port}/${PAGE}`);
      const cell = `[...document.querySelectorAll("div.cell")].find(
        (cell) => cell.textContent.includes("for node in (z, e):"))`;
      const output = `${cell}.querySelector(".live-run:enabled")
        && ${cell}.querySelector(".live-output")?.textContent`;
      await until(`!!${cell}?.querySelector(".edit-and-run")`);
      const book = await page.evaluate(
        `${cell}.querySelector(".cell_output").textContent.trim()`,
      );
      await page.evaluate(`${cell}.querySelector(".edit-and-run").click() ?? true`);
      assert.equal((await until(output)).trim(), book);
      await page.evaluate(
        `((area) => {
          area.value = "print(z.data * 7)";
          area.dispatchEvent(new Event("input"));
          return area.rows;
        })(${cell}.querySelector("textarea"))`,
      );
      await page.evaluate(`${cell}.querySelector(".live-run").click() ?? true`);
      await until(`!!(${output})?.startsWith("42")`);
      assert.deepEqual(page.errors, []);
    });
  });
}
