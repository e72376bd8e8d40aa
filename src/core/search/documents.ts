import GithubSlugger from 'github-slugger';
import { type Content, ContentFiles, type Files, type Lesson, type LoadedModule } from '../course/index.ts';
import { formatProblem } from '../problem/index.ts';
import type { SearchDocument } from './document.ts';
import { joinedApart } from './language.ts';
import { type SearchLanguage, type SearchLanguageFile, searchLanguageSchema } from './schema.ts';

/** What the search adds to the content. */
export type SearchOwn = Pick<SearchLanguageFile, 'topics' | 'pages'>;

/**
 * What the search knows of a language. Without its file a new language is searched by its words alone.
 *
 * @throws {Error} that lists every problem of `content/search/<lang>.yaml`, synonyms that must not be among them.
 */
export function searchLanguage(from: Files, lang: string): { language: SearchLanguage; own: SearchOwn } {
  const files = new ContentFiles(from);
  const path = `content/search/${lang}.yaml`;
  const file =
    from.read(path) !== undefined ? files.read(path, searchLanguageSchema) : searchLanguageSchema.parse({});
  for (const joined of file ? joinedApart(file, lang) : []) {
    files.report(path, {
      code: 'search/joined-apart',
      place: ['synonyms'],
      what: `Takes one for the other: ${joined}.`,
      mend: 'Delete this synonym; explain the difference in a note.',
    });
  }
  if (!file || files.problems.length > 0) throw new Error(files.problems.map(formatProblem).join('\n'));
  const { ignore, synonyms, notes, topics, pages } = file;
  return { language: { lang, ignore, synonyms, notes }, own: { topics, pages } };
}

/** Everything that can be found in one language. Of role-plays only what is shown before they begin. */
export function searchDocuments(content: Content, own: SearchOwn): SearchDocument[] {
  return [
    ...content.modules.flatMap((module) =>
      module.lessons.flatMap((lesson) => lessonDocuments(module, lesson)),
    ),
    ...rolePlayDocuments(content),
    ...glossaryDocuments(content),
    ...countryDocuments(content, own.topics),
    ...pageDocuments(content, own),
    ...sourceDocuments(content),
  ];
}

/** One document per heading, with the prompts of the checks that stand under it. */
function lessonDocuments(module: LoadedModule, lesson: Lesson): SearchDocument[] {
  const { title, summary } = lesson.frontmatter;
  const { sections, headings, tags } = lesson.reading;
  // The same ids that Astro gives to headings, doubles included.
  const slugger = new GithubSlugger();
  const address = `modules/${module.id}/${lesson.id}/`;
  return sections.map((section, i) => {
    const from = i === 0 ? 0 : (headings[i - 1]?.line ?? 0);
    const to = headings[i]?.line ?? Number.POSITIVE_INFINITY;
    const prompts = tags
      .filter(({ name, line }) => name === 'Check' && line >= from && line < to)
      .map(({ attributes }) => String(attributes.id))
      // What the final assessment may ask as well stays out of the search.
      .filter((id) => module.bank[id]?.use === 'check')
      .map((id) => module.bankWords[id]?.prompt ?? '');
    const text = tidy([i === 0 ? summary : '', wordsUnder(section), ...prompts].join(' '));
    return i === 0
      ? { kind: 'lesson', title, within: module.words.title, also: '', text, address }
      : {
          kind: 'lesson',
          title: section.heading,
          within: title,
          also: '',
          text,
          address: `${address}#${slugger.slug(section.heading)}`,
        };
  });
}

function rolePlayDocuments({ scenarios }: Content): SearchDocument[] {
  return scenarios.map(({ scenario, words }) => ({
    kind: 'role-play',
    title: words.title,
    within: words.role,
    also: words.place,
    text: tidy(`${words.summary} ${words.place}. ${words.task} ${words.opening}`),
    address: `role-plays/${scenario.id}/`,
  }));
}

function glossaryDocuments({ glossary, glossaryWords }: Content): SearchDocument[] {
  return Object.entries(glossaryWords).map(([id, { term, definition, also }]) => ({
    kind: 'glossary',
    title: term,
    within: '',
    also: [...also, glossary[id]?.fr ?? '', glossary[id]?.nl ?? ''].join(' · '),
    text: definition,
    address: `glossary/#${id}`,
  }));
}

function countryDocuments({ country }: Content, topics: SearchOwn['topics']): SearchDocument[] {
  return Object.values(country.facts).map((fact) => ({
    kind: 'country',
    ...callsOf(fact),
    title: fact.label,
    within: country.name,
    also: [
      fact.short ?? '',
      topics[fact.key.split('.')[0] ?? ''] ?? '',
      ...Object.values(fact.names).map(({ name }) => name),
      ...(callsOf(fact).calls ?? []).map(({ phone }) => phone),
    ].join(' · '),
    text: tidy(
      [
        fact.text,
        ...Object.values(fact.names).map(({ name, note }) => `${name}${note ? ` (${note})` : ''}.`),
      ].join(' '),
    ),
    address: `country/#${fact.key}`,
  }));
}

/** The numbers of a contact, as its fact in the country pack shows them. */
function callsOf({ phone, list, names }: Content['country']['facts'][string]): Pick<SearchDocument, 'calls'> {
  const calls = [
    ...(phone ? [{ name: '', phone }] : []),
    ...(list ?? []).flatMap((entry) =>
      entry.phone ? [{ name: names[entry.id]?.name ?? '', phone: entry.phone }] : [],
    ),
  ];
  return calls.length > 0 ? { calls } : {};
}

function pageDocuments({ lang, modules, paths }: Content, { topics, pages }: SearchOwn): SearchDocument[] {
  const found = [
    ...modules.map(({ id, words }) => ({
      title: words.title,
      text: [words.summary, ...Object.values(words.objectives)].join(' '),
      also: topics.modules ?? '',
      address: `modules/${id}/`,
    })),
    ...paths.map(({ id, words }) => ({
      title: words[lang]?.title ?? id,
      text: `${words[lang]?.summary ?? ''} ${words[lang]?.audience ?? ''}`,
      also: topics.paths ?? '',
      address: `paths/${id}/`,
    })),
    ...pages.map((page) => ({ ...page, also: '' })),
  ];
  return found.map(({ title, text, also, address }) => ({
    kind: 'page',
    title,
    within: '',
    also,
    text: tidy(text),
    address,
  }));
}

function sourceDocuments({ sources }: Content): SearchDocument[] {
  return Object.entries(sources).map(([key, source]) => ({
    kind: 'source',
    title: source.title,
    within: source.short,
    also: `${key} ${source.publisher} ${source.year}`,
    text: source.goodFor,
    address: `sources/#${key}`,
  }));
}

/** The reading counts a heading among its section's words; a snippet under the heading need not say it again. */
function wordsUnder({ heading, text }: { heading: string; text: string }): string {
  const [words, said] = [tidy(text), tidy(heading)];
  return words.startsWith(said) ? words.slice(said.length) : words;
}

/** One line, without the gaps that taken-out tags leave. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)\]])/g, '$1')
    .replace(/([([]) /g, '$1')
    .trim();
}
