import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pickWords } from '../../core/i18n/index.ts';
import {
  bestDraft,
  fromResponse,
  type Question,
  type QuestionWords,
  shuffledOptions,
  startDraft,
} from '../../core/question/index.ts';
import { QuestionBody } from './QuestionBody.tsx';
import { checkWords } from './words.ts';

const content = new URL('../../../content/', import.meta.url);
const read = (path: string) =>
  existsSync(new URL(path, content)) ? parse(readFileSync(new URL(path, content), 'utf8')) : {};
const ui: Record<string, string> = { ...read('ui/question.part.yaml'), ...read('ui/en.yaml') };
const shipped = readdirSync(new URL('questions/', content)).flatMap((bank) => {
  const questions: Record<string, Question> = read(`questions/${bank}/bank.yaml`).questions;
  const words: Record<string, QuestionWords> = read(`questions/${bank}/en.yaml`);
  return Object.entries(questions).flatMap(([id, question]) =>
    words[id] ? [{ reference: `${bank}/${id}`, question, words: words[id] }] : [],
  );
});
const types = [...new Set(shipped.map(({ question }) => question.type))];

function render(
  { reference, question, words }: (typeof shipped)[number],
  showFeedback: boolean,
  draft = bestDraft(question),
  disabled = false,
) {
  const options = shuffledOptions(reference, question, 1);
  const some = pickWords(ui, checkWords);
  return renderToStaticMarkup(
    createElement(QuestionBody, {
      question,
      words,
      options,
      value: draft,
      onChange: () => {},
      ui: some,
      name: reference,
      disabled,
      showFeedback,
    }),
  );
}
const asHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
/** Keys shown in place of strings: the prefixes that an island gets do not cover what it says. */
const KEY = /\b(?:check|question|judgement|rating|line)\.[a-z][a-z.-]*[a-z]\b/;

test('all seven types are among the shipped questions', () => {
  expect(types).toHaveLength(7);
});

describe.each(types)('a question of type %s', (type) => {
  const own = shipped.filter(({ question }) => question.type === type);

  test('shows its prompt as the legend of its controls, and no reason before it is answered', () => {
    for (const one of own) {
      const html = render(
        one,
        false,
        startDraft(one.question, shuffledOptions(one.reference, one.question, 1)),
      );
      expect(html, one.reference).toContain(`<legend>${asHtml(one.words.prompt)}</legend>`);
      expect(html, one.reference).not.toMatch(/class="(?:why|tag)/);
      expect(html.replaceAll(/"[^"]*"/g, ''), one.reference).not.toMatch(KEY);
    }
  });

  test('says in feedback why each answer is what it is', () => {
    for (const one of own) {
      const html = render(one, true, fromResponse(one.question, 1));
      const reasons = [
        ...Object.values(one.words.answers ?? {}),
        ...Object.values(one.words.items ?? {}),
      ].flatMap((entry) => (typeof entry === 'string' ? [entry] : [entry.why]));
      for (const reason of [
        ...reasons,
        ...Object.values(one.words.marks ?? {}),
        one.words.why ?? '',
        one.words.explanation ?? '',
      ])
        expect(html, one.reference).toContain(asHtml(reason));
      expect(html.replaceAll(/"[^"]*"/g, ''), one.reference).not.toMatch(KEY);
      expect(html, one.reference).not.toMatch(/<(?:input|button)/);
    }
  });

  test('can be disabled', () => {
    for (const one of own.slice(0, 1))
      expect(render(one, false, bestDraft(one.question), true)).toMatch(/^<fieldset[^>]* disabled=""/);
  });
});
