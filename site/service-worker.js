// The offline copy of a handbook. Built with FILES (the digest of every file by its path) and VERSION (the digest of all)
// before it. Nothing is kept until a page asks for a copy; only files of the handbook itself are ever kept.
"use strict";

const SCOPE = new URL(self.registration.scope);
const PREFIX = `handbook ${SCOPE.pathname} `;
const CACHE = PREFIX + VERSION;
const AT_ONCE = 6;
const LIST = new URL("copied-files.json", SCOPE).href;

const copies = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

// A file that an older copy holds unchanged is taken from there.
const known = async () => {
  const found = new Map();
  for (const name of await copies()) {
    const cache = await caches.open(name);
    const list = await cache.match(LIST);
    for (const [path, digest] of Object.entries(list ? await list.json() : {})) found.set(path + digest, cache);
  }
  return found;
};

const copy = async () => {
  const before = await known();
  const cache = await caches.open(CACHE);
  const waiting = Object.entries(FILES);
  const next = async () => {
    for (let each = waiting.shift(); each; each = waiting.shift()) {
      const [path, digest] = each;
      const address = new URL(path, SCOPE).href;
      const old = await before.get(path + digest)?.match(address);
      const response = old ?? (await fetch(address, { cache: "no-cache" }));
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      await cache.put(address, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  await cache.put(LIST, new Response(JSON.stringify(FILES), { headers: { "Content-Type": "application/json" } }));
  for (const name of await copies()) if (name !== CACHE) await caches.delete(name);
};

const complete = async () => (await caches.has(CACHE)) && Boolean(await (await caches.open(CACHE)).match(LIST));

self.addEventListener("install", (event) => {
  const renew = async () => {
    if ((await known()).size) await copy();
    await self.skipWaiting();
  };
  event.waitUntil(renew());
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const tell = (state) => event.source.postMessage({ copy: state });
  const answer = async () => {
    if (event.data === "is there a copy?") return tell((await complete()) ? "done" : "none");
    if (event.data !== "copy") return undefined;
    try {
      await copy();
      return tell("done");
    } catch {
      return tell("failed");
    }
  };
  event.waitUntil(answer());
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== SCOPE.origin || !address.pathname.startsWith(SCOPE.pathname)) return;
  const path = address.pathname.slice(SCOPE.pathname.length) || "index.html";
  if (!Object.hasOwn(FILES, decodeURI(path))) return;
  const find = async () => {
    const kept = (await complete()) && (await (await caches.open(CACHE)).match(new URL(path, SCOPE).href));
    return kept || fetch(event.request);
  };
  event.respondWith(find());
});
