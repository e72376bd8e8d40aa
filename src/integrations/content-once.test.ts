import { afterEach, expect, test, vi } from 'vitest';
import { contentOnce, forgetContent } from './content-once.ts';
import { loadContent } from './load-content.ts';

vi.mock('./load-content.ts', () => ({ loadContent: vi.fn(() => ({ problems: [] })) }));
afterEach(() => {
  forgetContent();
  vi.clearAllMocks();
});

test('loads each language once, however often it is asked for', () => {
  expect(contentOnce('en')).toBe(contentOnce('en'));
  contentOnce('fr');
  expect(vi.mocked(loadContent).mock.calls.map(([, { lang }]) => lang)).toEqual(['en', 'fr']);
});

test('loads again after a file was changed', () => {
  const before = contentOnce('en');
  forgetContent();
  expect(contentOnce('en')).not.toBe(before);
});

test('shares it with a second copy of itself: pages are bundled apart from the steps of the build', async () => {
  const before = contentOnce('en');
  vi.resetModules();
  const second = await import('./content-once.ts');
  expect(second.contentOnce('en')).toBe(before);
});
