/** The hash of a release moves with what decides a result, and with nothing else: decision 0023. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  claimFor,
  openToken,
  packClaim,
  releaseHash,
  verifyClaim,
} from '../../src/core/certificate/index.ts';
import type { Content } from '../../src/core/course/index.ts';
import {
  drawAssessment,
  type GradedCourse,
  gradingContent,
  type Release,
  standingOf,
} from '../../src/core/grading/index.ts';
import { formatProblem } from '../../src/core/problem/index.ts';
import { emptyRecord, finishLesson, type LearnerRecord } from '../../src/core/progress/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { release } from '../../src/integrations/site.ts';
import { bestResponse, LAST_DAY, utcDay } from '../fixtures/grading.ts';
import { addArabic, copySmallCourse, MODULE, rewrite } from '../fixtures/small-course.ts';

// Reading and proving a course takes its time on a loaded machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Course = Pick<Content, 'modules' | 'scenarios' | 'paths'>;
const hashOf = (course: GradedCourse) => releaseHash(JSON.stringify(gradingContent(course)));

function load(root: string, lang: string, today = '2026-11-22'): Content {
  const { content, problems } = loadContent(root, { lang, today });
  if (!content || problems.length > 0) throw new Error(problems.map(formatProblem).join('\n\n'));
  return content;
}

/** A copy in which `change` has changed something; the parts that it is not given stay shared. */
function changed(course: Course, change: (copy: Course) => void): Course {
  const copy = structuredClone({
    modules: course.modules,
    scenarios: course.scenarios,
    paths: course.paths,
  });
  change(copy);
  return copy;
}

const some = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const value = <T>(map: Record<string, T>, n: number): T => some(Object.values(map), n);
const choiceOf = (course: Course, n: number) =>
  value(value(some(course.scenarios, n).scenario.decisions, n).choices, n);

/** Edits that decide nothing; `n` says which of many things they meet. */
const harmless: Record<string, (course: Course, n: number) => void> = {
  'a date of a lesson': (course, n) => {
    const lesson = some(some(course.modules, n).lessons, n);
    lesson.checkedOn = '2027-01-01';
    lesson.lookAgainBy = '2028-01-01';
    lesson.overdue = !lesson.overdue;
  },
  'a review status': (course, n) => {
    some(some(course.modules, n).lessons, n).review = 'expert-approved';
    value(some(course.modules, n).bank, n).review = 'expert-approved';
    some(course.scenarios, n).scenario.review = 'expert-approved';
  },
  'a date of a role-play': (course, n) => {
    some(course.scenarios, n).scenario.lookAgainBy = '2028-01-01';
    some(course.scenarios, n).scenario.checkedOn = '2027-01-01';
  },
  sources: (course, n) => {
    value(some(course.modules, n).bank, n).sources.push('PALERMO');
    choiceOf(course, n).sources.push('PALERMO');
  },
  words: (course, n) => {
    some(some(course.modules, n).lessons, n).words += 200;
    some(course.scenarios, n).words.opening += ' And it rains.';
    value(some(course.modules, n).bankWords, n).prompt += ' Why?';
    some(course.paths, n).words.fr = { title: 'Police', summary: 'Police', audience: 'Police' };
  },
  'an objective': (course, n) => {
    value(some(course.modules, n).bank, n).objective = 'another';
  },
  'a portrait, a bearing, a kind of line, a variant': (course, n) => {
    const { scenario } = some(course.scenarios, n);
    value(scenario.people, n).portrait.glasses = true;
    scenario.bearing = [{ is: 'guarded' }];
    choiceOf(course, n).line = 'threat';
    choiceOf(course, n).replies = [{ id: 'other' }];
  },
  'the lesson to begin with': (course, n) => {
    some(course.paths, n).shortOfTime = 'first/one';
  },
  'a module and a role-play that no path asks for': (course, n) => {
    course.modules.push({ ...some(course.modules, n), id: 'extra' });
    const { scenario, words } = some(course.scenarios, n);
    course.scenarios.push({ scenario: { ...scenario, id: 'extra' }, words });
  },
};

