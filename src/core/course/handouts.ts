import {
  cardParts,
  type PocketCard,
  type PocketCardWords,
  pocketCardSchema,
  pocketCardWordsSchema,
  type TokenWords,
  tokenWordsSchema,
} from '../handout/schema.ts';
import { didYouMean } from '../problem/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { type ContentChecks, checkWords, noOthers } from './checks.ts';
import type { ContentFiles } from './content-files.ts';
import type { Course } from './schema.ts';

export type LoadedCard = PocketCard & { words: PocketCardWords; overdue: boolean };

/** What is printed and stands nowhere else in the course. */
export interface Handouts {
  /** Pocket cards by path. */
  cards: Record<string, LoadedCard>;
  tokens: TokenWords;
}

/** What handouts are checked against; absent where it cannot be read. */
interface Known {
  /** Facts of the course's own country pack. Another pack may lack some, and the card then says so. */
  facts: readonly string[] | undefined;
  scenarios: readonly Scenario[];
}

/** Reads and checks `content/handouts/`. */
export function loadHandouts(
  files: ContentFiles,
  lang: string,
  course: Course,
  known: Known,
  checks: ContentChecks,
): Handouts {
  const cards = Object.fromEntries(
    course.paths.flatMap((path) => {
      const card = loadCard(files, path, lang, course.country, known.facts, checks);
      return card ? [[path, card]] : [];
    }),
  );
  return { cards, tokens: loadTokens(files, lang, known.scenarios, course) };
}

function loadCard(
  files: ContentFiles,
  path: string,
  lang: string,
  country: string,
  facts: readonly string[] | undefined,
  { noteOverdue, checkSources }: ContentChecks,
): LoadedCard | undefined {
  const cardFile = `content/handouts/${path}/card.yaml`;
  const wordsFile = `content/handouts/${path}/${lang}.yaml`;
  const card = files.read(cardFile, pocketCardSchema);
  const words = files.read(wordsFile, pocketCardWordsSchema);
  if (!card) return undefined;
  if (card.id !== path)
    files.report(cardFile, {
      code: 'content/wrong-id',
      place: ['id'],
      what: `Is called "${card.id}" and stands in the folder of "${path}".`,
      mend: 'Give folder and card the name of the path.',
    });
  for (const part of cardParts) {
    checkWords(files, wordsFile, Object.keys(card[part]), words?.[part], [part]);
    for (const [id, keys] of Object.entries(card[part])) checkSources(cardFile, keys, [part, id]);
  }
  checkWords(files, wordsFile, card.contacts, words?.contacts, ['contacts']);
  for (const [at, key] of card.contacts.entries())
    if (facts && !facts.includes(key))
      files.report(cardFile, {
        code: 'content/unknown-fact',
        place: ['contacts', at],
        what: `The country pack has no fact "${key}".`,
        mend: didYouMean(key, facts, `add it to content/countries/${country}/facts/`),
      });
  const overdue = noteOverdue(cardFile, card.id, card.lookAgainBy);
  return words && { ...card, words, overdue };
}

/** Words for counters and markers. Those of a role-play that cannot be read are left alone. */
function loadTokens(
  files: ContentFiles,
  lang: string,
  scenarios: readonly Scenario[],
  course: Course,
): TokenWords {
  const file = `content/handouts/tokens/${lang}.yaml`;
  const tokens = files.read(file, tokenWordsSchema) ?? { all: {}, of: {} };
  const names = new Map(
    scenarios.map(({ id, variables, flags }) => [id, [...Object.keys(variables), ...flags]]),
  );
  for (const [scenario, own] of Object.entries(tokens.of)) {
    const ids = names.get(scenario);
    if (ids) noOthers(files, file, Object.keys(own), ids, ['of', scenario]);
  }
  noOthers(files, file, Object.keys(tokens.of), course.scenarios, ['of']);
  if (names.size === course.scenarios.length)
    noOthers(files, file, Object.keys(tokens.all), [...names.values()].flat(), ['all']);
  return tokens;
}
