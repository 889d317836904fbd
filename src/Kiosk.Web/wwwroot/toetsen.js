// Keys for who reads much: j and k go from card to card, o opens, s saves for later, l puts on a list, / searches, ? tells so. They move the focus itself, so
// that a screen reader says where it is. Without this file, which a reader can switch off, they do nothing.
export const start = ({ fetchPage, openSave, toast }) => {
  const cards = () => [...document.querySelectorAll('main .card')].filter((card) => card.checkVisibility() && card.querySelector('.card-title a'));
  const title = (card) => card.querySelector('.card-title a');
  const here = () => document.activeElement?.closest('main .card');
  const current = () => { const card = here() ?? cards()[0]; return card && title(card); };

  const move = (step) => {
    const all = cards();
    if (all.length === 0) return;
    const at = all.indexOf(here());
    const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
    if (!next) return toast(step > 0 ? 'Dit is het laatste stuk op deze bladzijde.' : 'Dit is het eerste stuk op deze bladzijde.');
    title(next).setAttribute('aria-keyshortcuts', 'o s l');
    title(next).focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  const formOf = (link) => `/lijsten/erbij?stuk=${link.pathname.split('/')[2]}`;

  // One press puts it on Later lezen, and the message takes it back.
  const later = async (link) => {
    const page = await fetchPage(formOf(link));
    const form = page.querySelector('[data-save-form]');
    if (!form) return toast('Log in om stukken te bewaren.', 'Log in', () => location.assign('/inloggen'));
    const box = form.querySelector('[data-later]');
    if (form.querySelector(`input[name=stond][value="${box.value}"]`)) return toast('Staat al bij Later lezen.');
    const token = new FormData(form).get('__RequestVerificationToken');
    const send = (fields) => fetchPage(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token, ...fields }) })
      .then((after) => { if (!after.querySelector('[data-done]')) throw new Error('refused'); });
    await send({ lijst: box.value });
    toast('Bewaard bij Later lezen.', 'Ongedaan maken', async () => {
      await send({ stond: box.value });
      toast('Weggehaald bij Later lezen.');
    });
  };

  const help = async () => {
    const page = await fetchPage('/toegankelijkheid');
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.setAttribute('aria-label', 'Toetsen');
    dialog.append(page.getElementById('toetsen'));
    const [back, close] = [document.activeElement, document.createElement('button')];
    [close.className, close.textContent, close.type] = ['button', 'Sluit', 'button'];
    close.addEventListener('click', () => dialog.close());
    dialog.append(close);
    dialog.addEventListener('close', () => { dialog.remove(); back?.focus(); });
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
  };

  const search = () => document.querySelector('main input[type=search][name=q], #snelzoek');
  const failed = () => toast('Dat lukte niet. Er is niets veranderd; kijk of je verbinding het doet.');
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    o: () => current()?.click(),
    s: () => current() && later(current()).catch(failed),
    l: () => current() && openSave({ href: formOf(current()), focus: current().focus.bind(current()) }).catch(failed),
    '/': () => { search()?.focus(); search()?.select(); },
    '?': () => help().catch(failed),
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=slider]') || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });
  search()?.setAttribute('aria-keyshortcuts', '/');
  for (const link of document.querySelectorAll('a[data-keys]')) {
    link.setAttribute('aria-keyshortcuts', 'Shift+?');
    link.addEventListener('click', (event) => { event.preventDefault(); help().catch(() => location.assign(link.href)); });
  }
};