/** Edits that decide a result. */
const decisive: Record<string, (course: Course, n: number) => void> = {
  'a key': (course, n) => {
    const bank = some(course.modules, n).bank;
    const question = value(bank, n);
    if (question.type === 'single-choice')
      question.correct = question.answers.find((id) => id !== question.correct) as string;
    else if (question.type === 'multiple-choice') question.correct = question.correct.slice(1);
    else if (question.type === 'graded-choice')
      question.answers = Object.fromEntries(Object.entries(question.answers).reverse());
    else if (question.type === 'ordering') question.items.reverse();
    else if (question.type === 'sorting')
      question.items = { ...question.items, more: question.groups[0] as string };
    else if (question.type === 'marking') question.others = question.others.slice(1);
    else question.offered.reverse();
  },
  'a question less': (course, n) => {
    const bank = some(course.modules, n).bank;
    delete bank[some(Object.keys(bank), n)];
  },
  'the use of a question': (course, n) => {
    const question = value(some(course.modules, n).bank, n);
    question.use = question.use === 'both' ? 'exam' : 'both';
  },
  'a rating': (course, n) => {
    const choice = choiceOf(course, n);
    choice.rating = choice.rating === 'poor' ? 'acceptable' : 'poor';
  },
  points: (course, n) => {
    const choice = choiceOf(course, n);
    choice.points.care = (choice.points.care ?? 0) + 1;
  },
  'the condition of a choice': (course, n) => {
    const choice = choiceOf(course, n);
    choice.when = choice.when ? undefined : 'trust >= 1';
  },
  'a gate, an effect, a way on': (course, n) => {
    const { scenario } = some(course.scenarios, n);
    if (n % 3 === 0) value(scenario.facts, n).gate = 'trust >= 17';
    else if (n % 3 === 1) choiceOf(course, n).effects.push('trust +1');
    else choiceOf(course, n).next = [{ when: 'trust >= 17', to: 'end' }, { to: 'end' }];
  },
  'the condition that passes': (course, n) => {
    some(course.scenarios, n).scenario.pass += ' and trust >= 1';
  },
  'a version': (course, n) => {
    some(course.scenarios, n).scenario.version++;
  },
  'minutes of a lesson': (course, n) => {
    some(some(course.modules, n).lessons, n).minutes++;
  },
  'minutes of a role-play': (course, n) => {
    some(course.scenarios, n).scenario.minutes++;
  },
  'what a path asks': (course, n) => {
    const path = some(course.paths, n);
    if (n % 3 === 0) path.assessment.questions--;
    else if (n % 3 === 1) path.assessment.passShare -= 0.01;
    else path.scenarios.pass++;
  },
};

describe('over the shipped content', () => {
  const shipped = load(process.cwd(), 'en');
  const hash = hashOf(shipped);
  const where = fc.nat(10_000);

  test.each(Object.entries(harmless))('%s does not move the hash', (_, change) => {
    fc.assert(
      fc.property(where, (n) => {
        expect(hashOf(changed(shipped, (copy) => change(copy, n)))).toBe(hash);
      }),
      { numRuns: 10 },
    );
  });

  test.each(Object.entries(decisive))('%s gives another hash', (_, change) => {
    fc.assert(
      fc.property(where, (n) => {
        expect(hashOf(changed(shipped, (copy) => change(copy, n)))).not.toBe(hash);
      }),
      { numRuns: 10 },
    );
  });

  test('the order of fields in a file or a schema does not move it', () => {
    const reversed = <T extends object>(object: T) =>
      Object.fromEntries(Object.entries(object).reverse()) as unknown as T;
    const other = changed(shipped, (copy) => {
      copy.paths = copy.paths.map((path) => reversed({ ...path, scenarios: reversed(path.scenarios) }));
      for (const module of copy.modules)
        for (const id of Object.keys(module.bank))
          module.bank[id] = reversed(module.bank[id] as (typeof module.bank)[string]);
      for (const entry of copy.scenarios) {
        entry.scenario = reversed(entry.scenario);
        for (const decision of Object.values(entry.scenario.decisions))
          for (const id of Object.keys(decision.choices))
            decision.choices[id] = reversed(decision.choices[id] as (typeof decision.choices)[string]);
      }
    });
    expect(hashOf(other)).toBe(hash);
  });
});

