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
    offer();
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => form.submit());
  });
}

// A short message at the bottom, read out through role="status".
const toast = (text) => {
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  document.querySelector('.toasts')?.replaceChildren(item);
  setTimeout(() => item.remove(), 8000);
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
