/** The role-play engine: a program from a scenario, runs on it, proof and debrief. Schemas: `#schema/scenario`. */
export * from './constants.ts';
export { type Debrief, debrief } from './debrief.ts';
export { droppedSlots, explore, type Space, shortestWay } from './explore.ts';
export {
  computeFigures,
  computeValues,
  type Figures,
  type ReadingLoad,
  type Values,
} from './figures.ts';
export { findLoop, type Loop } from './loop.ts';
export { drawMap, mapScenario, type ScenarioMap } from './map.ts';
export { compileChecked, compileScenario, type Program } from './program.ts';
export { proveScenario } from './proof.ts';
export {
  choose,
  type OfferedChoice,
  playablePrefix,
  type Replay,
  replay,
  type ScenarioRun,
  startRun,
  type TakenChoice,
  type Turn,
} from './run.ts';
export type { Choice, Portrait, Scenario, ScenarioWords, Speech } from './schema.ts';
export { readingLoad, wordsProblems } from './words.ts';
