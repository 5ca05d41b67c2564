// Python for a page: runs what it is sent, one piece after the other. What the reader
// runs here is the reader's own, and still has no business with what the site keeps on
// the device, nor with workers that would have it again.
for (const name of [
  "indexedDB",
  "caches",
  "BroadcastChannel",
  "Worker",
  "SharedWorker",
]) {
  for (let owner = self; owner; owner = Object.getPrototypeOf(owner))
    delete owner[name];
}
delete WorkerNavigator.prototype.storage;

let pyodide;

// What comes over the network is counted.
const plain = self.fetch;
let bytes = 0;
let count = () => {};
self.fetch = async (...asked) => {
  const answer = await plain(...asked);
  const counter = new TransformStream({
    transform(part, passed) {
      bytes += part.length;
      count(bytes);
      passed.enqueue(part);
    },
  });
  return new Response(answer.body.pipeThrough(counter), answer);
};

const kinds = {
  async start({ release, modules, packages, wheels }) {
    importScripts(`${release}pyodide.js`);
    pyodide = await loadPyodide({
      indexURL: release,
      packages,
      env: {
        HOME: "/home/pyodide",
        MPLBACKEND: "module://annbook_backend",
        // Matplotlib 3.8 draws some lines as lines that others rasterize.
        PYTHONWARNINGS: "ignore:Rasterization of",
      },
    });
    await kinds.load({ packages: [], wheels });
    for (const [name, address] of Object.entries(modules)) {
      const code = await (await fetch(address)).text();
      pyodide.FS.writeFile(`${folder()}/annbook_${name}.py`, code);
    }
    pyodide.runPython("import annbook_runner; annbook_runner.prepare()");
  },

  // Packages of the release by their names, other wheels by their addresses.
  async load({ packages, wheels }) {
    await pyodide.loadPackage(packages, { messageCallback() {} });
    await Promise.all(wheels.map(unpacked));
  },

  run({ source, cell }) {
    const runner = pyodide.pyimport("annbook_runner");
    return JSON.parse(runner.run(source, cell ?? undefined));
  },
};

const folder = () => pyodide.runPython("import site; site.getsitepackages()[0]");

const unpacked = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  const content = await answer.arrayBuffer();
  pyodide.unpackArchive(content, "wheel", { extractDir: folder() });
};

let last = Promise.resolve();
addEventListener("message", ({ data: { id, kind, ...given } }) => {
  last = last.then(async () => {
    try {
      count = (progress) => postMessage({ id, progress });
      postMessage({ id, result: (await kinds[kind](given)) ?? null });
    } catch (error) {
      postMessage({ id, failure: String(error) });
    }
  });
});
