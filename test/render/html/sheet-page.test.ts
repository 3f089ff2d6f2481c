import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html } from '../../../src/render/html/markup.ts';
import { contentPolicy, renderHtml } from '../../../src/render/html/sheet-page.ts';
import { anyText } from '../../support/any-text.ts';
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

/** How an HTML parser decodes character references. */
const parsed = (text: string): string => text.replace(/&([^;]+);/g, (_, name) => names[name] ?? `?${name}`);

describe('escaping', () => {
  test('any text is read back exactly, and contains no markup', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const escaped = escapeHtml(text);
        expect(parsed(escaped)).toBe(text);
        expect(escaped).not.toMatch(/[<>"'\r]|&(?!\w+;|#\d+;)/);
      }),
    );
  });

  test('a template escapes its holes, except for markup', () => {
    const inner = html`<b>${'<i>'}</b>`;
    expect(html`${inner}${[inner]}${1}"${'"'}"`.text).toBe('<b>&lt;i&gt;</b><b>&lt;i&gt;</b>1"&quot;"');
  });
});

describe('the page', () => {
  test('is the same for the same setup', () => {
    expect(renderHtml(hostileSetup)).toBe(renderHtml(structuredClone(hostileSetup)));
  });

  test('allows only its own script and style sheet', () => {
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

  test('any name is text', () => {
    const plain = renderHtml(sampleSetup({ name: 'x' })).match(/<\w+/g)?.length;
    fc.assert(
      fc.property(anyText({ minLength: 1 }), (name) => {
        expect(renderHtml(sampleSetup({ name })).match(/<\w+/g)).toHaveLength(plain ?? 0);
      }),
      { numRuns: 50 },
    );
  });

  test('isolates the text direction of a value', () => {
    expect(renderHtml(sampleSetup({ name: '\u05d0' }))).toContain('>\u05d0</bdi>');
  });

  test("shows what isn't set and what to leave blank, and warns only if it contains secrets", () => {
    const page = renderHtml(sampleSetup({ clientId: null, clientSecret: null }));
    expect(page.match(/Not set/g)).toHaveLength(2);
    expect(page.match(/Leave blank/g)).toHaveLength(1);
    expect(page).toMatch(/contains secrets/);
    expect(renderHtml(sampleSetup(), 'zoominfo')).not.toMatch(/contains secrets/);
  });

  test('numbers steps across the values, but not a single step', () => {
    const page = renderHtml(sampleSetup());
    expect([...page.matchAll(/<ol start="(\d+)">/g)].map(([, start]) => start)).toEqual([
      '1',
      '5',
      '1',
      '2',
      '1',
      '2',
      '1',
    ]);
    expect(page).toMatch(/<p class="step">On the saved row/);
  });

  test('emphasizes labels and links the portals, whole and once', () => {
    const page = renderHtml(sampleSetup());
    expect(page).toContain(
      'go to <b>Management Console</b> &gt; <b>Customizations</b> &gt; <b>App Registrations</b>',
    );
    expect(page).toContain('<b>Authorization Code Flow</b>');
    expect([...page.matchAll(/<a href="(https[^"]+)"/g)].map(([, href]) => href)).toEqual([
      'https://developer.zoominfo.com',
      'https://gtm-studio.zoominfo.com',
    ]);
  });
});

/** The texts of the commands at the end of the page. */
const commandsOf = (page: string): string[] =>
  [...page.matchAll(/<code class="value"[^>]*>(.*?)<\/code>/g)].map(([, markup = '']) =>
    markup.replace(/<[^>]+>/g, ''),
  );

describe("what's next", () => {
  test('is to verify, with commands that start the program the same way', () => {
    expect(commandsOf(renderHtml(sampleSetup()))[0]).toBe('zi-oauth-setup verify zoominfo.json --online');
    const typing = { program: ['npx', 'zi-oauth-setup'], shell: 'posix' } as const;
    expect(commandsOf(renderHtml(sampleSetup(), 'jitterbit', typing))[0]).toMatch(
      /^npx zi-oauth-setup verify /,
    );
  });

  test('for ZoomInfo is to share the credentials, without a command', () => {
    const page = renderHtml(sampleSetup(), 'zoominfo');
    expect(commandsOf(page)).toEqual([]);
    expect(page).toMatch(/needs the Client ID and Client Secret\. Send them/);
  });
});
