const status = document.getElementById('status');
const count = document.getElementById('count');
const bar = document.getElementById('bar');
const end = document.getElementById('next');
const toEnd = document.getElementById('to-next');
const buttons = [...document.querySelectorAll('.copy')];
/** Those of the values. A command can be copied too, but is not counted. */
const counted = buttons.filter((button) => !end.contains(button));
const copied = new Set();

/** The element of the value itself, which may be hidden. */
const elementOf = (button) => document.getElementById(button.dataset.copies);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyWithoutClipboardApi(text);
  }
}

/** The field is only there to be selected: it would turn CR LF into LF, so the event supplies the text. */
function copyWithoutClipboardApi(text) {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  const supply = (event) => {
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  field.value = text;
  field.className = 'unseen';
  field.readOnly = true;
  document.body.append(field);
  field.select();
  document.addEventListener('copy', supply, { once: true });
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', supply);
    field.remove();
    focused?.focus({ preventScroll: true });
  }
}

/** Where the browser refuses both ways, the value is selected for the user to copy. */
function select(value) {
  const details = value.closest('details');
  if (details !== null) details.open = true;
  getSelection().selectAllChildren(value);
}

/** A new text node each time, so that screen readers repeat the same words. */
function tell(words) {
  status.replaceChildren(document.createTextNode(words));
}

/** Marks a section, visibly and for screen readers. */
function mark(section, state) {
  section.dataset[state] = '';
  section.querySelector('.done').hidden = false;
}

/** Updates the progress. Returns what was completed by this value, if anything. */
function markCopied(button) {
  button.querySelector('.word').textContent = 'Copied';
  button.dataset.copied = '';
  if (!counted.includes(button) || copied.has(button)) return '';
  copied.add(button);
  count.textContent = `${copied.size} of ${counted.length} copied`;
  bar.value = copied.size;
  markNext(button);
  const section = button.closest('section');
  if (counted.some((each) => section.contains(each) && !copied.has(each))) return '';
  mark(section, 'done');
  return copied.size === counted.length ? finish() : ' Section complete.';
}

function finish() {
  mark(end, 'reached');
  toEnd.hidden = false;
  return ' All values copied.';
}

/** The first value after this one that isn't copied yet, starting over at the end. */
function markNext(button) {
  const at = counted.indexOf(button);
  const order = [...counted.slice(at + 1), ...counted.slice(0, at)];
  const next = order.find((each) => !copied.has(each));
  for (const each of counted) each.toggleAttribute('data-next', each === next);
}

function flash(button) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  button.animate([{ transform: 'scale(0.94)' }, { transform: 'scale(1)' }], 180);
}

async function onCopy(button) {
  const value = elementOf(button);
  const { label } = value.dataset;
  if (await copy(value.textContent)) {
    tell(`${label} copied.${markCopied(button)}`);
    flash(button);
  } else {
    select(value);
    tell(`Your browser doesn't let this page copy. ${label} is selected. Press Ctrl+C or Cmd+C.`);
  }
}

for (const button of buttons) button.addEventListener('click', () => onCopy(button));
counted[0]?.toggleAttribute('data-next', true);
document.documentElement.dataset.script = '';
