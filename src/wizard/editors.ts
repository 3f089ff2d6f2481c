import { credentialMixUp, mixUps } from '../answers/credentials.ts';
import { type AnswerKey, questions } from '../answers/questions.ts';
import type { Validity } from '../context/prompting.ts';
import { redirectUriOf, regionNames, regions } from '../facts/regions.ts';
import { documentedScopes, scopes } from '../facts/scopes.ts';
import { reasons } from '../render/console-sections.ts';
import { explain } from '../terminal/log.ts';
import { type Draft, type Tools, validityOf } from './draft.ts';

/** The answers that a person can give and change. The PKCE pair is made, not asked for. */
export type EditableKey = Exclude<AnswerKey, 'codeVerifier'>;

/** Asks for one answer, with what is there already as the preset. */
type Editor = (draft: Draft, tools: Tools) => Promise<Draft>;

export const editors: { readonly [Key in EditableKey]: Editor } = {
  region: askRegion,
  scopes: askScopes,
  name: (draft, tools) => askText('name', draft, tools),
  description: (draft, tools) => askText('description', draft, tools),
  clientId: askClientId,
  clientSecret: askClientSecret,
  authenticationUrl: (draft, tools) => askText('authenticationUrl', draft, tools),
  accessTokenUrl: (draft, tools) => askText('accessTokenUrl', draft, tools),
};

export const editableKeys = Object.keys(editors) as EditableKey[];

async function askRegion({ region }: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, `${reasons.region} Look at the address bar of the Harmony portal:`);
  const choices = regionNames.map((name) => ({
    value: name,
    name: `${name.padEnd(4)} ${regions[name].host}, ${regions[name].place}`,
    short: name,
    description: redirectUriOf(name),
  }));
  return { region: await prompts.select({ message: 'Region', choices, initial: region }) };
}

async function askScopes(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, reasons.scopes);
  const own = (draft.scopes ?? []).filter((scope) => !(scope in scopes));
  const choices = [
    ...documentedScopes.map((scope) => ({
      value: scope as string,
      name: scope,
      description: scopes[scope].allows,
    })),
    ...own.map((scope) => ({ value: scope, name: scope })),
  ];
  const chosen = await prompts.selectMany({
    message: 'Scopes (Space selects, Enter goes on)',
    choices,
    initial: draft.scopes ?? [],
    validate: (values) => values.length > 0 || 'Select at least one scope with Space.',
  });
  return { scopes: chosen };
}

async function askText(
  key: 'name' | 'description' | 'authenticationUrl' | 'accessTokenUrl',
  draft: Draft,
  tools: Tools,
) {
  const { label, parse } = questions[key];
  await explain(tools.context.stderr, reasons[key]);
  const text = await tools.prompts.text({
    message: label,
    initial: draft[key],
    validate: (typed) => validityOf(key, typed),
  });
  const parsed = parse(text);
  return parsed.ok ? { [key]: parsed.value } : {};
}

async function askClientId(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, reasons.clientId);
  const typed = await prompts.text({
    message: 'Client ID (empty: later)',
    initial: draft.clientId ?? undefined,
    validate: (text) => credentialValidity('clientId', text, draft),
  });
  return { clientId: typed.trim() || null };
}

async function askClientSecret(draft: Draft, { prompts, context }: Tools): Promise<Draft> {
  await explain(context.stderr, `${reasons.clientSecret} It is not shown while you type or paste it.`);
  const former = draft.clientSecret ?? null;
  const typed = await prompts.secret({
    message: former === null ? 'Client Secret (empty: later)' : 'Client Secret (empty: keep it)',
    validate: (text) => credentialValidity('clientSecret', text, draft),
  });
  return { clientSecret: typed.trim() || former };
}

/** White space around a pasted value is not part of it. */
function credentialValidity(key: 'clientId' | 'clientSecret', typed: string, draft: Draft): Validity {
  const text = typed.trim();
  if (text === '') return true;
  const validity = validityOf(key, text);
  if (validity !== true) return validity;
  const { clientId, clientSecret }: Draft = { ...draft, [key]: text };
  const mixUp = credentialMixUp(clientId, clientSecret);
  return mixUp === undefined ? true : mixUps[mixUp];
}
