import { loadingWords } from './loading-words.ts';

/** What a record's numbers are called, in the order shown. */
export const recordCounts = ['lessons', 'answers', 'runs', 'attempts'] as const;

/** Interface strings of `RecordPage`. */
export const recordWords = [
  ...loadingWords,
  ...recordCounts.map((count) => `record.${count}` as const),
  'record.notSafe',
  'record.persisted',
  'record.notPersisted',
  'record.askPersist',
  'record.persistRefused',
  'record.export',
  'record.certificates',
  'record.import',
  'record.file',
  'record.unreadableFile',
  'record.tooLarge',
  'record.merged',
  'record.mergedPartly',
  'record.problem.not-json',
  'record.problem.not-a-record',
  'record.problem.newer',
  'record.erase',
  'record.eraseTitle',
  'record.eraseText',
  'record.eraseYes',
  'record.eraseNo',
  'record.erased',
] as const;
export type RecordWord = (typeof recordWords)[number];
