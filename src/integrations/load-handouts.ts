import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { factsSchema } from '../core/country/schema.ts';
import { courseSchema, sourcesSchema } from '../core/course/schema.ts';
import {
  cardParts,
  type PocketCard,
  type PocketCardWords,
  pocketCardSchema,
  pocketCardWordsSchema,
  type TokenWords,
  tokenWordsSchema,
} from '../core/handout/schema.ts';
import { didYouMean, type LocatedProblem } from '../core/problem/index.ts';
import { scenarioSchema } from '../core/scenario/schema.ts';
import { ContentFiles } from './yaml-files.ts';

export type LoadedCard = PocketCard & { words: PocketCardWords; overdue: boolean };

/** What is printed and stands nowhere else in the course. */
export interface Handouts {
  /** Pocket cards by path. */
  cards: Record<string, LoadedCard>;
  tokens: TokenWords;
}

export interface HandoutOptions {
  /** BCP 47 tag of the words. */
  lang: string;
  /** Day on which things are overdue, as 2026-11-22. */
  today: string;
  /** Overdue things are problems. */
  strict?: boolean;
}

/**
 * Reads and checks `content/handouts/`. Contacts are checked against the course's own country pack; another pack may
 * lack some, and the card then says so.
 *
 * @param root Folder that holds `content/`.
 */
export function loadHandouts(
  root: string,
  options: HandoutOptions,
): { handouts: Handouts; problems: LocatedProblem[] } {
  const files = new ContentFiles(root);
  const { lang, today } = options;
  const course = files.read('content/course.yaml', courseSchema);
  const sources = files.read('content/sources.yaml', sourcesSchema) ?? {};
  const facts = course ? factKeys(files, course.country) : [];
  const cards: Handouts['cards'] = {};
  for (const path of course?.paths ?? []) {
    const cardFile = `content/handouts/${path}/card.yaml`;
    const wordsFile = `content/handouts/${path}/${lang}.yaml`;
    const card = files.read(cardFile, pocketCardSchema);
    const words = files.read(wordsFile, pocketCardWordsSchema);
    if (!card || !words) continue;
    if (card.id !== path)
      files.report(cardFile, {
        code: 'content/wrong-id',
        place: ['id'],
        what: `Is called "${card.id}" and stands in the folder of "${path}".`,
        mend: 'Give folder and card the name of the path.',
      });
    for (const part of cardParts) {
      sameIds(files, wordsFile, [part], Object.keys(card[part]), Object.keys(words[part]));
      for (const [id, keys] of Object.entries(card[part])) {
        for (const key of keys.filter((key) => !(key in sources)))
          files.report(cardFile, {
            code: 'content/unknown-source',
            place: [part, id],
            what: `No source is called "${key}".`,
            mend: `${didYouMean(key, Object.keys(sources))}Otherwise add it to content/sources.yaml.`,
          });
      }
    }
    sameIds(files, wordsFile, ['contacts'], card.contacts, Object.keys(words.contacts));
    for (const [at, key] of card.contacts.entries()) {
      if (facts.includes(key)) continue;
      files.report(cardFile, {
        code: 'content/unknown-fact',
        place: ['contacts', at],
        what: `The country pack has no fact "${key}".`,
        mend: `${didYouMean(key, facts)}Otherwise add it to content/countries/${course?.country}/facts/.`,
      });
    }
    const overdue = card.lookAgainBy < today;
    if (overdue && options.strict)
      files.report(cardFile, {
        code: 'content/overdue',
        place: ['lookAgainBy'],
        what: `Was to be looked at again by ${card.lookAgainBy}.`,
        mend: 'Check it against its sources and set new dates.',
      });
    cards[path] = { ...card, words, overdue };
  }

  const tokensFile = `content/handouts/tokens/${lang}.yaml`;
  const tokens = files.read(tokensFile, tokenWordsSchema) ?? { all: {}, of: {} };
  const names = tokenNames(files, course?.scenarios ?? []);
  for (const [scenario, own] of Object.entries(tokens.of))
    noOthers(files, tokensFile, ['of', scenario], Object.keys(own), names.get(scenario) ?? []);
  noOthers(files, tokensFile, ['of'], Object.keys(tokens.of), [...names.keys()]);
  noOthers(files, tokensFile, ['all'], Object.keys(tokens.all), [...names.values()].flat());
  return { handouts: { cards, tokens }, problems: files.problems };
}

function factKeys(files: ContentFiles, country: string): string[] {
  const folder = `content/countries/${country}/facts`;
  const path = join(files.root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      Object.keys(files.read(`${folder}/${name}`, factsSchema) ?? {}).map(
        (id) => `${name.slice(0, -'.yaml'.length)}.${id}`,
      ),
    );
}

/** Variables and flags of each role-play. */
function tokenNames(files: ContentFiles, scenarios: readonly string[]): Map<string, string[]> {
  return new Map(
    scenarios.map((id) => {
      const scenario = files.read(`content/scenarios/${id}/scenario.yaml`, scenarioSchema);
      return [id, [...Object.keys(scenario?.variables ?? {}), ...(scenario?.flags ?? [])]];
    }),
  );
}

/** Reports words that are missing, and words for nothing. */
function sameIds(
  files: ContentFiles,
  file: string,
  place: string[],
  needed: readonly string[],
  given: readonly string[],
): void {
  for (const id of needed.filter((id) => !given.includes(id)))
    files.report(file, {
      code: 'content/missing-words',
      place,
      what: `Has no words for "${id}".`,
      mend: 'Write them.',
    });
  noOthers(files, file, place, given, needed);
}

function noOthers(
  files: ContentFiles,
  file: string,
  place: string[],
  given: readonly string[],
  known: readonly string[],
): void {
  for (const id of given.filter((id) => !known.includes(id)))
    files.report(file, {
      code: 'content/words-for-nothing',
      place: [...place, id],
      what: `Has words for "${id}", which does not exist.`,
      mend: `${didYouMean(id, known)}Otherwise delete them.`,
    });
}

/**
 * The handouts for pages, read once per language.
 *
 * @throws {Error} when they have problems; the build has listed them before.
 */
export function handoutsOf(lang: string): Handouts {
  const known = cache.get(lang);
  if (known && !import.meta.env?.DEV) return known;
  const { handouts, problems } = loadHandouts(process.cwd(), {
    lang,
    today: new Date().toISOString().slice(0, 10),
  });
  if (problems.length > 0) throw new Error(`The handouts of "${lang}" have ${problems.length} problems.`);
  cache.set(lang, handouts);
  return handouts;
}
const cache = new Map<string, Handouts>();
