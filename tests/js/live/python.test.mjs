import assert from "node:assert/strict";
import test from "node:test";

const site = {
  wheels: { annutils: "a.whl" },
  words: { unbrought: "needs the network" },
};
let failure = "";
Object.assign(globalThis, {
  fetch: async () => ({ json: async () => site }),
  Worker: class extends EventTarget {
    postMessage({ id }) {
      const data = { id, failure };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data })));
    }
    terminate() {}
  },
});
const { start } = await import("../../../book/_ext/annbook/site/live/js/python.js");

test("what needs the network says so in plain words, and other errors stay", async () => {
  failure = "NetworkError: Failed to execute 'importScripts'";
  await assert.rejects(start(), { message: "needs the network" });
  failure = "TypeError: odd";
  await assert.rejects(start(), { message: failure });
});
