// Changing a list without loading the page anew: forms and links of the list are sent in the background, and the list is replaced by what comes back.
const part = () => document.querySelector('[data-quiet-part]');

const say = (text) => {
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  document.querySelector('.toasts').replaceChildren(item);
  setTimeout(() => item.remove(), 8000);
};

// Where the focus was, in words that hold in the new list too.
const place = (element) => {
  const item = element.closest('[data-article]');
  const own = element.id ? `#${element.id}` : element.name ? `[name="${element.name}"][value="${element.value}"]` : element.dataset.grip === undefined ? null : '[data-grip]';
  return { own, item: item && `#${item.id}` };
};

const show = async (answer, from) => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const next = page.querySelector('[data-quiet-part]');
  if (!next) throw new Error('no list');
  const at = place(from);
  part().replaceChildren(...next.childNodes);
  document.querySelector('.sprite').replaceChildren(...page.querySelector('.sprite').childNodes);
  wake();
  const scope = (at.item && part().querySelector(at.item)) ?? part();
  const edit = scope.querySelector('.entry-form textarea');
  const same = at.own && scope.querySelector(at.own);
  (edit ?? (same && !same.disabled && !same.hidden ? same : null) ?? part().querySelector('[role=status] button') ?? scope.querySelector('a, button:not([disabled])'))?.focus();
  const notice = part().querySelector('[role=alert] p, [role=status] p');
  if (notice) say(notice.textContent);
};

const send = async (address, options, from) => {
  try {
    await show(await fetch(address, options), from);
  } catch {
    say('Dat lukte niet. Er is niets veranderd; kijk of je verbinding het doet.');
  }
};

document.addEventListener('submit', (event) => {
  const form = event.target;
  // Sharing, publishing and throwing away lead elsewhere or deserve a page of their own.
  if (!part()?.contains(form) || !/handler=(stuk|notitie|lijst)\b/.test(form.action)) return;
  event.preventDefault();
  send(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter)) }, event.submitter ?? form);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-quiet]');
  if (!link || !part()?.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  send(link.href, {}, link);
});

const move = (article, to, from) => {
  const form = document.getElementById('stukken');
  const body = new URLSearchParams(new FormData(form));
  body.set('zet', article);
  body.set('op', to);
  send(form.action, { method: 'POST', body }, from);
};

// Grips: arrow keys move an entry, and it can be dragged by its grip.
const wake = () => {
  for (const grip of part().querySelectorAll('[data-grip]')) {
    const item = grip.closest('[data-article]');
    grip.hidden = false;
    grip.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      const button = item.querySelector(`[name=${event.key === 'ArrowUp' ? 'omhoog' : 'omlaag'}]`);
      if (button.disabled) return;
      const body = new URLSearchParams(new FormData(button.form, button));
      send(button.form.action, { method: 'POST', body }, grip);
    });
    grip.addEventListener('pointerdown', () => { item.draggable = true; });
    grip.addEventListener('pointerup', () => { item.draggable = false; });
    item.addEventListener('dragstart', (event) => {
      event.dataTransfer.setData('text/plain', item.dataset.article);
      event.dataTransfer.effectAllowed = 'move';
    });
    item.addEventListener('dragend', () => { item.draggable = false; });
    item.addEventListener('dragover', (event) => {
      event.preventDefault();
      item.classList.add('dropping');
    });
    item.addEventListener('dragleave', () => item.classList.remove('dropping'));
    item.addEventListener('drop', (event) => {
      event.preventDefault();
      item.classList.remove('dropping');
      const article = event.dataTransfer.getData('text/plain');
      if (/^\d+$/.test(article) && article !== item.dataset.article) move(article, item.dataset.article, grip);
    });
  }
};
if (part()) wake();
