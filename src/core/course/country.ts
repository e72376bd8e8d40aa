import {
  callNeeds,
  type Fact,
  type FactWords,
  factsSchema,
  factsWordsSchema,
  packSchema,
  packWordsSchema,
} from '../country/schema.ts';
import { type ContentChecks, checkWords } from './checks.ts';
import type { ContentFiles } from './content-files.ts';
import { namesIn } from './files.ts';

/** A fact with its words; `caveat` is the warning itself. */
export type CountryFact = Fact &
  Omit<FactWords, 'list'> & { key: string; overdue: boolean; names: NonNullable<FactWords['list']> };
export interface Country {
  id: string;
  name: string;
  summary: string;
  languages: string[];
  facts: Record<string, CountryFact>;
  /** Whether all its files could be read: only then is a fact that is not there an unknown one. */
  isWhole: boolean;
}

/** A country pack in one language, with what is wrong in it noted in `files`. */
export function loadCountry(
  files: ContentFiles,
  id: string,
  lang: string,
  { noteOverdue, checkSources }: ContentChecks,
): Country {
  const folder = `content/countries/${id}`;
  const pack = files.read(`${folder}/pack.yaml`, packSchema);
  const words = files.read(`${folder}/${lang}/pack.yaml`, packWordsSchema);
  const facts: Record<string, CountryFact> = {};
  let isWhole = true;
  for (const name of namesIn(files.from, `${folder}/facts`, '.yaml')) {
    const structure = files.read(`${folder}/facts/${name}.yaml`, factsSchema);
    const wordsFile = `${folder}/${lang}/${name}.yaml`;
    const texts = files.read(wordsFile, factsWordsSchema);
    checkWords(files, wordsFile, structure && Object.keys(structure), texts);
    if (!structure || !texts) isWhole = false;
    for (const [factId, fact] of Object.entries(structure ?? {})) {
      checkSources(`${folder}/facts/${name}.yaml`, fact.sources, [factId]);
      const text = texts?.[factId];
      if (!text) continue;
      const missing = (fact.list ?? []).filter((entry) => !text.list?.[entry.id]).map((entry) => entry.id);
      if (missing.length > 0)
        files.report(wordsFile, {
          code: 'content/missing-words',
          place: [factId, 'list'],
          what: `Has no words for ${missing.join(', ')}.`,
          mend: 'Write them.',
        });
      const key = `${name}.${factId}`;
      const hasPhone = fact.phone !== undefined || fact.list?.some(({ phone }) => phone !== undefined);
      if (hasPhone && fact.needs.length === 0)
        files.report(`${folder}/facts/${name}.yaml`, {
          code: 'content/contact-without-need',
          place: [factId],
          what: 'Has a phone number and stands in no section of the page of numbers.',
          mend: `Add needs: a list of ${callNeeds.join(', ')}.`,
        });
      const { list: names = {}, ...said } = text;
      const caveat = fact.caveat && words?.caveats[fact.caveat];
      if (fact.caveat && words && !caveat)
        files.report(`${folder}/${lang}/pack.yaml`, {
          code: 'content/missing-words',
          place: ['caveats'],
          what: `Has no words for "${fact.caveat}", the caveat of ${key}.`,
          mend: 'Write them.',
        });
      facts[key] = {
        ...fact,
        ...said,
        names,
        caveat,
        key,
        overdue: noteOverdue(`${folder}/facts/${name}.yaml`, factId, fact.lookAgainBy),
      };
    }
  }
  return {
    id,
    name: words?.name ?? id,
    summary: words?.summary ?? '',
    languages: pack?.languages ?? [],
    facts,
    isWhole,
  };
}
