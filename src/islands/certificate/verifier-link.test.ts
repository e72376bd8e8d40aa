import { describe, expect, test } from 'vitest';
import { verifierLink } from './verifier-link.ts';

describe('the link of a certificate', () => {
  test('leads to the verifier of the same site', () => {
    expect(
      verifierLink('abc', 'https://a.example/x/en/certificate/#c=abc', '/x/en/verify/', undefined),
    ).toEqual({
      text: 'https://a.example/x/en/verify/#c=abc',
      isAddress: true,
    });
  });
  test('leads to the published verifier where there is one', () => {
    const published = 'https://public.example/en/verify/';
    expect(
      verifierLink('abc', 'file:///media/stick/course/en/certificate/index.html', './v.html', published),
    ).toEqual({
      text: `${published}#c=abc`,
      isAddress: true,
    });
  });
  test('tells nobody where files lie', () => {
    const { text, isAddress } = verifierLink(
      'abc',
      'file:///media/stick/course/en/certificate/index.html',
      '../verify/index.html',
      undefined,
    );
    expect(text).toBe('#c=abc');
    expect(isAddress).toBe(false);
  });
});
