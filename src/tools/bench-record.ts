import { playsOf, standingOf, sureAndWrongOf } from '../core/grading/index.ts';
import { emptyRecord, type LearnerRecord, mergeRecords, parseRecord } from '../core/progress/index.ts';
import { contentOnce } from '../integrations/content-once.ts';
import { release } from '../integrations/site.ts';
import { medianMs, roundMs } from './median.ts';

const ANSWERS = 2_000;
const RUNS = 200;
/** Repetitions; the median is reported, after code has run before as on a page that is open. */
const TIMES = 9;

/** What a large record costs the pages that read it, in milliseconds on this machine; nothing when the content does not load. */
export function benchRecord(): { name: string; value: string | number }[] {
  const { content } = contentOnce('en');
  if (!content) return [{ name: 'large record', value: 'the content does not load' }];
  const { grading } = release(content);
  const record = largeRecord();
  const text = JSON.stringify(record);
  const one = { ...record, answers: record.answers.slice(1) };
  const path = content.paths[0]?.id ?? '';
  const line = (name: string, act: () => unknown) => ({
    name: `${name} (ms)`,
    value: roundMs(medianMs(act, TIMES)),
  });
  return [
    { name: `${ANSWERS} answers and ${RUNS} runs, bytes as stored`, value: Buffer.byteLength(text) },
    line('read', () => parseRecord(text, Date.now())),
    line('merged with one that lacks an answer', () => mergeRecords(one, record)),
    line('written as text', () => JSON.stringify(record)),
    line('role-plays with endings and competencies', () => playsOf(grading, record)),
    line('sure and wrong', () => sureAndWrongOf(grading, record)),
    line(`standing on ${path}`, () => standingOf(record, path, { today: grading, earlier: [] })),
  ];

  function largeRecord(): LearnerRecord {
    const questions = grading.modules.flatMap(({ id, bank }) =>
      Object.keys(bank).map((key) => `${id}/${key}`),
    );
    const plays = content?.scenarios.map(({ scenario }) => scenario) ?? [];
    const at = Date.UTC(2026, 0, 1);
    return {
      ...emptyRecord,
      answers: Array.from({ length: ANSWERS }, (_, i) => ({
        question: questions[i % questions.length] ?? '',
        response: i % 4,
        sure: 3 as const,
        atMs: at + i * 60_000,
      })),
      runs: Array.from({ length: RUNS }, (_, i) => {
        const { id = '', version = 1, expert = [] } = plays[i % plays.length] ?? {};
        const startedMs = at + i * 3_600_000;
        return {
          scenario: id,
          version,
          seed: i,
          help: 'alone' as const,
          choices: [...expert],
          startedMs,
          atMs: startedMs + 1,
        };
      }),
    };
  }
}

if (import.meta.main) for (const { name, value } of benchRecord()) console.log(`${name}: ${value}`);
