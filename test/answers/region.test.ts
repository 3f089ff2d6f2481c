import { describe, expect, test } from 'vitest';
import { parseRegion } from '../../src/answers/region.ts';
import { redirectUriOf, regionOfRedirectUri } from '../../src/facts/regions.ts';

describe('redirectUriOf', () => {
  test.each([
    ['NA', 'https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode'],
    ['EMEA', 'https://apps.emea-west.jitterbit.com/design-studio/api/v1/oauth/authcode'],
    ['APAC', 'https://apps.apac-southeast.jitterbit.com/design-studio/api/v1/oauth/authcode'],
  ] as const)('the redirect URI of %s is exactly the documented one', (region, redirectUri) => {
    expect(redirectUriOf(region)).toBe(redirectUri);
    expect(regionOfRedirectUri(redirectUri)).toBe(region);
  });
});

describe('parseRegion', () => {
  test.each([
    ['na', 'NA'],
    ['Emea', 'EMEA'],
    [' APAC ', 'APAC'],
    ['na-east', 'NA'],
    ['EMEA-WEST', 'EMEA'],
    ['https://apps.apac-southeast.jitterbit.com/launchpad?x=1#y', 'APAC'],
    ['apps.na-east.jitterbit.com/studio', 'NA'],
    ['na-east.jitterbit.com', 'NA'],
  ])('accepts %s', (typed, region) => {
    expect(parseRegion(typed)).toMatchObject({ ok: true, value: region });
  });

  test.each([
    '',
    'europe',
    'https://apps.na-east.jitterbit.com@evil.example/',
    'https://na-east.jitterbit.com.evil.example/',
    'https://evilna-east.jitterbit.com.example',
    'xna-east.jitterbit.com',
  ])('rejects %j and lists the regions', (typed) => {
    const parsed = parseRegion(typed);
    expect(parsed).toMatchObject({ ok: false });
    expect(!parsed.ok && parsed.problem).toMatch(/NA .na-east.*EMEA .emea-west.*APAC .apac-southeast/);
  });

  test.each([
    ['', /blank/],
    ['europe', /"europe"/],
    ['https://harmony.example.com/launchpad', /URL/],
    ['a text that is too long to be shown', /^isn't a known region/],
  ])('says what it rejects: %j', (typed, says) => {
    const parsed = parseRegion(typed);
    expect(!parsed.ok && parsed.problem).toMatch(says);
  });

  test.each([
    ['na\u200b', 'a zero-width space (U+200B) at position 3'],
    [' n\u00e1', 'a non-ASCII character (U+00E1) at position 2'],
    ['na\x1b[0m', 'an escape character (U+001B) at position 3'],
  ])('names the character in %j that no region has', (typed, character) => {
    const parsed = parseRegion(typed);
    expect(!parsed.ok && parsed.problem).toMatch(`contains ${character}. Use NA (na-east)`);
  });

  test.each([
    ['emae', 'EMEA'],
    ['na-est', 'na-east'],
    ['us', 'NA'],
    ['USA', 'NA'],
    [' United States ', 'NA'],
    ['north america', 'NA'],
    ['eu', 'EMEA'],
    ['Europe', 'EMEA'],
    ['middle_east', 'EMEA'],
    ['asia', 'APAC'],
    ['asia-pacific', 'APAC'],
    ['asia pacific', 'APAC'],
    ['Japan', 'APAC'],
    ['apac-east', 'apac-southeast'],
    ['na-west', 'na-east'],
    ['emea-central', 'emea-west'],
  ])('suggests a region for %s', (typed, suggestion) => {
    const parsed = parseRegion(typed);
    expect(!parsed.ok && parsed.problem).toContain(`Did you mean ${suggestion}?`);
  });
});
