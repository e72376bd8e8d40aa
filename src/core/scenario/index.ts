/** The role-play engine: a program from a scenario, runs on it, proof and debrief. Schemas: `#schema/scenario`. */

export { compileChecked, compileScenario } from './compile/compile.ts';
export type { Program } from './compile/program.ts';
export * from './constants.ts';
export { type Debrief, debrief } from './debrief.ts';
export { drawMap, mapScenario, type ScenarioMap } from './map.ts';
export { pointsOf } from './points.ts';
export { droppedSlots, explore, type Space, shortestWay } from './proof/explore.ts';
export {
  computeFigures,
  computeValues,
  type Figures,
  type ReadingLoad,
  type Values,
} from './proof/figures.ts';
export { findLoop, type Loop } from './proof/loop.ts';
export { proveScenario } from './proof/proof.ts';
export {
  type OfferedChoice,
  play,
  type Replay,
  type RunChoices,
  replay,
  type TakenChoice,
  type Turn,
} from './run/replay.ts';
export type { Choice, Portrait, Scenario, ScenarioWords, Speech } from './schema.ts';
export { readingLoad, wordsProblems } from './words.ts';
