// Suggestions while typing, as an editable combobox with a list (WAI-ARIA 1.2), and searches remembered in this browser only.
const [most, wait] = [8, 120];
const memory = {
  get on() { return localStorage.getItem('zoek:uit') !== '1'; },
  set on(on) { if (on) localStorage.removeItem('zoek:uit'); else { localStorage.setItem('zoek:uit', '1'); this.wipe(); } },
  get all() { try { return JSON.parse(localStorage.getItem('zoek:recent')) ?? []; } catch { return []; } },
  keep(text) {
    if (!this.on || !text) return;
    const rest = this.all.filter((one) => one.toLowerCase() !== text.toLowerCase());
    localStorage.setItem('zoek:recent', JSON.stringify([text, ...rest].slice(0, most)));
  },
  wipe() { localStorage.removeItem('zoek:recent'); },
};
const link = (text) => `/zoeken?q=${encodeURIComponent(text)}`;
const kinds = { recent: 'Eerder gezocht', word: 'Zoek op', topic: 'Onderwerp', source: 'Bron', title: 'Stuk' };
const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const combobox = (input, number) => {
  const id = `suggesties-${number}`;
  const list = element('ul', { class: 'suggestions', id, role: 'listbox', 'aria-label': 'Suggesties', hidden: '' });
  const status = element('span', { class: 'visually-hidden', role: 'status' });
  let [at, timer, asking] = [-1, 0, null];
  input.after(list, status);
  for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id })) input.setAttribute(key, value);

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    status.textContent = '';
    choose(-1);
    input.setAttribute('aria-expanded', 'false');
  };
  const choose = (next) => {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = next;
    const option = list.children[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (items) => {
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...items.map((item, i) => {
      const option = element('li', { id: `${id}-${i}`, role: 'option', 'aria-selected': 'false' },
        element('span', {}, item.text), element('span', { class: 'hint' }, kinds[item.kind]));
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => { location.href = item.link; });
      return option;
    }));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    status.textContent = items.length === 0 ? '' : items.length === 1 ? '1 suggestie' : `${items.length} suggesties`;
  };
  const ask = async () => {
    const text = input.value.trim();
    asking?.abort();
    asking = new AbortController();
    const recent = memory.all.filter((one) => one.toLowerCase().startsWith(text.toLowerCase()) && one !== text)
      .slice(0, text ? 2 : most).map((one) => ({ kind: 'recent', text: one, link: link(one) }));
    let found = [];
    if (text.length > 1) {
      const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(input.value)}`, { signal: asking.signal })
        .then((got) => got.ok ? got.json() : null).catch(() => null); // Also when the next letter came before all of it did.
      if (!answer) return;
      found = answer.items.filter((item) => !recent.some((one) => one.text === item.text));
    }
    if (document.activeElement === input && input.value.trim() === text) show([...recent, ...found]);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim()) timer = setTimeout(ask, wait);
    else close();
  });
  input.addEventListener('blur', close);
  input.form.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (count > 0) choose(next === count ? -1 : next < -1 ? count - 1 : next);
      else if (next > at) ask();
    } else if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      list.children[at].click();
    }
  });
};
document.querySelectorAll('form[role=search] input[type=search]').forEach(combobox);

// What this browser remembers of searches: shown, wiped and switched off on the search page.
const recents = document.querySelector('[data-recent]');
if (recents) {
  memory.keep(document.querySelector('.search-form input[name=q]').value.trim());
  const items = recents.querySelector('ul');
  const [wipe, onOff] = recents.querySelectorAll('button');
  const draw = () => {
    const all = memory.all;
    items.replaceChildren(...all.map((text) => element('li', {}, element('a', { class: 'chip', href: link(text) }, text))));
    wipe.hidden = all.length === 0;
    recents.querySelector('[data-none]').hidden = all.length > 0;
    onOff.textContent = memory.on ? 'Onthoud niets meer' : 'Onthoud weer wat ik zoek';
  };
  wipe.addEventListener('click', () => { memory.wipe(); draw(); onOff.focus(); });
  onOff.addEventListener('click', () => { memory.on = !memory.on; draw(); });
  draw();
}

// Whoever signs out may share the computer with others.
document.querySelector('form[action="/uitloggen"]')?.addEventListener('submit', () => memory.wipe());