describe('over a small course in two languages, one of them wordier and written from right to left', () => {
  const desk = mkdtempSync(join(tmpdir(), 'listen-first-'));
  beforeAll(() => {
    copySmallCourse(desk);
    addArabic(desk);
  });
  afterAll(() => rmSync(desk, { recursive: true, force: true }));

  test('both languages and every date have one hash, and as many hours', () => {
    const [english, arabic] = [load(desk, 'en'), load(desk, 'ar')];
    const words = ({ modules }: Content) =>
      modules.flatMap(({ lessons }) => lessons).reduce((sum, lesson) => sum + lesson.words, 0);
    expect(words(arabic)).toBeGreaterThan(1.1 * words(english));
    expect(release(arabic).json).toBe(release(english).json);
    expect(release(load(desk, 'ar', '2029-01-01')).hash).toBe(release(english).hash);
  });

  test.each(['en', 'ar'])('a path taken in "%s" ends in a certificate that verifies', (lang) => {
    const course = load(desk, lang);
    const { json } = release(course);
    // As the browser has it: the released text under its hash.
    const today: Release = { ...JSON.parse(json), hash: releaseHash(json) };
    const record = completed(course, today);
    expect(standingOf(record, 'police', { today, earlier: [] })?.completeOn).toBe(today);
    const claim = claimFor(today, record, 'police', 'ليلى حداد', utcDay);
    const opened = openToken(claim ? packClaim(today, claim) : '');
    expect(opened && verifyClaim(today, opened, LAST_DAY)).toMatchObject({
      ok: true,
      claim: { name: 'ليلى حداد', percent: 100, path: 'police' },
    });
    // What was earned in one language counts in the other.
    const other = release(load(desk, lang === 'en' ? 'ar' : 'en')).grading;
    expect(standingOf(record, 'police', { today: other, earlier: [] })?.completeOn).toBe(other);
  });

  test('edited dates, status, sources and words leave it, an edited key, rating, requirement or minute does not', () => {
    const file = {
      module: `content/modules/${MODULE}/module.yaml`,
      bank: `content/questions/${MODULE}/bank.yaml`,
      play: 'content/scenarios/last-car/scenario.yaml',
      path: 'content/paths/police.yaml',
      lesson: `content/modules/${MODULE}/en/side-by-side.mdx`,
    };
    let before = release(load(desk, 'en')).hash;
    const edit = (path: string, from: RegExp, to: string) =>
      rewrite(desk, path, (text) => {
        expect(text).toMatch(from);
        return text.replace(from, to);
      });
    edit(file.module, /lookAgainBy: .*/, 'lookAgainBy: 2031-01-31');
    edit(file.module, /review: prepared/, 'review: practitioner-reviewed');
    edit(file.bank, /sources: \[/, 'sources: [SEED-0, ');
    edit(file.play, /lookAgainBy: .*/, 'lookAgainBy: 2031-01-31');
    edit(file.play, /hair: \w+/, 'hair: curly');
    edit(file.lesson, /$/, '\nA closing sentence that was not there.\n');
    expect(release(load(desk, 'en')).hash).toBe(before);
    for (const [path, from, to] of [
      [file.module, /minutes: 7/, 'minutes: 8'],
      [file.play, /minutes: 15/, 'minutes: 14'],
      [file.path, /passShare: 0.8/, 'passShare: 0.75'],
      [file.bank, /correct: complete/, 'correct: nothing-yet'],
    ] as const) {
      edit(path, from, to);
      const after = release(load(desk, 'en')).hash;
      expect(after).not.toBe(before);
      expect(release(load(desk, 'ar')).hash).toBe(after);
      before = after;
    }
  });
});

/** A record that completes the path of the police on a release, everything right, made as the pages make it. */
function completed(course: Content, today: Release): LearnerRecord {
  const atMs = Date.UTC(2026, 10, 20);
  const path = today.paths.find(({ id }) => id === 'police');
  const lessons = today.modules.flatMap(({ id, lessons }) => lessons.map((lesson) => `${id}/${lesson.id}`));
  const done = lessons.reduce((record, lesson) => finishLesson(record, lesson, atMs), emptyRecord);
  return {
    ...done,
    runs: course.scenarios.map(({ scenario }) => ({
      scenario: scenario.id,
      version: scenario.version,
      seed: 1,
      help: 'alone',
      choices: scenario.expert,
      startedMs: atMs,
      atMs,
    })),
    attempts: [
      {
        path: path?.id ?? '',
        seed: 5,
        release: today.hash,
        responses: Object.fromEntries(
          drawAssessment(today, 'police', 5).map((reference) => [
            reference,
            { response: bestResponse(reference, today) },
          ]),
        ),
        startedMs: atMs,
        submittedMs: atMs,
      },
    ],
  };
}
