import { looksLikeClientId, mayBeSecret } from '../answers/credentials.ts';
import { type AnswerKey, parseAnswer, questions } from '../answers/questions.ts';
import { reasons } from '../facts/console-steps.ts';
import { labels } from '../facts/labels.ts';
import { redirectUriOf, regionNames, regions } from '../facts/regions.ts';
import { documentedScopes, scopes } from '../facts/scopes.ts';
import { explain, warn } from '../terminal/log.ts';
import { hiddenText } from '../terminal/symbols.ts';
import { keysOf } from '../text/lookup.ts';
import { accepted, type Result, refused } from '../text/result.ts';
import type { Draft } from './progress.ts';
import { parseTyped, type Tools } from './tools.ts';

/** The answers that a person can give and change. The PKCE pair is made, not asked for. */
export type EditableKey = Exclude<AnswerKey, 'codeVerifier'>;

/** Asks for one answer, with what is there already as the preset. */
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
  await explain(context.stderr, `${reasons.region} Look at the address bar of the Harmony portal:`);
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
  const own = (draft.scopes ?? []).filter((scope) => !Object.hasOwn(scopes, scope));
  const choices = [
    ...documentedScopes.map((scope) => ({
      value: scope,
      name: scope,
      description: scopes[scope].allows,
    })),
    ...own.map((scope) => ({ value: scope, name: scope })),
  ];
  const chosen = await prompts.selectMany<string>({
    message: 'Scopes (Space selects, Enter goes on)',
    choices,
    initial: draft.scopes ?? [],
    validate: (values) =>
      values.length > 0 ? accepted(values) : refused('Select at least one scope with Space.'),
  });
  return { scopes: chosen };
}

async function promptForText(
  key: 'name' | 'description' | 'authenticationUrl' | 'accessTokenUrl',
  draft: Draft,
  tools: Tools,
) {
  const { label } = questions[key];
  await explain(tools.context.stderr, reasons[key]);
  const text = await tools.prompts.text({
    message: label,
    initial: draft[key],
    validate: (typed) => parseTyped(key, typed),
  });
  const parsed = parseAnswer(key, text);
  if (!parsed.ok) return {};
  for (const warning of parsed.warnings) await warn(tools.context.stderr, warning);
  return { [key]: parsed.value };
}

/** What does not look like a Client ID may be the secret: the line does not go on showing it. */
async function promptForClientId(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, reasons.clientId);
  const { symbols } = context.stderr.style;
  const typed = await prompts.text({
    message: `${labels.clientId} (empty: later)`,
    initial: mayBeSecret(draft) ? undefined : (draft.clientId ?? undefined),
    validate: (text) => parseCredential('clientId', text),
    answered: (text) => (text.trim() === '' || looksLikeClientId(text.trim()) ? text : hiddenText(symbols)),
  });
  return { clientId: typed.trim() || null };
}

async function promptForClientSecret(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, `${reasons.clientSecret} It is not shown while you type or paste it.`);
  const former = draft.clientSecret ?? null;
  const typed = await prompts.secret({
    message:
      former === null ? `${labels.clientSecret} (empty: later)` : `${labels.clientSecret} (empty: keep it)`,
    validate: (text) => parseCredential('clientSecret', text),
  });
  return { clientSecret: typed.trim() || former };
}

/** White space around a pasted value is not part of it. */
function parseCredential(key: 'clientId' | 'clientSecret', typed: string): Result<unknown> {
  const text = typed.trim();
  return text === '' ? accepted(text) : parseTyped(key, text);
}
