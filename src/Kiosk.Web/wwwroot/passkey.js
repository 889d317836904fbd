// Passkeys (WebAuthn): the browser's part of making one, and of showing one. Without it the forms stay hidden.
const isKnown = typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

const ask = async (form) => {
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: new FormData(form) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const options = await answer.json();
  return form.dataset.passkey === 'make'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

for (const form of isKnown ? document.querySelectorAll('form[data-passkey]') : []) {
  for (const part of [form, form.closest('[data-passkey-part]')]) if (part) part.hidden = false;
  const problem = form.querySelector('[data-passkey-problem]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      form.elements.passkey.value = JSON.stringify(await ask(form));
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
}
