import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { searchDocuments, searchLanguage } from '../../src/core/search/documents.ts';
import {
  answer,
  buildIndex,
  joinedApart,
  openIndex,
  pageOf,
  search,
  snippet,
  worthShowing,
} from '../../src/core/search/index.ts';
import { type LunrJson, packIndex, unpackIndex } from '../../src/core/search/packing.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';

const root = join(import.meta.dirname, '../..');
const { content } = loadContent(root, { lang: 'en', country: 'be', today: '2026-11-22' });
if (!content) throw new Error('The content cannot be loaded.');
const { language, own } = searchLanguage(nodeFiles(root), 'en');
const documents = searchDocuments(content, own);
// As the browser gets it: through JSON.
const index = openIndex(JSON.parse(JSON.stringify(buildIndex(documents, language))));
const questions = parse(readFileSync(join(root, 'tests/content/search-questions.yaml'), 'utf8')) as {
  ask: string;
  find: string[];
}[];

/** Pages of the results in the order in which they stand. */
function pagesFor(query: string): string[] {
  return worthShowing(index, search(index, query)).map((hit) => {
    const document = documents[hit.document];
    return document ? pageOf(document) : '';
  });
}
const first = (query: string, kind?: string) =>
  search(index, query)
    .hits.map((hit) => documents[hit.document])
    .find((document) => !kind || document?.kind === kind);

