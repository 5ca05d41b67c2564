// Python in a worker, one for the page, which every part of the page shares.

const here = (path) => new URL(path, import.meta.url).href;
const SITE = here("../../");

let worker; // what runs it, or none
let site; // what the build wrote: where wheels lie, and what the page says

export const settings = async () => {
  site ??= await (await fetch(here("site.json"))).json();
  return site;
};

// Whether Python was brought to this device before. A sandboxed frame, or a page over
// plain http, has no store: there it comes again.
const isKept = async () => {
  try {
    return Boolean(await caches.match(`${SITE}lite/static/pyodide/pyodide.asm.wasm`));
  } catch {
    return false;
  }
};

const begin = () => {
  const made = new Worker(here("worker.js"));
  const waiting = new Map();
  let asked = 0;
  const fail = (reason) => {
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  made.addEventListener("message", ({ data: { id, progress, failure, result } }) => {
    const one = waiting.get(id);
    if (progress !== undefined) return one?.said?.(progress);
    waiting.delete(id);
    if (failure !== undefined) one?.reject(new Error(failure));
    else one?.resolve(result);
  });
  made.addEventListener("error", ({ message }) => fail(new Error(message)));
  const ask = (kind, given, said) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject, said });
      made.postMessage({ id: asked, kind, ...given });
    });
  let stopped = false;
  const python = {
    // Runs a piece of Python: in the namespace of the page's cells where it has the
    // number of one, else in one of its own.
    run: (source, { cell } = {}) =>
      stopped ? Promise.reject(new Stopped()) : ask("run", { source, cell }),
    // Ends what runs, and forgets what the cells have computed.
    stop() {
      stopped = true;
      made.terminate();
      if (worker?.python === python) worker = undefined;
      fail(new Stopped());
    },
  };
  return { ask, python, loaded: new Map() };
};

// What a run ends with that was stopped.
export class Stopped extends Error {}

// Python with packages; they are loaded once. `onProgress(bytes)` says how much has come
// over the network, where it comes from there. It is the same object until it is stopped.
export const start = async ({ onProgress, packages = ["numpy"] } = {}) => {
  const { wheels, words } = await settings();
  const said = (await isKept()) ? undefined : onProgress;
  const isFirst = !worker;
  worker ??= begin();
  const { loaded, ask, python } = worker;
  const lacking = packages.filter((name) => !loaded.has(name));
  const given = {
    packages: lacking.filter((name) => !wheels[name]),
    wheels: lacking.filter((name) => wheels[name]).map((name) => SITE + wheels[name]),
  };
  if (isFirst) {
    given.wheels.push(SITE + wheels.annutils);
    given.release = `${SITE}lite/static/pyodide/`;
    given.modules = { runner: here("runner.py"), backend: here("backend.py") };
  }
  // The worker does one thing after the other: later ones find what was asked before.
  const load = ask(isFirst ? "start" : "load", given, said);
  for (const name of lacking) loaded.set(name, load);
  try {
    await load;
    await Promise.all(packages.map((name) => loaded.get(name)));
  } catch (error) {
    python.stop();
    // So a worker calls a script that does not come.
    if (/^NetworkError/.test(error.message)) error.message = words.unbrought;
    throw error;
  }
  return python;
};

// Ends it, also while it is being loaded.
export const stop = () => worker?.python.stop();
