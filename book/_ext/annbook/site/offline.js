// A service worker: what was read once can be read again without a network.
//
// The network comes first, so that who is online never sees an old page; what it gives is
// kept, a page together with the files that it names. When the site changes, this file
// does (VERSION), and a browser that meets the new one fetches anew all that it has kept.

/* global BOOK */ // written before this by offline.py: version, language, title, words

const SITE = registration.scope;
const KEPT = `book ${SITE}`; // all sites at one address see each other's caches
const PATIENCE = 4000; // milliseconds until a slow network's page comes from the device
const NAMED =
  /(?:src|href|data-file)="([^"?#]+\.(?:css|js|png|svg))\b|url\(["']?([^"')?#]+\.woff)\b/g;
const PAGE = /^text\/html/;
const NAMES_FILES = /^text\/(?:html|css)/;
// Of the page for who is offline, which stands alone.
const STYLE = `:root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif }
html { max-width: 36rem; margin: 0 auto; padding: 1.5rem }`;
// JupyterLite has a worker of its own; the Python that pages load is kept with them.
const LITE = /^lite\/(?!static\/pyodide\/|pypi\/)/;

addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event));
});

/** What may not be kept anywhere is left to the network: a preview asks so. */
function isOurs({ method, url, cache }) {
  if (method !== "GET" || cache === "no-store") return false;
  return url.startsWith(SITE) && !LITE.test(url.slice(SITE.length));
}

/** Answers from the network; where that fails or is slow, from what was kept. */
async function answer(event) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(plain(event.request.url));
  // The browser's own store may hold a page for a while without asking its server.
  const asked = event.request.mode === "navigate" ? { cache: "no-cache" } : undefined;
  const fresh = fetch(event.request, asked).then((response) => {
    if (response.ok) event.waitUntil(keep(cache, response.clone()));
    return response;
  });
  if (!kept) return fresh.catch(() => unread(cache));
  const slow = new Promise((wake) => setTimeout(wake, PATIENCE, kept));
  return Promise.race([fresh, slow]).catch(() => kept);
}

/** Keeps an answer, unless the same is kept; before it, the files that it names. */
async function keep(cache, response) {
  const address = plain(response.url);
  const kept = await cache.match(address);
  const mark = version(response);
  if (mark && kept && version(kept) === mark) return;
  if (NAMES_FILES.test(response.headers.get("content-type"))) {
    const text = await response.clone().text();
    for (const [, name = "", font = ""] of text.matchAll(NAMED)) {
      const file = new URL(name || font, response.url).href;
      if (file.startsWith(SITE) && !(await cache.match(file))) await bring(cache, file);
    }
  }
  await cache.put(address, response);
}

/** Fetches a file and keeps it; what the site no longer has goes. */
async function bring(cache, address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (response.ok) await keep(cache, response);
  else await cache.delete(address);
}

/** Brings what was kept up to date, the pages that are open now, what they load later. */
async function renew() {
  const cache = await caches.open(KEPT);
  const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const open = pages.map(({ url }) => plain(url)).filter((url) => url.startsWith(SITE));
  const kept = (await cache.keys()).map(({ url }) => url);
  const later = BOOK.later.map((address) => SITE + address);
  for (const address of new Set([...open, ...kept, ...later]))
    await bring(cache, address);
}

/** Names, for who is offline, the pages that can be read; takes the place of one. */
async function unread(cache) {
  const items = [];
  for (const { url } of await cache.keys()) {
    const page = await cache.match(url);
    if (!PAGE.test(page.headers.get("content-type"))) continue;
    // Without the book's name, which follows that of the page.
    const named = /<title>([^<]*?)(?: &#8212; [^<]*)?</;
    const [, title] = (await page.text()).match(named) ?? [];
    if (title) items.push(`<li><a href="${url}">${title}</a></li>`);
  }
  const page = `<!doctype html><html lang="${BOOK.language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${BOOK.title}</title>
<style>${STYLE}</style><h1>${BOOK.title}</h1><p>${BOOK.words}</p><ul>${items.join("")}</ul></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(page, { status: 503, headers });
}

/** The address without what tells versions and sections apart. */
function plain(url) {
  return url.replace(/[?#].*/, "");
}

/** What a server says to tell an answer from a later one. */
function version({ headers }) {
  return headers.get("etag") ?? headers.get("last-modified");
}
