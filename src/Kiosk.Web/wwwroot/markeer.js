// Marking what is selected in an article: a small bar beside the selection sends the form that stands below the text.
const Around = 32;
const prose = () => document.querySelector('.prose');
const list = () => document.getElementById('aantekeningen');
const ours = '.page-mark, .absent-picture, .margin-note';

const say = (text) => {
  const item = document.createElement('p');
  item.className = 'toast';
  item.textContent = text;
  document.querySelector('.toasts').replaceChildren(item);
  setTimeout(() => item.remove(), 8000);
};

// The words of a range, without what the kiosk put between them.
const words = (range) => {
  const copy = range.cloneContents();
  for (const own of copy.querySelectorAll(ours)) own.remove();
  return copy.textContent.replace(/\s+/g, ' ');
};

// What is selected, with what stands around it; null if that is nothing, or not in the text alone.
const selected = () => {
  const selection = getSelection();
  if (!prose() || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!prose().contains(range.commonAncestorContainer)) return null;
  const passage = words(range).trim();
  if (!passage) return null;
  const [before, after] = [document.createRange(), document.createRange()];
  before.setStart(prose(), 0);
  before.setEnd(range.startContainer, range.startOffset);
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(prose(), prose().childNodes.length);
  return { range, passage, voor: words(before).slice(-Around), na: words(after).slice(0, Around) };
};

// Sends it and shows the page that comes back; throws a sentence for people where that fails.
const keep = async (chosen, note) => {
  const form = list().querySelector('[data-note-form] form');
  const body = new URLSearchParams(new FormData(form));
  body.set('passage', chosen.passage);
  body.set('voor', chosen.voor);
  body.set('na', chosen.na);
  body.set('notitie', note);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null);
  if (!answer) throw new Error('Bewaren lukte niet. Kijk of je verbinding het doet; er is niets veranderd.');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.ok || !page.querySelector('.prose')) throw new Error(page.querySelector('[role=alert] p')?.textContent ?? 'Bewaren lukte niet. Laad de bladzijde opnieuw en probeer het nog eens.');
  prose().replaceChildren(...page.querySelector('.prose').childNodes);
  list().replaceChildren(...page.getElementById('aantekeningen').childNodes);
  document.querySelector('.sprite').replaceChildren(...page.querySelector('.sprite').childNodes);
  say(note ? 'Je notitie is bewaard.' : 'Gemarkeerd.');
};

const bar = document.createElement('div');
bar.className = 'mark-bar';
bar.hidden = true;
bar.setAttribute('role', 'group');
bar.setAttribute('aria-label', 'Gekozen passage');
let chosen = null;

const button = (label, act) => {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'tool';
  one.textContent = label;
  one.addEventListener('pointerdown', (event) => event.preventDefault()); // The selection stays.
  one.addEventListener('click', act);
  bar.append(one);
};

const hide = () => { bar.hidden = true; chosen = null; };

button('Markeer', async () => {
  const now = chosen;
  hide();
  getSelection().removeAllRanges();
  await keep(now, '').catch((fault) => say(fault.message));
});

// A note is written in a window over the text, so that the place in it is not lost.
button('Noteer', () => {
  const now = chosen;
  hide();
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', 'Notitie bij deze passage');
  dialog.innerHTML = '<form class="stack"><blockquote class="voice mine"></blockquote><div class="field"><label for="bij-passage">Notitie</label><textarea class="input" id="bij-passage" rows="4"></textarea></div><p class="error" role="alert" hidden></p><p class="row"><button class="button small">Bewaar</button><button class="button plain small" type="button">Laat zo</button></p></form>';
  dialog.querySelector('blockquote').textContent = now.passage;
  const note = dialog.querySelector('textarea');
  note.maxLength = list().querySelector('[name=notitie]').maxLength;
  dialog.querySelector('[type=button]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const alert = dialog.querySelector('[role=alert]');
    try {
      await keep(now, note.value);
      dialog.close();
    } catch (fault) {
      alert.textContent = fault.message;
      alert.hidden = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  note.focus();
});
document.body.append(bar);

document.addEventListener('selectionchange', () => {
  const found = selected();
  if (!found) {
    if (!bar.contains(document.activeElement)) hide();
    return;
  }
  chosen = found;
  const place = found.range.getBoundingClientRect();
  bar.hidden = false;
  bar.style.insetBlockStart = `${place.bottom + scrollY + 8}px`;
  bar.style.insetInlineStart = `${Math.max(8, Math.min(place.left + scrollX, document.documentElement.clientWidth - bar.offsetWidth - 8))}px`;
});
document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !bar.hidden) hide(); });
