/** A course for another country shows that country's facts and no other's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillFacts } from '../../src/core/country/fill.ts';
import type { Content } from '../../src/core/course/index.ts';
import { formatProblem } from '../../src/core/problem/index.ts';
import { type CourseText, courseTexts, splitSentences } from '../../src/editorial/reading/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';

const project = join(import.meta.dirname, '../..');
const today = '2026-11-22';
const load = (country?: string) => loadContent(project, { lang: 'en', country, today });
const read = (file: string) => readFileSync(join(project, file), 'utf8');

const reference = load();
const belgium = reference.content as Content;
const others = readdirSync(join(project, 'content/countries')).filter(
  (id) => id !== belgium.course.country && existsSync(join(project, 'content/countries', id, 'pack.yaml')),
);

describe.each(others)('a course for %s', (country) => {
  const { content, problems } = load(country);

  test('has no problems', () => {
    expect(problems.map(formatProblem).join('\n\n')).toBe('');
  });

  test('has the facts of its own pack and no more, each from its own files', () => {
    const folder = join(project, 'content/countries', country, 'facts');
    const own = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^([a-z][a-z0-9-]*):/gm)].map(
        ([, id]) => `${file.replace('.yaml', '')}.${id}`,
      ),
    );
    expect(Object.keys(content?.country.facts ?? {}).sort()).toEqual(own.sort());
    const missing = Object.keys(belgium.country.facts).filter((key) => !own.includes(key));
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((key) => content?.country.facts[key] !== undefined)).toEqual([]);
  });

  test('repeats nothing of the reference pack: no text, no number, no address', () => {
    const shared = ['112']; // The European emergency number.
    const said = (facts: Content['country']['facts']) =>
      Object.values(facts).flatMap((fact) => [
        { key: fact.key, value: fact.text.replace(/\s+/g, ' ').trim() },
        ...[fact, ...(fact.list ?? [])].flatMap(({ phone, site, email }) =>
          [phone, site, email]
            .filter((value) => value !== undefined)
            .map((value) => ({ key: fact.key, value })),
        ),
      ]);
    const theirs = new Set(said(belgium.country.facts).map(({ value }) => value));
    const repeated = said(content?.country.facts ?? {}).filter(
      ({ value }) => theirs.has(value) && !shared.includes(value),
    );
    expect(repeated).toEqual([]);
  });

  test('leaves out what belongs to another country: not in a bank, not among a lesson’s checks', () => {
    for (const [at, module] of (content?.modules ?? []).entries()) {
      const whole = belgium.modules[at];
      const foreign = Object.entries(whole?.bank ?? {})
        .filter(([, question]) => question.country && question.country !== country)
        .map(([id]) => id);
      expect(module.leftOut).toEqual(foreign);
      const kept = Object.keys(whole?.bank ?? {}).filter((id) => !foreign.includes(id));
      expect(Object.keys(module.bank)).toEqual(kept);
      expect(Object.keys(module.bankWords).sort()).toEqual([...kept].sort());
      for (const [i, lesson] of module.lessons.entries()) {
        const all = whole?.lessons[i]?.checks ?? [];
        expect(lesson.checks).toEqual(all.filter((id) => !foreign.includes(id)));
        // Minutes are counted without them, too.
        if (lesson.checks.length < all.length)
          expect(lesson.words).toBeLessThan(whole?.lessons[i]?.words ?? 0);
      }
    }
    expect(content?.modules.flatMap(({ leftOut }) => leftOut).length).toBeGreaterThan(0);
  });

  test('names nothing of the reference country where it would seem to apply', () => {
    const found = courseTexts(content as Content)
      .filter(({ kind }) => kind !== 'term')
      .flatMap((text) => namesOfBelgium(text));
    expect(found.join('\n')).toBe('');
  });

  test('says of every term that belongs to the reference country that it does', () => {
    // The glossary is one for all countries: sources and role-plays use these words. It must say whose they are.
    const rules = [...belgianNames(), ...BELGIAN];
    const unmarked = Object.entries(content?.glossaryWords ?? {}).flatMap(
      ([id, { term, also, definition }]) => {
        const name = rules
          .map((rule) => rule.exec([term, ...also, definition].join(' · '))?.[0])
          .find(Boolean);
        return name && !/\bBelgi(um|an)\b/.test(definition) ? [`${id} says “${name}”: ${definition}`] : [];
      },
    );
    expect(unmarked.join('\n')).toBe('');
    // Nor does a glossary hold a number to call: those stand in packs.
    const numbers = Object.entries(content?.glossaryWords ?? {}).filter(([, { definition }]) =>
      /\+32|\b0\d{2,3}[ /]\d{2}|\b116 \d{3}\b/.test(definition),
    );
    expect(numbers).toEqual([]);
  });

  test('draws no procedure of the reference country, and says so in its place', () => {
    const drawn = read('src/components/mdx/Diagram.astro');
    const elsewhere = Object.entries(belgium.diagrams).filter(([, { labels }]) => labels.elsewhere);
    expect(elsewhere.map(([id]) => id)).toEqual(['cooperation-map', 'protection-timeline']);
    for (const [id, { labels }] of elsewhere) {
      expect(drawn).toContain(`'${id}': 'procedure.model'`);
      expect(labels.elsewhere).toMatch(/Belgium.*\{country\}/);
    }
    expect(belgium.country.facts['procedure.model']).toBeDefined();
    expect(content?.country.facts['procedure.model']).toBeUndefined();
    // What such a drawing says must not stand in any other.
    const others = Object.entries(belgium.diagrams).filter(([, { labels }]) => !labels.elsewhere);
    expect(others.filter(([, words]) => /Belgi(um|an)/.test(JSON.stringify(words)))).toEqual([]);
  });

  test('fills the texts of every country from its own pack', () => {
    const { alt } = content?.diagrams['three-elements'] ?? { alt: '' };
    const filled = (of: Content) => fillFacts(alt, of.country, 'MISSING');
    expect(filled(belgium)).toContain(
      'Belgium: No means needed, except for forced offences; means make it graver.',
    );
    expect(filled(content as Content)).toContain(`${content?.country.name}: MISSING.`);
  });
});

test('the reference course leaves nothing out', () => {
  expect(belgium.modules.flatMap(({ leftOut }) => leftOut)).toEqual([]);
});

describe('the words that every country shares', () => {
  const texts = courseTexts(belgium).filter(({ kind }) => kind !== 'fact' && kind !== 'term');
  const ofCountry = new Set(
    belgium.modules.flatMap((module) =>
      Object.entries(module.bank)
        .filter(([, question]) => question.country)
        .map(([id]) => `content/questions/${module.id}/en.yaml ${id}`),
    ),
  );
  const shared = texts.filter((text) => !ofCountry.has(`${text.file} ${text.place.split('.')[0]}`));

  // The glossary is left out here: it explains the reference country's terms and says that they are Belgian.
  test('name none of its institutions, articles, documents or numbers', () => {
    expect(shared.flatMap((text) => namesOfBelgium(text)).join('\n')).toBe('');
  });

  test('name the country only where a source is cited for it', () => {
    const found = shared
      .filter(
        ({ kind, text, sources }) =>
          kind !== 'diagram' && /\bBelgi(um|an)/.test(text) && sources.length === 0,
      )
      .map((text) => `${where(text)}: ${sentenceAt(text.text, text.text.search(/Belgi(um|an)/))}`);
    expect(found.join('\n')).toBe('');
  });

  test('mark every question about the law of a country with that country', () => {
    const found = texts
      .filter(({ kind, text }) => kind === 'question' && /\bBelgi(um|an)/.test(text))
      .filter((text) => shared.includes(text))
      .map((text) => `${where(text)} needs “country: be” in bank.yaml: ${text.text}`);
    expect(found.join('\n')).toBe('');
  });

  test('are checked with rules that find examples of each fault', () => {
    const samples = [
      'Call Payoke.',
      'Article 433quinquies asks for no means.',
      'Ring 078 15 43 24.',
      'She gets an annex 15.',
      'He has 45 days.',
      'The CPAS pays.',
      'Explain the three conditions.',
      'One of the three recognised centres.',
    ];
    const rules = [...belgianNames(), ...BELGIAN];
    expect(samples.filter((sample) => !rules.some((rule) => rule.test(sample)))).toEqual([]);
    const innocent = [
      'three centres of gravity, on certain conditions',
      '45 minutes',
      'He is 45.',
      'Ring 112.',
      'the third chapter',
      'a guardian is appointed',
    ];
    expect(innocent.filter((sample) => rules.some((rule) => rule.test(sample)))).toEqual([]);
  });
});

/** Law, papers and services of Belgium that the pack's contacts do not name. */
const BELGIAN: readonly RegExp[] = [
  /\b433(?:bis|ter|quater|quinquies|sexies|septies|octies|novies)?\b/,
  /\b77(?:bis|ter|quater|quinquies)\b/,
  /\b458(?:bis)?\b|\b422bis\b/,
  /\b(?:annex|annexe|bijlage) 15\b/i,
  /\b45 days\b/i,
  /\bcard [AB]\b/,
  /\battestation (?:of|d')immatriculation\b|\battest van immatriculatie\b/i,
  /\b(?:law|circular|royal decree) of \d/i,
  /\blabour auditor\b/i,
  /\breference magistrate\b/i,
  /\bMINTEH\b|\bOE\/DVZ\b/,
  /\b(?:CPAS|OCMW|ONSS|RSZ|CPVS|ZSG|FPS)\b/,
  /\bFederal (?:Judicial )?Police\b/,
  /\bChild Focus\b|\bFedasil\b|\bMinor-Ndako\b|\bEsperanto\b/,
  /\bS[uü]rya\b/i,
  /\bOrder of Physicians\b/i,
  /\bthree conditions\b/i,
  /\bthree (?:recognised|specialised) centres\b/i,
];

/** What a text names of Belgium, with the sentence in which it stands; authors of what is cited there are left out. */
function namesOfBelgium(text: CourseText): string[] {
  return [...belgianNames(), ...BELGIAN].flatMap((name) => {
    const match = name.exec(text.text);
    return match && !isAuthor(match[0], text)
      ? [`${where(text)} says “${match[0]}”: ${sentenceAt(text.text, match.index)}`]
      : [];
  });
}

/** Names, numbers and addresses of the contacts in the reference pack. */
function belgianNames(): RegExp[] {
  const facts = Object.values(belgium.country.facts).filter(({ kind }) => kind === 'contact');
  const entries = facts.flatMap((fact) => [fact, ...(fact.list ?? [])]);
  // Names in capitals; "Emergency services" and the like are words of every country.
  const names = facts
    .flatMap(({ names }) => Object.values(names).map(({ name }) => name))
    .filter((name) => !/\s/.test(name));
  const shorts = facts.flatMap(({ short = '' }) =>
    [...short.matchAll(/^([A-Z]\w+)(?=,)/g)].map(([, name]) => name ?? ''),
  );
  const numbers = entries.flatMap(({ phone }) =>
    // Four digits can be a year or the number of a directive.
    phone && phone.length > 4 ? [phone, phone.replace(/^\+32 /, '0')] : [],
  );
  const sites = entries.flatMap(({ site, email }) => [site, email].filter((value) => value !== undefined));
  return [...new Set([...names, ...shorts, ...numbers, ...sites])].map(
    (name) =>
      new RegExp(`(?<![\\p{L}\\d])${name.replace(/[.+*?()[\]{}|\\^$]/g, '\\$&')}(?![\\p{L}\\d])`, 'u'),
  );
}

/** An institution may be named as the author of what is cited there. */
function isAuthor(name: string, { sources }: CourseText): boolean {
  return sources.some((key) => belgium.sources[key]?.publisher.includes(name));
}

function where({ kind, file, place }: CourseText): string {
  return kind === 'lesson' ? `${file}:${place}` : `${file} › ${place}`;
}

function sentenceAt(text: string, at: number): string {
  return splitSentences(text).find(({ start, end }) => at >= start && at < end)?.text ?? text;
}
