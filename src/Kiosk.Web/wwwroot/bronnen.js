// Follows a harvest that was asked for. The sentence changes in place, so that a screen reader says each change once.
const panel = document.querySelector('[data-oogst]');
const sentence = panel?.querySelector('[role="status"]');

const look = async () => {
  const answer = await fetch(panel.dataset.oogst, { redirect: 'error' }).catch(() => null);
  const state = answer?.ok ? await answer.json() : null;
  if (state && sentence.textContent !== state.tekst) sentence.textContent = state.tekst;
  if (!state?.klaar) return setTimeout(look, 2000);
  panel.querySelector('h2').textContent = 'Opgehaald';
  panel.querySelector('progress').remove();
  const link = panel.querySelector('a');
  link.href = location.pathname.replace(/\/bediening$/, '');
  link.textContent = 'Bekijk de stukken';
  panel.querySelector('.hint')?.remove();
};
if (panel?.dataset.oogst) setTimeout(look, 2000);

// A test takes a while: the button says so, and a second press does nothing.
for (const form of document.querySelectorAll('form[data-busy]')) {
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'true';
    if (!button?.dataset.busyText) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = button.dataset.busyText;
  });
}
