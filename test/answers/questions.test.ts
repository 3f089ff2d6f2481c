import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer } from '../../src/answers/parse-answer.ts';
import { type AnswerKey, answerKeys, isSecret } from '../../src/answers/questions.ts';
import { anyText } from '../support/any-text.ts';

const examples: Record<AnswerKey, string> = {
  region: 'https://apps.emea-west.jitterbit.com/design-studio/',
  scopes: 'company, api:data:news openid x:y',
  name: 'ZoomInfo',
  description: '"One" and "another"',
  clientId: '0oaTestClientId12345',
  clientSecret: 'tEst-client_secret~with+signs',
  codeVerifier: 'q7Zt0PpXc3VbN1mL9kJh5GfDsA2wErTyUiO4-_x6Y8Q',
  authenticationUrl: 'https://auth.example/authorize?tenant=1',
  accessTokenUrl: 'http://127.0.0.1:8080/token',
};

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));

/** Any text, and nearly valid ones. */
const textsFor = (key: AnswerKey): fc.Arbitrary<string> =>
  fc.oneof(
    anyText({ maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }))
      .map((ends) => ends.join(examples[key])),
  );

describe.each(answerKeys)('%s', (key) => {
  test('valid text is accepted', () => {
    expect(parseAnswer(key, examples[key])).toMatchObject({ ok: true, warnings: expect.any(Array) });
  });

  test('any text is accepted or rejected, and accepted text is accepted again unchanged', () => {
    fc.assert(
      fc.property(textsFor(key), (text) => {
        const parsed = parseAnswer(key, text);
        if (parsed.ok) expect(parseAnswer(key, asText(parsed.value))).toMatchObject({ value: parsed.value });
        else expect(parsed.problem).toMatch(/^(?:".+" )?[a-z].*[.?]$/s);
      }),
    );
  });
});

test.each(['a', '漢', '😀'])('the longest Name has 65,536 characters: %s', (character) => {
  const longest = character.repeat(65_536);
  expect(parseAnswer('name', longest)).toMatchObject({ value: longest });
  expect(parseAnswer('name', longest + character)).toMatchObject({
    problem: 'is too long (65537 characters; maximum 65536). Shorten it.',
  });
});

test.each(answerKeys.filter(isSecret))("a rejected %s isn't repeated", (key) => {
  fc.assert(
    fc.property(textsFor(key), (text) => {
      const parsed = parseAnswer(key, text);
      if (!parsed.ok && text.trim().length > 8) expect(parsed.problem).not.toContain(text.trim());
    }),
  );
});
