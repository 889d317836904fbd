// Small comforts while reading an article; without script each of them is there too, or not needed.

// Another size of letters: the form posts to the server, which keeps a cookie; here it happens without a reload.
for (const form of document.querySelectorAll('form[data-text-size]')) {
  form.addEventListener('submit', (event) => {
    const size = event.submitter?.value;
    if (!size) return;
    event.preventDefault();
    document.documentElement.dataset.text = size;
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === size));
    fetch(form.action, { method: 'POST', body: new URLSearchParams({ letter: size }), redirect: 'manual' }).catch(() => form.submit());
  });
}

// How far one has read, where the stylesheet cannot follow the scroll.
const bar = document.querySelector('.reading-progress');
const text = document.querySelector('.prose');
if (bar && text && !CSS.supports('animation-timeline: scroll()')) {
  const show = () => {
    const { top, height } = text.getBoundingClientRect();
    const way = height - innerHeight;
    bar.style.scale = `${way <= 0 ? 0 : Math.min(1, Math.max(0, -top / way))} 1`;
  };
  addEventListener('scroll', () => requestAnimationFrame(show), { passive: true });
  show();
}
