import fc from 'fast-check';
import { marked, type Token, type Tokens } from 'marked';
import { expect, test } from 'vitest';
import { consoleSections } from '../../src/render/console-sections.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** Every value that can be copied from the page: the text of code blocks and of code in tables. */
function copyable(markdown: string): string[] {
  const values: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'code') values.push(token.text);
    if (token.type === 'codespan') values.push(token.text);
    if (token.type === 'html') values.push(`HTML: ${token.text}`);
  });
  return values;
}

function expectedValues(setup: ReturnType<typeof sampleSetup>): string[] {
  const values = consoleSections(setup).flatMap(({ cells }) => {
    const inBlocks = cells.some(({ sendIn, value }) => sendIn === undefined || value?.includes('|'));
    return cells.flatMap((cell) => (inBlocks ? [cell.value] : [cell.label, cell.value, cell.sendIn]));
  });
  return values.filter((value): value is string => Boolean(value));
}

test('a Markdown parser finds every value unchanged', () => {
  const setup = sampleSetup();
  expect(copyable(renderMarkdown(setup)).sort()).toEqual(expectedValues(setup).sort());
});

test('no value is lost, changed, or read as markup', () => {
  const awkward = fc
    .string({ unit: fc.constantFrom(...'ab`|*_<>&[]()#~\\"\'$!-+1.'), minLength: 1 })
    .map((text) => `x${text}x`);
  fc.assert(
    fc.property(awkward, awkward, awkward, (name, description, clientSecret) => {
      const setup = sampleSetup({ name, description, clientSecret });
      setup.advancedOptions.authenticationRequest.parameters.push({
        key: 'own',
        value: name,
        sendIn: 'Request URL',
      });
      expect(copyable(renderMarkdown(setup)).sort()).toEqual(expectedValues(setup).sort());
    }),
    { numRuns: 300 },
  );
});

const awkwardTitle = fc
  .string({
    unit: fc.constantFrom(...'ab1 __*#>~`;<![]()|\\', '&', '&lt;', '__'),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '');

test('a title is read as it is', () => {
  fc.assert(
    fc.property(awkwardTitle, (connector) => {
      const page = renderMarkdown({ ...sampleSetup(), connector });
      const headings = marked
        .lexer(page)
        .filter((token): token is Tokens.Heading => token.type === 'heading');
      const inner = headings.at(-1)?.tokens ?? [];
      expect(inner.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'escape')).toEqual(
        [],
      );
      const entities: Record<string, string> = {
        '&amp;': '&',
        '&lt;': '<',
        '&gt;': '>',
        '&quot;': '"',
        '&#39;': "'",
      };
      const shown = marked.parseInline(headings.at(-1)?.text ?? '', { async: false });
      expect(shown.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')).toBe(
        `${connector} connection`,
      );
    }),
  );
});

test('a ticket that is not rendered shows no escapes in our own words', () => {
  const prose = renderMarkdown(sampleSetup()).replace(/```[\s\S]*?```/g, '');
  expect(prose).toContain('Management Console > Customizations');
  expect(prose).toContain('response_type requests');
  expect(prose).not.toContain('\\');
});

test('steps are lists that continue after the values, and a single step is a paragraph', () => {
  const tokens = marked.lexer(renderMarkdown(sampleSetup()));
  const lists = tokens
    .filter((token): token is Tokens.List => token.type === 'list')
    .map(({ start, items }) => [start, items.length]);
  expect(lists).toEqual([
    [1, 4],
    [5, 2],
    [1, 1],
    [2, 1],
    [1, 1],
    [2, 1],
    [1, 3],
  ]);
  const paragraphs = tokens.filter(({ type }) => type === 'paragraph').map(({ raw }) => raw);
  expect(paragraphs.filter((text) => text.startsWith('On the saved row'))).toHaveLength(1);
});

test('URLs in steps become links unchanged', () => {
  const links: string[] = [];
  marked.walkTokens(marked.lexer(renderMarkdown(sampleSetup())), (token: Token) => {
    if (token.type === 'link') links.push(token.href);
  });
  expect(links).toEqual(['https://developer.zoominfo.com', 'https://gtm-studio.zoominfo.com']);
});
