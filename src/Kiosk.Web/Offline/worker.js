// Keeps Vandaag and a reader's lists readable without a network. Online every page comes from the kiosk itself; a kept copy is shown only when there is no
// answer, and says so. Pages belong to whoever was signed in: as soon as it is somebody else, or nobody, they go.
const [shelf, desk, patience, most] = ['bladzijden', `bestanden-${version}`, 8000, 200];
const keeps = /^\/($|artikel\/\d+\/|lijsten$|lijst\/\d+\/)/;
const keyOf = (url) => {
  const { pathname, search } = new URL(url, location.origin);
  return pathname.startsWith('/artikel/') || !search ? pathname : pathname + search;
};

self.addEventListener('install', (event) => event.waitUntil((async () => {
  await (await caches.open(desk)).addAll([...files, new Request('/offline', { credentials: 'omit' })]);
  await self.skipWaiting();
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('bestanden-') && name !== desk) await caches.delete(name);
  await self.clients.claim();
})()));

// Who the kept pages belong to. Null before the first page.
const owner = async () => (await (await caches.open('wie')).match('/wie'))?.text();
const belong = async (who) => {
  if (!who || who === await owner()) return;
  await caches.delete(shelf);
  await (await caches.open('wie')).put('/wie', new Response(who));
};

const keep = async (url, answer, state = '') => {
  const who = answer.headers.get('X-Kiosk-Wie');
  if (!answer.ok || answer.redirected || !who || !answer.headers.get('Content-Type')?.startsWith('text/html')) return;
  await belong(who);
  const cache = await caches.open(shelf);
  const headers = new Headers(answer.headers);
  for (const name of ['Vary', 'Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set('X-Kiosk-Bewaard', Date.now());
  headers.set('X-Kiosk-Stand', state);
  await cache.put(keyOf(url), new Response(await answer.blob(), { headers }));
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - most))) await cache.delete(old);
};

const when = (moment) => {
  const at = new Date(moment);
  const clock = at.toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });
  return at.toDateString() === new Date().toDateString() ? clock : `${at.toLocaleDateString('nl-NL', { day: 'numeric', month: 'long' })}, ${clock}`;
};

const copy = async (url) => {
  const found = await (await caches.open(shelf)).match(keyOf(url));
  if (!found || found.headers.get('X-Kiosk-Wie') !== await owner()) return null;
  const note = `<div class="wrap"><p class="notice warn kept" role="status">Geen verbinding: je leest een bewaarde versie van ${when(Number(found.headers.get('X-Kiosk-Bewaard')))}.</p></div>`;
  const text = (await found.text()).replace(/<main[^>]*>/, (main) => main + note);
  return new Response(text, { headers: found.headers });
};

const page = async (event) => {
  const { request } = event;
  const asked = fetch(request);
  asked.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  try {
    let answer = request.method === 'GET' ? await Promise.race([asked, late]) : await asked;
    answer ??= await copy(request.url) ?? await asked;
    const who = answer.headers.get('X-Kiosk-Wie');
    if (answer.headers.has('X-Kiosk-Bewaard')) return answer;
    const kept = request.method === 'GET' && keeps.test(keyOf(request.url)) ? answer.clone() : null;
    event.waitUntil(belong(who).then(() => kept && keep(request.url, kept)));
    return answer;
  } catch {
    return (request.method === 'GET' && await copy(request.url)) || await caches.match('/offline', { ignoreVary: true });
  }
};

const file = async (request) => await caches.match(request, { ignoreVary: true }) ?? fetch(request).catch(() => caches.match(request, { ignoreSearch: true, ignoreVary: true }).then((old) => old ?? Response.error()));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event));
  else if (event.request.method === 'GET' && url.searchParams.has('v')) event.respondWith(file(event.request));
});

// Fetches what is to be kept, one page after another; what is there and did not change stays.
const stock = async () => {
  const answer = await fetch('/offline/bewaren');
  if (!answer.ok) return;
  const { wie, bladzijden } = await answer.json();
  await belong(wie);
  const cache = await caches.open(shelf);
  const listed = new Set(bladzijden.map((one) => keyOf(one.adres)));
  for (const old of await cache.keys()) if (new URL(old.url).pathname.startsWith('/lijst/') && !listed.has(keyOf(old.url)) && wie !== '-') await cache.delete(old);
  for (const { adres, stand } of bladzijden) {
    const old = await cache.match(keyOf(adres));
    if (old?.headers.get('X-Kiosk-Stand') === stand) continue;
    await keep(adres, await fetch(adres, { headers: { 'X-Kiosk-Bewaren': '1' } }), stand);
    if (await owner() !== wie) return;
  }
};
let stocking;
self.addEventListener('message', (event) => {
  if (event.data === 'bewaar') event.waitUntil(stocking ??= stock().catch(() => {}).finally(() => { stocking = undefined; }));
});
