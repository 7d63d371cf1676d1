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
const fileOf = ({ origin, pathname }) => {
  const path = decodeURI(origin + pathname).slice(decodeURI(HOME).length);
  return [path, `${path}index.html`, `${path}/index.html`].find((name) => Object.hasOwn(FILES, name));
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
const keepAll = async () => {
  const cache = await caches.open(CACHE);
  const names = Object.keys(FILES);
  while (names.length) await Promise.all(names.splice(0, 6).map((name) => keep(cache, name)));
};

/* A browser may drop a part of the cache. Then what is missing is fetched again, in one go. */
let mending = null;
const mend = () => {
  mending ||= keepAll().catch(() => null).finally(() => (mending = null));
  return mending;
};

const removeOthers = async () => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};

/* Returns a kept file; nothing where it has been dropped, or where the browser refuses storage. */
const kept = async (name) => {
  try {
    return await (await caches.open(CACHE)).match(keyOf(name));
  } catch {
    return undefined;
  }
};

const notFound = async () => {
  const page = await kept("404.html");
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
};

const answer = async (event, name) => {
  const file = name && (await kept(name));
  if (file) return file;
  if (name) event.waitUntil(mend());
  try {
    return await fetch(event.request);
  } catch (error) {
    if (event.request.mode !== "navigate") throw error;
    return notFound();
  }
};

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(removeOthers().then(() => clients.claim())));
addEventListener("message", (event) => event.data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(HOME)) return;
  const url = new URL(request.url);
  const name = fileOf(url);
  /* A page's own links are relative to its folder, so `dir` has to become `dir/` first. */
  if (request.mode === "navigate" && name?.endsWith("/index.html") && !/(\/|\.html)$/.test(url.pathname))
    event.respondWith(Response.redirect(`${url.pathname}/${url.search}`, 301));
  else event.respondWith(answer(event, name));
});
