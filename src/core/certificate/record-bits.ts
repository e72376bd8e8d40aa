import { drawAssessment, findQuestion, type GradingContent, type Release } from '../grading/index.ts';
import { type LearnerRecord, LONGEST_RUN } from '../progress/record.ts';
import { countResponses, isResponse } from '../question/index.ts';
import { compileScenario } from '../scenario/compile/compile.ts';
import { play, replay } from '../scenario/run/replay.ts';
import type { ScenarioGraph } from '../scenario/schema.ts';
import { BitReader, BitWriter, bitsFor } from './bits.ts';

/** Lessons need no bits: all of them are required. Role-plays: passed or not, then a choice index per decision. */
export function packRecord(content: GradingContent, pathId: string, record: LearnerRecord): Uint8Array {
  const bits = new BitWriter();
  const path = content.paths.find((candidate) => candidate.id === pathId);
  for (const id of path?.scenarios.offered ?? []) {
    const run = record.runs.find((candidate) => candidate.scenario === id);
    bits.write(run ? 1 : 0, 1);
    if (!run) continue;
    const scenario = content.scenarios.find((candidate) => candidate.scenario.id === id)?.scenario;
    if (!scenario) throw new RangeError(`No role-play "${id}".`);
    for (const { decision, taken } of replay(compileScenario(scenario), run).turns) {
      if (!taken) break;
      const ids = Object.keys(scenario.decisions[decision]?.choices ?? {});
      bits.write(ids.indexOf(taken.id), bitsFor(ids.length));
    }
  }
  const sitting = record.attempts[0];
  bits.write(sitting?.seed ?? 0, 32);
  for (const reference of drawAssessment(content, pathId, sitting?.seed ?? 0)) {
    const question = findQuestion(content, reference);
    const response = sitting?.responses[reference]?.response;
    // A number that is no response of this content earns nothing, as if it had not been given.
    const counts = response !== undefined && question !== undefined && isResponse(question, response);
    bits.write(counts ? 1 : 0, 1);
    if (counts) bits.write(response, bitsFor(countResponses(question)));
  }
  return bits.bytes();
}

/**
 * The choices of one run, each as an index among those of its decision; undefined when they do not lead to an ending.
 *
 * @throws {RangeError} when the bits end before.
 */
function readChoices(bits: BitReader, scenario: ScenarioGraph): string[] | undefined {
  const choices: string[] = [];
  const { ending, refused } = play(compileScenario(scenario), 0, (decision) => {
    if (!decision || choices.length === LONGEST_RUN) return undefined;
    const choice = decision.choices[bits.read(bitsFor(decision.choices.length))]?.id;
    if (choice !== undefined) choices.push(choice);
    return choice;
  });
  return ending !== undefined && refused === undefined ? choices : undefined;
}

/** The record of a certificate; undefined when the bits do not fit the content. Times are those of the day claimed. */
export function unpackRecord(
  content: Release,
  pathId: string,
  body: Uint8Array,
  day: number,
): LearnerRecord | undefined {
  const atMs = day * 86_400_000;
  const path = content.paths.find((candidate) => candidate.id === pathId);
  if (!path) return undefined;
  const bits = new BitReader(body);
  try {
    const runs: LearnerRecord['runs'] = [];
    for (const id of path.scenarios.offered) {
      if (bits.read(1) === 0) continue;
      const scenario = content.scenarios.find((candidate) => candidate.scenario.id === id)?.scenario;
      if (!scenario) return undefined;
      const choices = readChoices(bits, scenario);
      if (!choices) return undefined;
      runs.push({
        scenario: id,
        version: scenario.version,
        seed: 0,
        help: 'alone',
        choices,
        startedMs: atMs,
        atMs,
      });
    }
    const seed = bits.read(32);
    const responses: LearnerRecord['attempts'][number]['responses'] = {};
    for (const reference of drawAssessment(content, pathId, seed)) {
      if (bits.read(1) === 0) continue;
      const question = findQuestion(content, reference);
      if (!question) return undefined;
      const response = bits.read(bitsFor(countResponses(question)));
      if (response >= countResponses(question)) return undefined;
      responses[reference] = { response };
    }
    if (!bits.isDone()) return undefined;
    const modules = content.modules.filter((module) => path.modules.includes(module.id));
    const lessons = Object.fromEntries(
      modules.flatMap((module) => module.lessons.map((lesson) => [`${module.id}/${lesson.id}`, atMs])),
    );
    return {
      version: 1,
      lessons,
      answers: [],
      runs,
      attempts: [
        {
          path: pathId,
          seed,
          release: content.hash,
          responses,
          startedMs: atMs,
          submittedMs: atMs,
        },
      ],
    };
  } catch {
    // Not enough bits, or a choice that is not offered: the record is not one of this content.
    return undefined;
  }
}
