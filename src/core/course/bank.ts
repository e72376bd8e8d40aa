import {
  type BankQuestion,
  type QuestionWords,
  questionProblems,
  questionWordsProblems,
} from '../question/index.ts';
import { bankSchema, bankWordsSchema } from '../question/schema.ts';
import { countWords } from '../reading-time/index.ts';
import { type ContentChecks, checkIds, checkWords } from './checks.ts';
import type { ContentFiles } from './content-files.ts';

/** The module that a bank belongs to, and what its questions may name. */
interface BankContext extends Pick<ContentChecks, 'checkSources'> {
  id: string;
  lessonIds: readonly string[];
  objectives: readonly string[];
  /** Countries that have a pack. */
  countries: readonly string[];
}

/** A module's questions and their words, checked, those of every country. Absent where a file could not be read. */
export function loadBank(
  files: ContentFiles,
  lang: string,
  module: BankContext,
): { bank: Record<string, BankQuestion> | undefined; words: Record<string, QuestionWords> | undefined } {
  const bankFile = bankFileOf(module.id);
  const wordsFile = `content/questions/${module.id}/${lang}.yaml`;
  const bank = files.read(bankFile, bankSchema)?.questions;
  const words = files.read(wordsFile, bankWordsSchema);
  checkWords(files, wordsFile, bank && Object.keys(bank), words);
  for (const [questionId, question] of Object.entries(bank ?? {})) {
    const place = ['questions', questionId];
    module.checkSources(bankFile, question.sources, [...place, 'sources']);
    const check = (
      key: 'lesson' | 'objective' | 'country',
      kind: string,
      known: readonly string[],
      mend: string,
    ) => checkIds(files, bankFile, [...place, key], kind, question[key] ? [question[key]] : [], known, mend);
    check('lesson', `lesson of ${module.id}`, module.lessonIds, 'name a lesson of this module');
    check('objective', `objective of ${module.id}`, module.objectives, 'name an objective of this module');
    check('country', 'country pack', module.countries, 'write the pack, or delete the line');
    for (const problem of questionProblems(question))
      files.report(bankFile, { ...problem, place: [...place, ...problem.place] });
    const said = words?.[questionId];
    if (said)
      for (const problem of questionWordsProblems(question, said))
        files.report(wordsFile, { ...problem, place: [questionId, ...problem.place] });
  }
  return { bank, words };
}

export function bankFileOf(moduleId: string): string {
  return `content/questions/${moduleId}/bank.yaml`;
}

/** Words that a learner reads in a question. */
export function questionWordCount(words: QuestionWords | undefined): number {
  if (!words) return 0;
  const texts = [
    words.prompt,
    words.passage ?? '',
    words.says ?? '',
    ...[words.answers, words.items].flatMap((map) =>
      Object.values(map ?? {}).map((entry) => (typeof entry === 'string' ? entry : entry.text)),
    ),
  ];
  return texts.reduce((sum, text) => sum + countWords(text), 0);
}
