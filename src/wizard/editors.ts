import { enteredSecretProblem, looksLikeClientId, mayContainSecret } from '../answers/credentials.ts';
import { misplacedWarning } from '../answers/misplaced-endpoints.ts';
import { type AnswerKey, questions } from '../answers/questions.ts';
import { reasons } from '../facts/console-steps.ts';
import { documentedEndpoints } from '../facts/endpoints.ts';
import { labels } from '../facts/labels.ts';
import { hostAlternatives, redirectUriOf, regionNames, regions } from '../facts/regions.ts';
import { documentedScopes, isDocumentedScope, scopes } from '../facts/scopes.ts';
import { explain, warn } from '../terminal/log.ts';
import { hiddenText } from '../terminal/symbols.ts';
import { keysOf, lookup } from '../text/lookup.ts';
import { type Accepted, accepted, type Result, refused } from '../text/result.ts';
import type { Draft } from './progress.ts';
import { isHidden, notSet, parseTyped, type Tools, visibleText } from './tools.ts';

/** The answers that a user can give and change. The PKCE pair is generated. */
export type EditableKey = Exclude<AnswerKey, 'codeVerifier'>;

/** Prompts for one answer, with the current one as the preset. */
type Editor = (draft: Draft, tools: Tools) => Promise<Draft>;

export const editors: { readonly [Key in EditableKey]: Editor } = {
  region: promptForRegion,
  scopes: promptForScopes,
  name: (draft, tools) => promptForText('name', draft, tools),
  description: (draft, tools) => promptForText('description', draft, tools),
  clientId: promptForClientId,
  clientSecret: promptForClientSecret,
  authenticationUrl: (draft, tools) => promptForText('authenticationUrl', draft, tools),
  accessTokenUrl: (draft, tools) => promptForText('accessTokenUrl', draft, tools),
};

export const editableKeys = keysOf(editors);

async function promptForRegion({ region }: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(
    context.stderr,
    `${reasons.region} To find yours, look for ${hostAlternatives()} in the address bar of the Harmony portal.`,
  );
  const choices = regionNames.map((name) => ({
    value: name,
    name: `${name.padEnd(4)} ${regions[name].host}, ${regions[name].place}`,
    short: name,
    description: redirectUriOf(name),
  }));
  return { region: await prompts.select({ message: 'Region', choices, initial: region }) };
}

async function promptForScopes(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, reasons.scopes);
  const own = (draft.scopes ?? []).filter((scope) => !isDocumentedScope(scope));
  const choices = [
    ...documentedScopes.map((scope) => ({
      value: scope,
      name: scope,
      description: scopes[scope].allows,
    })),
    ...own.map((scope) => ({ value: scope, name: scope })),
  ];
  const chosen = await prompts.selectMany<string>({
    message: `${labels.scopes} (Space to select, Enter to continue)`,
    doneMessage: labels.scopes,
    choices,
    initial: draft.scopes ?? [],
    validate: (values) =>
      values.length > 0 ? accepted(values) : refused('Select at least one scope with Space.'),
  });
  return { scopes: chosen };
}

type TextKey = 'name' | 'description' | 'authenticationUrl' | 'accessTokenUrl';

async function promptForText(key: TextKey, draft: Draft, tools: Tools): Promise<Draft> {
  const { label } = questions[key];
  const standard = lookup(documentedEndpoints, key) ?? '';
  const parse = (text: string) => parseTyped(key, text.trim() || standard);
  await explain(tools.context.stderr, reasons[key]);
  const typed = await tools.prompts.text({
    message: standard === '' ? label : `${label} (leave blank for the default)`,
    doneMessage: label,
    initial: draft[key],
    answered: (text) => text.trim() || (standard && `${standard} (default)`),
    ...visibleText(label, draft, parse),
  });
  const parsed = parse(typed);
  if (!parsed.ok) return {};
  await warnOfEach(warningsOf(key, parsed, draft), tools.context);
  return { [key]: parsed.value };
}

/** A URL in the place of the other one gets no other warning. Each change of a URL may put one there. */
function warningsOf(key: TextKey, { value, warnings }: Accepted<string>, draft: Draft): readonly string[] {
  const isUrl = Object.hasOwn(documentedEndpoints, key);
  const misplaced = isUrl ? misplacedWarning({ ...draft, [key]: value }) : undefined;
  if (misplaced === undefined) return warnings;
  return [...(misplaced.keys.some((each) => each === key) ? [] : warnings), misplaced.text];
}

async function warnOfEach(warnings: readonly string[], { stderr }: Tools['context']): Promise<void> {
  for (const warning of warnings) await warn(stderr, warning);
}

/** Anything that doesn't look like a Client ID may be the secret: its line is redrawn masked, or empty if it is rejected. */
async function promptForClientId(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, reasons.clientId);
  const { symbols } = context.stderr.style;
  const blank = blankCredential('clientId', draft);
  const typed = await prompts.text({
    message: `${labels.clientId} ${blank.hint}`,
    doneMessage: labels.clientId,
    initial: isHidden('clientId', draft) ? undefined : (draft.clientId ?? undefined),
    validate: (text) => parseCredential('clientId', text),
    isSecret: mayContainSecret,
    answered: (text) => {
      if (text.trim() === '') return blank.shown;
      return looksLikeClientId(text.trim()) ? text : hiddenText(symbols);
    },
  });
  return { clientId: typed.trim() || blank.answer };
}

async function promptForClientSecret(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, `${reasons.clientSecret} Your input is hidden.`);
  const blank = blankCredential('clientSecret', draft);
  const typed = await prompts.secret({
    message: `${labels.clientSecret} ${blank.hint}`,
    doneMessage: labels.clientSecret,
    blank: blank.shown,
    validate: (text) => {
      const problem = enteredSecretProblem(text.trim(), draft.clientId);
      return problem === undefined
        ? parseCredential('clientSecret', text)
        : refused(`${labels.clientSecret} ${problem}`);
    },
  });
  const parsed = parseCredential('clientSecret', typed);
  await warnOfEach(parsed.ok ? parsed.warnings : [], context);
  return { clientSecret: typed.trim() || blank.answer };
}

type Credential = 'clientId' | 'clientSecret';

/** What a blank answer means, and how that is said. The prompt can't show a hidden credential, so blank keeps it. */
function blankCredential(key: Credential, draft: Draft) {
  return isHidden(key, draft)
    ? { answer: draft[key] ?? null, hint: '(leave blank to keep the current one)', shown: '(unchanged)' }
    : { answer: null, hint: '(leave blank to add later)', shown: notSet };
}

const parseCredential = (key: Credential, typed: string): Result<unknown> =>
  typed.trim() === '' ? accepted('') : parseTyped(key, typed);
