import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html } from '../../../src/render/html/markup.ts';
import { contentPolicy, renderHtml } from '../../../src/render/html/sheet-page.ts';
import { sampleSetup } from '../../support/setup-fixture.ts';
import { hostileSetup } from '../../support/sheet-fixtures.ts';

const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#13': '\r',
};

/** What an HTML parser makes of character references. */
const parsed = (text: string): string => text.replace(/&([^;]+);/g, (_, name) => names[name] ?? `?${name}`);

describe('escaping', () => {
  test('whatever the text is, it comes back to the byte and holds no markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(parsed(escaped)).toBe(text);
        expect(escaped).not.toMatch(/[<>"'\r]|&(?!\w+;|#\d+;)/);
      }),
    );
  });

  test('a template escapes its holes, but not what it made itself', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`${inner}${[inner]}${1}"${'"'}"`.text).toBe('<b>&lt;i&gt;</b><b>&lt;i&gt;</b>1"&quot;"');
  });
});

describe('the page', () => {
  test('is the same for the same setup', () => {
    expect(renderHtml(hostileSetup)).toBe(renderHtml(structuredClone(hostileSetup)));
  });

  test('lets only its own script and style run', () => {
    const page = renderHtml(hostileSetup);
    for (const [kind, tag] of [
      ['script', 'script'],
      ['style', 'style'],
    ] as const) {
      const found = [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(
        ([, text]) => text ?? '',
      );
      expect(found).toHaveLength(1);
      const digest = createHash('sha256')
        .update(found[0] ?? '')
        .digest('base64');
      expect(contentPolicy).toContain(`${kind}-src 'sha256-${digest}'`);
    }
    expect(contentPolicy).toMatch(/^default-src 'none';/);
    expect(contentPolicy).not.toMatch(/unsafe|frame-ancestors|https?:/);
    expect(page).toContain(`content="${escapeHtml(contentPolicy)}"`);
  });

  test('whatever the name is, it is text', () => {
    const plain = renderHtml(sampleSetup({ name: 'x' })).match(/<\w+/g)?.length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(renderHtml(sampleSetup({ name })).match(/<\w+/g)).toHaveLength(plain ?? 0);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps a value apart from the direction of its neighbours', () => {
    expect(renderHtml(sampleSetup({ name: '\u05d0' }))).toContain('>\u05d0</bdi>');
  });

  test('says what is still to come, what stays empty, and warns only where there are secrets', () => {
    const page = renderHtml(sampleSetup({ clientId: null, clientSecret: null }));
    expect(page.match(/Still to be filled in/g)).toHaveLength(2);
    expect(page.match(/Leave empty/g)).toHaveLength(1);
    expect(page).toContain('This page holds secrets');
    expect(renderHtml(sampleSetup(), 'zoominfo')).not.toContain('This page holds secrets');
  });
});
