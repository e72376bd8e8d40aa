import { HtmlValidate, type Message, StaticConfigLoader } from 'html-validate';
import { expect, test } from 'vitest';
import { builtPages } from './pages.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: {
      // Astro writes these as it likes; both ways are valid.
      'attr-quotes': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      'no-inline-style': 'error',
      // It takes every aside for a landmark; one without a name inside an article is none (HTML-AAM). Axe knows that.
      'unique-landmark': 'off',
      // Policy and integrity of what is on our own host: covered by tests/site/policy.test.ts.
      'require-sri': 'off',
    },
  }),
);

/** Astro puts a `<style>` before a page's first island, wherever that stands. One message, known and harmless. */
function isAstrosStyle(message: Message, html: string): boolean {
  if (message.ruleId !== 'element-permitted-content' || !/<style>/.test(message.message)) return false;
  return html.slice(message.offset - 1, message.offset + 60).includes('style>astro-island');
}

test('every page is valid HTML', async () => {
  const found: string[] = [];
  for (const page of builtPages()) {
    const report = await validator.validateString(page.html, page.file);
    for (const message of report.results.flatMap((result) => result.messages)) {
      if (message.severity < 2 || isAstrosStyle(message, page.html)) continue;
      found.push(`${page.file}:${message.line}:${message.column} ${message.message} [${message.ruleId}]`);
    }
  }
  expect(found).toEqual([]);
});
