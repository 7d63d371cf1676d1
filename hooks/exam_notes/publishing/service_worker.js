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

/* What a browser does with a file follows from its name, never from what a cache says of it. */
const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};
const typeOf = (name) => TYPES[name.split(".").pop()] ?? "application/octet-stream";

const keyOf = (name) => new URL(`${encodeURI(name)}?${FILES[name]}`, HOME).href;

/* Returns a file of this version made of an answer's bytes alone; nothing where they are others.
   All projects of an origin share its caches, so what lies in one proves nothing. */
const genuine = async (name, response) => {
  if (!response) return undefined;
  const bytes = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const digest = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const headers = { "Content-Type": typeOf(name) };
  return digest === FILES[name] ? new Response(bytes, { headers }) : undefined;
};

/* Fetches a file of this version; anything else (an error, a part, another version) is refused. */
const fetchFile = async (name) => {
  const response = await fetch(new URL(encodeURI(name), HOME), { cache: "no-cache" });
  const file = response.status === 200 && (await genuine(name, response));
  if (!file) throw new Error(`${name} is not of version ${VERSION}`);
  return file;
};

/* Our own caches, this version's first. */
const ourCaches = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  return Promise.all([CACHE, ...names].map((name) => caches.open(name)));
};

/* Keeps a file: the one that an own cache has, if it is genuine, or else the network's. */
const keep = async (stores, name) => {
  const key = keyOf(name);
  for (const store of stores) {
    const file = await genuine(name, await store.match(key));
    if (file) return store === stores[0] ? undefined : stores[0].put(key, file);
  }
  return stores[0].put(key, await fetchFile(name));
};

/* All or nothing: where one file fails, this version is not installed and the old one stays. What
   has been fetched is kept, so the next try begins where this one ended. */
const keepAll = async () => {
  const stores = await ourCaches();
  const names = Object.keys(FILES);
  while (names.length) await Promise.all(names.splice(0, 6).map((name) => keep(stores, name)));
};

/* A browser may drop a part of the cache, and a neighbour may damage it. Then what is missing is
   fetched again, in one go. */
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

/* Returns a kept file; nothing where it has been dropped or damaged, or where the browser refuses
   storage. */
const kept = async (name) => {
  try {
    return await genuine(name, await (await caches.open(CACHE)).match(keyOf(name)));
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
