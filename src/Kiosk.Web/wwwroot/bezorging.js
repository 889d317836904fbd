// How far letters are changes in place: soon while they go out, now and then otherwise.
const [soon, nowAndThen] = [3000, 10000];
const renew = (part, page) => {
  const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
  if (fresh && old.innerHTML !== fresh.innerHTML && !old.contains(document.activeElement)) old.innerHTML = fresh.innerHTML;
};
const look = async () => {
  const here = document.querySelector('#hoever');
  const answer = document.hidden ? null : await fetch(location.href, { redirect: 'error' }).catch(() => null);
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of ['#hoever [role="status"]', '#stand', '#mis']) renew(part, page);
    here.toggleAttribute('data-bezig', page.querySelector('#hoever[data-bezig]') !== null);
  }
  setTimeout(look, here.hasAttribute('data-bezig') ? soon : nowAndThen);
};
setTimeout(look, soon);
