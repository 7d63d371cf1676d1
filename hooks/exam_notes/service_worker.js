/*
 * Keeps the whole site of one version. `VERSION` and `FILES` (addresses from the site's root, with
 * the SHA-256 of their content) are written by the build.
 */
"use strict";
const VERSION = "";
const FILES = {};

const HOME = registration.scope;
const PREFIX = `exam-notes ${HOME} `;
const CACHE = PREFIX + VERSION;

/* Returns the name of the file that answers an address: no query, and a page for its folder. */
const fileOf = (address) => {
  const url = new URL(address);
  if (!url.href.startsWith(HOME)) return null;
  const path = decodeURI(url.origin + url.pathname).slice(decodeURI(HOME).length);
  for (const name of [path, `${path}index.html`, `${path}/index.html`]) if (name in FILES) return name;
  return null;
};

const keyOf = (name) => new URL(`${encodeURI(name)}?${FILES[name]}`, HOME).href;

const digest = async (response) => {
  const bytes = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/* Fetches a file of this version; anything else (an error, a part, another version) is refused. */
const fetchFile = async (name) => {
  const response = await fetch(new URL(encodeURI(name), HOME), { cache: "no-cache" });
  if (response.status !== 200 || (await digest(response)) !== FILES[name])
    throw new Error(`${name} is not of version ${VERSION}`);
  return new Response(await response.arrayBuffer(), { headers: response.headers });
};

const keep = async (cache, name) => {
  const key = keyOf(name);
  if (await cache.match(key)) return;
  await cache.put(key, (await caches.match(key)) || (await fetchFile(name)));
};

/* All or nothing: where one file fails, this version is not installed and the old one stays. What
   has been fetched is kept, so the next try begins where this one ended. */
const install = async () => {
  const cache = await caches.open(CACHE);
  const names = Object.keys(FILES);
  while (names.length) await Promise.all(names.splice(0, 6).map((name) => keep(cache, name)));
};

const removeOthers = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const fromCache = async (name) => (await caches.open(CACHE)).match(keyOf(name));

const notFound = async () => {
  const page = await fromCache("404.html");
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
};

/* A browser may have dropped a part of the cache: what is missing comes from the network again. */
const answer = async (request, name) => {
  const kept = name && (await fromCache(name).catch(() => null));
  if (kept) return kept;
  try {
    const response = await fetch(request);
    if (name && response.status === 200 && (await digest(response)) === FILES[name])
      await (await caches.open(CACHE)).put(keyOf(name), response.clone()).catch(() => null);
    return response;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return notFound();
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(removeOthers().then(() => clients.claim())));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  const path = new URL(request.url).pathname;
  const name = fileOf(request.url);
  if (name && request.mode === "navigate" && name.endsWith("/index.html") && !path.endsWith("/"))
    event.respondWith(Response.redirect(`${path}/${new URL(request.url).search}`, 301));
  else event.respondWith(answer(request, name));
});
