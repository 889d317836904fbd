// While letters go out, how far they are changes in place.
const text = (old, fresh) => { if (old && fresh && old.innerHTML !== fresh.innerHTML) old.innerHTML = fresh.innerHTML; };
const look = async () => {
  const here = document.querySelector('#hoever[data-bezig]');
  if (!here) return;
  const answer = await fetch(location.href, { redirect: 'error' }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('#hoever');
    for (const part of ['[role="status"]', 'dl']) text(here.querySelector(part), fresh?.querySelector(part));
    const [bar, far] = [here.querySelector('progress'), fresh?.querySelector('progress')];
    if (bar && far) [bar.max, bar.value] = [far.max, far.value];
    const wrong = document.querySelector('#mis');
    if (wrong && !wrong.contains(document.activeElement)) text(wrong, page.querySelector('#mis'));
    if (fresh && !fresh.dataset.bezig) delete here.dataset.bezig;
  }
  setTimeout(look, 3000);
};
setTimeout(look, 3000);
