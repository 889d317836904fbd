// The inbox by keyboard, and without loading the page anew. Everything here is a link, a form or a field that works without it.
const store = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } },
};
const keysOn = () => store.get('sneltoetsen') !== 'uit';
const find = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const current = () => find('[data-item][aria-current="true"]');
const selected = () => all('[data-item] input:checked');

const say = (text) => {
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  find('.toasts')?.replaceChildren(item);
  setTimeout(() => item.remove(), 8000);
};

const count = () => {
  const label = find('[data-bulk-count]');
  const number = selected().length;
  if (label) label.textContent = number === 0 ? 'Niets geselecteerd' : `${number} geselecteerd`;
  for (const control of all('[data-bulk] button, [data-bulk] select')) control.disabled = number === 0;
};

const wake = () => {
  const keys = find('[data-desk-keys]');
  if (keys) keys.hidden = false;
  for (const box of all('[data-shortcuts]')) box.checked = keysOn();
  count();
};

const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), 'text/html');
const icons = (page) => find('.sprite').replaceChildren(...find('.sprite', page).childNodes);

// Only one answer is waited for: who presses j three times wants the third piece.
let asked = 0;
const open = async (item, keepFocus) => {
  const link = item && find('a', item);
  if (!link) return;
  current()?.removeAttribute('aria-current');
  item.setAttribute('aria-current', 'true');
  if (!keepFocus) link.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
  const mine = ++asked;
  try {
    const page = await parse(await fetch(link.href));
    const piece = find('[data-piece]', page);
    if (mine !== asked) return;
    if (!piece) return location.assign(link.href);
    find('[data-piece]').replaceWith(piece);
    find('[data-bench]').classList.add('open');
    const opened = find('[data-queue] input[name=open]');
    if (opened) opened.value = piece.dataset.piece;
    icons(page);
    history.replaceState(null, '', link.href);
  } catch {
    if (mine === asked) location.assign(link.href);
  }
};

const go = (step) => {
  const rows = all('[data-item]');
  const at = rows.indexOf(current());
  return open(rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + step))]);
};

// A form is sent, and what comes back takes the place of the page.
let busy = false;
document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-desk]');
  if (!form) return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  try {
    const answer = await fetch(form.action, { method: 'POST', body });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = await parse(answer);
    asked++;
    find('main').replaceChildren(...find('main', page).childNodes);
    icons(page);
    if (answer.redirected) history.replaceState(null, '', answer.url);
    wake();
    const place = current() ? find('a', current()) : find('main h1');
    if (place.matches('h1')) place.tabIndex = -1;
    place.focus();
    current()?.scrollIntoView({ block: 'nearest' });
    const said = all('[data-said]').map((one) => one.textContent.trim().replace(/\s+/g, ' ')).join(' ');
    if (said) say(said);
  } catch {
    say('Dat lukte niet. Er is niets veranderd; kijk of je verbinding het doet.');
  }
  busy = false;
});

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-shortcuts]')) {
    store.set('sneltoetsen', event.target.checked ? 'aan' : 'uit');
    say(event.target.checked ? 'Sneltoetsen staan aan.' : 'Sneltoetsen staan uit.');
  } else if (event.target.closest('[data-queue]')) count();
});

const typing = (element) => element.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog[open]');
const press = (target) => {
  if (target.matches('button, a, summary')) target.click();
  else target.focus();
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
  const field = typing(event.target);
  if (field) {
    if (event.key === 'Escape') find('a', current() ?? document).focus();
    else if (event.key === 'Enter' && field.dataset.enter) { event.preventDefault(); document.getElementById(field.dataset.enter).click(); }
    return;
  }
  const { key } = event;
  if (key === 'j' || key === 'k') { event.preventDefault(); go(key === 'j' ? 1 : -1); return; }
  if (key === 'x') { const box = current() && find('input[type=checkbox]', current()); if (box) { event.preventDefault(); box.checked = !box.checked; count(); } return; }
  if (key === '/') { const search = find('#snelzoek'); if (search) { event.preventDefault(); search.focus(); } return; }
  if (key.length !== 1) return;
  // What is selected goes before what lies open.
  const target = (selected().length > 0 && find(`[data-bulk-key="${CSS.escape(key)}"]`)) || find(`[data-key="${CSS.escape(key)}"]`);
  if (target) { event.preventDefault(); press(target); }
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-item] h3 a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.closest('[data-item]'));
});

wake();
