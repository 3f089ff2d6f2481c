/** Recognizes what documentation, templates, consoles, and logs show in place of a value. */

import { once } from '../text/once.ts';

/** A value copied while it was hidden, in full or in part: a run of asterisks, or any bullet. */
const masked =
  /\*{3,}|[\u00b7\u2022-\u2024\u2027\u2043\u204e\u2055\u2217-\u2219\u22c5\u22c6\u2588-\u2593\u25a0-\u25ff\u2605\u2606\u26aa\u26ab\u2981\u2b1b\u2b24\u2b25\u30fb\uff0a\uff65]/;

/** A truncated value: an ellipsis at either end, or between two short pieces. */
const cut = /^(?:\.{3}|\u2026)|(?:\.{3}|\u2026)$|^.{1,6}(?:\.{3}|\u2026).{1,6}$/s;

/** A value pasted together with the name of a field, possibly of another one. */
const labelled = /^(?:client[-_ ]?(?:id|secret)|ZI_OAUTH_\w+)\s*[=:]/i;

/** A URL from a browser or a console; of their own hosts, also without its scheme. */
const url = /^(?:https?:\/\/|(?:\/\/)?(?:[a-z\d-]{1,63}\.)*(?:zoominfo|jitterbit)\.com[.,;]?(?:[/:?#]|$))/i;

/** A scope of ZoomInfo, such as `api:data:company`. */
const scope = /^api(?::[a-z-]+)+$/i;

/** A token of an authorization server: a JSON Web Token, signed (RFC 7515) or encrypted (RFC 7516). */
const token = /^eyJ[\w-]+(?:\.[\w-]*){2,4}$/;

/** How templates, shells, configuration files and secret stores refer to a value. */
const references: readonly RegExp[] = [
  /^(?:<.*>|\[.*\]|\{.*\}|\(.*\)|\u00ab.*\u00bb|\u2039.*\u203a|\u27e8.*\u27e9|\u3008.*\u3009|\u300a.*\u300b|\u3010.*\u3011|\uff1c.*\uff1e|\uff3b.*\uff3d|\uff5b.*\uff5d|\uff08.*\uff09)$/s,
  /^[#@$!%]+[{([<].*[})\]>][#%]?$/s,
  /^\$(?:[A-Z][A-Z0-9_]*|[a-z][a-z_]*|[a-z]+(?:[A-Z][a-z]+)+)$/,
  /^\$(?:env|script|global):\w+$/i,
  /^(?:%+[\w-]+%+|!\w+!|@+[\w-]+@+|#+\w+#+|~+\w+~+|\*+[\w .]+\*+|:[a-z_]+:?)$/i,
  /^(?:__[a-z]+(?:_[a-z]+)*__|--[a-z]+(?:-[a-z]+)*--)$/i,
  /^(?:env|vars?|secrets|inputs|local|data|params|settings|config|process\.env|os\.environ|import\.meta\.env)[.:[]/i,
  /^[a-z][a-z0-9+.-]*:\/\//i,
  /^(?:@Microsoft\.KeyVault|!(?:vault|secret|env_var|Ref|Sub)\b|(?:arn:aws|ssm|vault|op|keyvault):)/i,
];

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Words found only in placeholders. */
const telling = new Set(
  wordsIn(`
    your insert enter paste replace change substitute provide fill placeholder dummy fake mock sample example
    todo tbd tba fixme redacted removed deleted hidden masked censored confidential withheld omitted undisclosed
    protected encrypted private null nil none undefined unset missing unknown empty blank n/a na nan lorem ipsum
    pending later coming determined skip skipped true false
    foo bar baz qux qwerty asdf xxx password passwd letmein whatever something anything string`),
);

/** Names of fields. A text made up of these and other known words is not a value. */
const fields = new Set(wordsIn('id identifier secret key token value credential credentials'));

/** Names that are no value by themselves, but may be part of one. */
const names = new Set(wordsIn('zoominfo jitterbit okta'));

/** Words that go with the others. */
const filling = wordsIn(`
  client app application zi oauth oauth2 api auth dev developer portal
  my the a an this that with here me it in to of for from be is goes go put add set use copy copied please not yet
  real actual own new old text default and or by at on later above below provided given
  generated unique some valid correct current user name number x`);

const knownWords = [...telling, ...fields, ...names, ...filling];

/** First words of an instruction such as `REPLACE_WITH_ACME_VALUE`; any words can follow. */
const instructions = new Set(
  wordsIn(`
    your insert enter paste replace change put add type fill use copy provide set todo fixme dummy fake
    sample example placeholder redacted`),
);

/** A text without one is a value in no script. */
const letterOrDigit = once(() => /[\p{L}\p{N}]/u);

/** What no placeholder has: a digit before a letter, apart from the 2 of `oauth2` and the 0 of `0oa`. Saves most of the work. */
const random = /^(?=.*[13-9][a-z])[\w-]+$/i;

/** The most characters that a placeholder has. */
const longest = 120;

/** Why a text is not a real value, to complete the sentence "Client ID …". */
export type PlaceholderProblem =
  | 'is masked'
  | 'includes the name of a field'
  | 'is a URL'
  | 'is a scope'
  | 'is a token (JWT)'
  | 'looks like a placeholder';

/** Why a text is not a real value; undefined if it may be one. A random text passes, since it isn't made up of words. */
export function placeholderProblem(text: string): PlaceholderProblem | undefined {
  const trimmed = text.trim();
  if (random.test(trimmed)) return undefined;
  if (masked.test(trimmed)) return 'is masked';
  if (labelled.test(trimmed)) return 'includes the name of a field';
  if (url.test(trimmed)) return 'is a URL';
  if (scope.test(trimmed)) return 'is a scope';
  if (token.test(trimmed)) return 'is a token (JWT)';
  return trimmed.length <= longest && isPlaceholder(trimmed) ? 'looks like a placeholder' : undefined;
}

function isPlaceholder(text: string): boolean {
  if (!letterOrDigit().test(text) || cut.test(text)) return true;
  if (references.some((pattern) => pattern.test(text))) return true;
  return isOneRun(text) || isMadeOfWords(text) || isInstruction(text);
}

/** `x x x`, `0000-0000`, or the digits in ascending order. */
function isOneRun(text: string): boolean {
  const plain = text.replace(/[-_\s.:]/g, '');
  return (
    /^(?:x{3,}|(\d)\1{2,}|0oax{4,})$/i.test(plain) ||
    (plain.length > 3 && '123456789012345678901234567890'.includes(plain))
  );
}

/**
 * Only known words, in any spelling, with an optional number: `YOUR_CLIENT_ID`, `clientSecretHere`, `secret-1`. A space
 * ends a word, so `sec ret` has none.
 */
function isMadeOfWords(text: string): boolean {
  const parts = text
    .toLowerCase()
    .replace(/\d{0,3}$/, '')
    .replace(/[-_.:!]/g, '')
    .split(' ')
    .filter(Boolean);
  const words = parts.map(wordsOf);
  if (words.length === 0 || words.some((each) => each.length === 0)) return false;
  const all = words.flat();
  return all.some((word) => telling.has(word) || fields.has(word)) || all.every((word) => names.has(word));
}

/** The known words that make up the text; empty if it contains anything else. */
function wordsOf(letters: string): string[] {
  /** For each position that a sequence of words reaches, the word that ends there. */
  const reached = new Map<number, string>([[0, '']]);
  for (const at of reached.keys())
    for (const word of knownWords)
      if (letters.startsWith(word, at) && !reached.has(at + word.length)) reached.set(at + word.length, word);
  const words: string[] = [];
  for (let end = letters.length, word = reached.get(end); word; word = reached.get(end)) {
    words.push(word);
    end -= word.length;
  }
  return words;
}

/** Words, each in a single case, that begin with an instruction. */
function isInstruction(text: string): boolean {
  const words = text.split(/[-_ .:]+/);
  const arePlain = words.every((word) => /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(word));
  return words.length > 1 && arePlain && instructions.has(words[0]?.toLowerCase() ?? '');
}
