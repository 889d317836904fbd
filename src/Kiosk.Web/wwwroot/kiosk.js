// Small improvements on pages that work without script too.
const root = document.documentElement;

// Theme: the form posts to the server, which keeps a cookie; here it happens without a reload.
const isDark = () => root.dataset.theme === 'dark'
  || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);

for (const form of document.querySelectorAll('form[data-theme-form]')) {
  const button = form.querySelector('button');
  const label = form.querySelector('[data-theme-label]');
  const offer = () => {
    button.value = isDark() ? 'licht' : 'donker';
    label.textContent = isDark() ? 'Lichte weergave' : 'Donkere weergave';
  };
  offer();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', offer);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = new URLSearchParams({ thema: button.value });
    root.dataset.theme = button.value === 'donker' ? 'dark' : 'light';
    for (const meta of document.querySelectorAll('meta[name=theme-color]')) meta.content = isDark() ? '#101613' : '#f5f6f0';
    offer();
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => form.submit());
  });
}

// A short message at the bottom, read out through role="status"; with a button if there is something to do about it.
const toast = (text, label, act) => {
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  if (act) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    button.addEventListener('click', () => act()?.catch?.(() => toast('Dat lukte niet. Er is niets veranderd.')));
    item.append(' ', button);
  }
  document.querySelector('.toasts')?.replaceChildren(item);
  setTimeout(() => item.remove(), act ? 20000 : 8000);
};

// Buttons that only work with script stay hidden until this point.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
for (const button of document.querySelectorAll('[data-share]')) {
  button.hidden = !navigator.share && !navigator.clipboard;
  button.addEventListener('click', async () => {
    if (navigator.share) return navigator.share({ title: document.title, url: location.href }).catch(() => {});
    await navigator.clipboard.writeText(location.href);
    toast('Link gekopieerd.');
  });
}

// While the first harvest runs, the page follows it. Once there is nothing to follow, the whole page is new.
const follow = async () => {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [now, then] = [document, next].map((page) => page.querySelector('.following'));
  if (!then) return location.reload();
  if (now.contains(document.activeElement)) return;
  now.replaceChildren(...then.childNodes);
  document.querySelector('.sprite').replaceChildren(...next.querySelector('.sprite').childNodes);
};
if (document.querySelector('.following')) setInterval(follow, 3000);

// Filters apply at once when one is chosen; without script the button does it.
const auto = document.querySelector('form[data-auto]');
for (const field of auto?.querySelectorAll('select, input[type=checkbox]') ?? []) {
  field.addEventListener('change', () => {
    sessionStorage.setItem('filter', JSON.stringify([field.name, field.value]));
    auto.requestSubmit();
  });
}
// The page is new then; the keyboard stays where it was.
const chosen = JSON.parse(sessionStorage.getItem('filter') ?? 'null');
if (auto && chosen) {
  sessionStorage.removeItem('filter');
  const field = [...auto.elements].find((one) => one.name === chosen[0] && one.value === chosen[1]);
  field?.closest('details:not([open])')?.setAttribute('open', '');
  field?.focus({ preventScroll: true });
}

// A slider says its weight in words.
for (const slider of document.querySelectorAll('input[data-words]')) {
  const words = slider.dataset.words.split('|');
  slider.addEventListener('input', () => { slider.nextElementSibling.textContent = words[slider.value]; });
}

// A small act on a page: the same form is sent, and what comes back takes the place of what stood there. Whatever goes wrong, the form goes the plain way.
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-quick]');
  if (!form || form.dataset.plain) return;
  event.preventDefault();
  const button = event.submitter;
  const body = new URLSearchParams(new FormData(form, button));
  const plain = () => { form.dataset.plain = '1'; form.requestSubmit(button); };
  const answer = await fetch(button?.getAttribute('formaction') ?? form.action, { method: 'POST', body }).catch(() => null);
  if (!answer?.ok || !answer.redirected) return plain();
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const place = new URL(answer.url).hash.slice(1) || form.closest('[id^="stuk-"]')?.id;
  document.querySelector('main').replaceChildren(...next.querySelector('main').childNodes);
  document.querySelector('.sprite').replaceChildren(...next.querySelector('.sprite').childNodes);
  const said = document.getElementById(place);
  (said?.querySelector('.said button, form[data-quick] summary') ?? document.querySelector(`form[action="${form.getAttribute('action')}"] button, form[data-quick] button`))?.focus();
  toast(said?.querySelector('.said span')?.textContent ?? 'Bewaard.');
});

// Keeping an article: the form of its page opens over this one, and is sent in the background.
const fetchPage = async (address, options) => {
  const answer = await fetch(address, options);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
};

const openSave = async (link) => {
  const page = await fetchPage(link.href);
  const form = page.querySelector('[data-save-form]');
  if (!form) return location.assign(link.href); // Signed out, or gone: the page itself says so.
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', 'Bewaar in een bundel');
  dialog.append(form);
  document.body.append(dialog);
  dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
  form.querySelector('[data-close]').addEventListener('click', (event) => { event.preventDefault(); dialog.close(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const data = new FormData(form);
      const after = await fetchPage(form.action, { method: 'POST', body: new URLSearchParams(data) });
      const done = after.querySelector('[data-done] p');
      const problem = after.querySelector('[role=alert] p');
      if (!done) throw new Error(problem?.textContent ?? '');
      dialog.close();
      const [was, now] = [data.getAll('stond'), data.getAll('lijst')];
      if (data.get('nieuw') || String(was) === String(now)) return toast(done.textContent);
      toast(done.textContent, 'Ongedaan maken', async () => {
        const back = new URLSearchParams([['__RequestVerificationToken', data.get('__RequestVerificationToken')], ...was.map((id) => ['lijst', id]), ...now.map((id) => ['stond', id])]);
        const undone = await fetchPage(form.action, { method: 'POST', body: back });
        if (!undone.querySelector('[data-done]')) throw new Error();
        toast('Ongedaan gemaakt.');
      });
    } catch (fault) {
      let alert = form.querySelector('[role=alert]');
      if (!alert) form.prepend(alert = Object.assign(document.createElement('p'), { className: 'error' }));
      alert.setAttribute('role', 'alert');
      alert.textContent = (fault instanceof TypeError ? '' : fault.message) || 'Bewaren lukte niet. Er is niets veranderd; kijk of je verbinding het doet.';
    }
  });
  dialog.showModal();
  form.querySelector('button').focus();
};
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-save]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openSave(link).catch(() => toast('Bewaren lukte niet. Kijk of je verbinding het doet.'));
});

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    toast('Gekopieerd.');
  });
}

const { keys } = document.body.dataset;
if (keys) import(keys).then(({ start }) => start({ fetchPage, openSave, toast }));

// Keeps what this reader wants on the train: Vandaag and her lists. What she reads is kept as it comes.
const worker = navigator.serviceWorker;
if (worker) {
  worker.register('/sw.js').then(() => worker.ready).then((ready) => {
    const wanted = document.querySelector('.masthead .account') && !navigator.connection?.saveData;
    if (wanted && /^\/($|lijst)/.test(location.pathname)) ready.active.postMessage('bewaar');
  }).catch(() => {});
}