describe('real questions', () => {
  const known = new Set(documents.map(pageOf));

  test('there are at least sixty, and each names pages that exist', () => {
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(questions.flatMap(({ find }) => find).filter((page) => !known.has(page))).toEqual([]);
  });

  test('the right page is among the first three for at least 95 %', () => {
    const missed = questions.flatMap(({ ask, find }) => {
      const got = pagesFor(ask).slice(0, 3);
      return got.some((page) => find.includes(page)) ? [] : [`${ask} → ${got.join(', ') || 'nothing'}`];
    });
    const share = 1 - missed.length / questions.length;
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('the three best answers, which the page shows first, are those that are tested here', () => {
    const addresses = answer(index, 'annex 15').best.map(({ address }) => address);
    expect(addresses).toContain('glossary/#annex-15');
    expect(addresses.length).toBe(3);
  });
});

describe('smuggling and trafficking', () => {
  test('no synonym joins them', () => {
    const file = parse(readFileSync(join(root, 'content/search/en.yaml'), 'utf8'));
    expect(joinedApart(file, 'en')).toEqual([]);
  });

  test('a synonym that would join them is named', () => {
    const synonyms = [{ say: ['smuggled people', 'lorry'], mean: ['trafficked'] }];
    expect(joinedApart({ synonyms, apart: [['trafficked', 'smuggled']] }, 'en')).toEqual([
      'smuggled people → trafficked',
    ]);
  });

  test('each finds its own term', () => {
    expect(first('smuggling', 'glossary')?.address).toBe('glossary/#smuggling');
    expect(first('trafficking', 'glossary')?.address).toBe('glossary/#trafficking');
  });

  test.each(['trafic', 'traite', 'Trafic des êtres humains', 'mensensmokkel'])(
    '“%s” explains the difference',
    (query) => {
      expect(search(index, query).notes.map(({ id }) => id)).toEqual(['trafic-and-traite']);
    },
  );

  test('“traffic” and “trafficking” do not', () => {
    expect(search(index, 'traffic').notes).toEqual([]);
    expect(search(index, 'trafficking').notes).toEqual([]);
  });
});

describe('inexact queries', () => {
  test.each([
    ['pasport', 'passport'],
    ['idetification', 'identification'],
    ['interpretters', 'interpreter'],
    ['exploitting', 'exploitation'],
  ])('“%s” finds what “%s” finds', (typed, meant) => {
    expect(search(index, typed).hits.length).toBeGreaterThan(0);
    expect(pagesFor(typed).slice(0, 5)).toContain(pagesFor(meant)[0]);
  });

  test('finds a word before it is finished, and not as a beginning once a space follows', () => {
    expect(pagesFor('refl')).toContain('glossary/#reflection-period');
    expect(search(index, 'refl ').hits.length).toBe(0);
  });

  test('a misspelt word has the synonyms of the word', () => {
    expect(pagesFor('pasport taken by bos')).toContain('glossary/#document-retention');
    expect(pagesFor('pasport taken by my boss')[0]).toBe(pagesFor('passport taken by my boss')[0]);
  });

  test('every beginning of a long word finds something while it is typed', () => {
    const beginnings = Array.from({ length: 11 }, (_, i) => 'exploitation'.slice(0, i + 2));
    expect(beginnings.filter((typed) => search(index, typed).hits.length === 0)).toEqual([]);
  });

  test('accents, capitals and French articles do not matter', () => {
    expect(pagesFor("l'ANNEXE 15")[0]).toBe('glossary/#annex-15');
    expect(pagesFor('surya')).toEqual(pagesFor('SÜRYA'));
  });

  test.each(['', '   ', '?!*', '~:^+-', 'the', 'xqzv'])('“%s” throws nothing', (query) => {
    expect(() => answer(index, query)).not.toThrow();
  });
});

describe('telephone numbers', () => {
  const calls = documents.flatMap(({ address, calls: all = [] }) =>
    all.map((call) => ({ address, ...call })),
  );

  test('there are some', () => expect(calls.length).toBeGreaterThan(5));

  test.each(calls)('$phone is found in one piece and in groups, and shown whole', ({ address, phone }) => {
    for (const query of [phone, phone.replace(/\D/g, ''), phone.replaceAll(' ', '.')]) {
      const shown = answer(index, `${query} `);
      const results = [...shown.best, ...shown.groups.flatMap(({ results: some }) => some)];
      const result = results.find((one) => one.address === address);
      expect(
        result?.calls.map((call) => call.phone),
        query,
      ).toContain(phone);
    }
  });
});

describe('the index', () => {
  test('gives the same results in the same order after packing and unpacking', () => {
    const builder = new lunr.Builder();
    builder.ref('number');
    builder.field('title');
    builder.field('text');
    const texts = ['annex annex card', 'annex stay', 'card', 'stay stay stay annex'];
    for (const [number, text] of texts.entries())
      builder.add({ number, title: number === 2 ? 'annex' : '', text });
    const built = builder.build();
    const packed = JSON.parse(JSON.stringify(packIndex(built.toJSON() as LunrJson)));
    const sent = lunr.Index.load(unpackIndex(packed));
    for (const query of ['annex', 'card', 'annex card', 'sta*', 'anex~1', 'title:annex', 'nothing']) {
      expect(
        sent.search(query).map(({ ref }) => ref),
        query,
      ).toEqual(built.search(query).map(({ ref }) => ref));
    }
  });

  test('has every address that a note links to', () => {
    const addresses = new Set(documents.map(({ address }) => address));
    const linked = language.notes.flatMap(({ links }) => links.map(({ address }) => address));
    expect(linked.filter((address) => !addresses.has(address))).toEqual([]);
  });

  test('has a heading for each section of a lesson, with the id that the page gives it', () => {
    const addresses = documents.filter(({ kind }) => kind === 'lesson').map(({ address }) => address);
    expect(addresses).toContain('modules/indicators/control-without-locks/#he-helped-me');
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('contains no text of role-plays or of the final assessment', () => {
    const all = documents.map(({ title, also, text }) => `${title} ${also} ${text}`).join('\n');
    for (const { scenario, words } of content.scenarios) {
      for (const fact of Object.values(words.facts)) expect(all, scenario.id).not.toContain(fact.notebook);
    }
    const asked = content.modules.flatMap(({ bank, bankWords }) =>
      Object.entries(bank)
        .filter(([, question]) => question.use !== 'check')
        .map(([id]) => bankWords[id]?.prompt ?? ''),
    );
    const lessons = documents
      .filter(({ kind }) => kind === 'lesson')
      .map(({ text }) => text)
      .join('\n');
    expect(asked.filter((prompt) => prompt.length > 30 && lessons.includes(prompt))).toEqual([]);
  });
});

describe('a snippet', () => {
  const text = `${'Before it there is a lot to read. '.repeat(12)}The employer keeps the passports of the crew. ${'After it there is more. '.repeat(12)}`;

  test('shows where the words stand, and marks them with their endings', () => {
    const parts = snippet(text, ['employ', 'passport'], 'en');
    expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['employer', 'passports']);
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(210);
  });

  test('is the beginning when the words stand only in the title', () => {
    expect(snippet(text, [], 'en')[0]?.text.startsWith('Before it')).toBe(true);
  });

  test('is the text itself, letter by letter, when that is short', () => {
    const short = 'Ask <b>her</b>: “& the passport?”';
    expect(
      snippet(short, ['passport'], 'en')
        .map((part) => part.text)
        .join(''),
    ).toBe(short);
  });
});
