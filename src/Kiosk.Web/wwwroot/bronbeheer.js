// A trial under way: the sentence changes in place, and the page comes anew once there is something to see.
const busy = document.querySelector('[data-stand]');
const look = async () => {
  const answer = await fetch(busy.dataset.stand, { redirect: 'error' }).catch(() => null);
  const state = answer?.ok ? await answer.json() : null;
  if (state?.klaar) return location.reload();
  const sentence = busy.querySelector('[role="status"]');
  if (state && sentence.textContent !== state.tekst) sentence.textContent = state.tekst;
  setTimeout(look, 1500);
};
if (busy) setTimeout(look, 1500);

// What a filter does shows while it is typed; the list is the server's own.
const form = document.querySelector('form[data-proef]');
const list = document.querySelector('#proef');
let waiting, asked = 0;
form?.querySelector('#filter')?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const turn = ++asked;
    const answer = await fetch(`${form.action}?handler=effect`, { method: 'POST', body: new FormData(form), redirect: 'error' }).catch(() => null);
    if (answer?.ok && turn === asked && list) list.innerHTML = await answer.text();
  }, 300);
});
