const status = document.getElementById('status');
const count = document.getElementById('count');
const bar = document.getElementById('bar');
const buttons = [...document.querySelectorAll('button[data-copies]')];
const copied = new Set();

/** The value itself, also while it is hidden. */
const elementOf = (button) => document.getElementById(button.dataset.copies);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithoutClipboardApi(text);
  }
}

/** The field is only there to be selected: it would turn CR LF into LF, so the text is handed over by the event. */
function copyWithoutClipboardApi(text) {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  const handOver = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  field.value = text;
  field.className = 'unseen';
  field.readOnly = true;
  document.body.append(field);
  field.select();
  document.addEventListener('copy', handOver, { once: true });
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', handOver);
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

/** What is left where the browser refuses both ways: the value selected, for the user's own keys. */
function select(value) {
  const details = value.closest('details');
  if (details !== null) details.open = true;
  getSelection().selectAllChildren(value);
}

/** A new text node each time, so that the same words are spoken again. */
function tell(words) {
  status.replaceChildren(document.createTextNode(words));
}

function markCopied(button) {
  copied.add(button);
  button.querySelector('.word').textContent = 'Copied';
  button.dataset.copied = '';
  count.textContent = `${copied.size} of ${buttons.length} copied`;
  bar.value = copied.size;
  const section = button.closest('section');
  const open = [...section.querySelectorAll('button[data-copies]')].some((each) => !copied.has(each));
  section.toggleAttribute('data-done', !open);
  markNext(button);
}

/** The first value behind the one just copied that is still to be copied. */
function markNext(button) {
  const at = buttons.indexOf(button);
  const order = [...buttons.slice(at + 1), ...buttons.slice(0, at)];
  const next = order.find((each) => !copied.has(each));
  for (const each of buttons) each.toggleAttribute('data-next', each === next);
}

function flash(button) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  button.animate([{ transform: 'scale(0.94)' }, { transform: 'scale(1)' }], 180);
}

async function onCopy(button) {
  const value = elementOf(button);
  const { label } = value.dataset;
  if (await copy(value.textContent)) {
    markCopied(button);
    flash(button);
    tell(`${label} copied.`);
  } else {
    select(value);
    tell(`This browser does not let the page copy. ${label} is selected: copy it with Ctrl+C or Cmd+C.`);
  }
}

for (const button of buttons) button.addEventListener('click', () => onCopy(button));
buttons[0]?.toggleAttribute('data-next', true);
document.documentElement.dataset.script = '';
