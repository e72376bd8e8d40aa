export { ContentFiles } from './content-files.ts';
export type { Country, CountryFact } from './country.ts';
export type { Coverage } from './coverage.ts';
export { type Files, filesInMemory, foldersIn, languagesIn, namesIn } from './files.ts';
export type { Handouts, LoadedCard } from './handouts.ts';
export type { Lesson, LoadedModule } from './module.ts';
export { type Content, type LoadOptions, readCourse } from './read-course.ts';
export { type LoadedScenario, loadScenario, proveRead, readScenario } from './scenario.ts';
export { sceneDrawing, sceneIds } from './scenes.ts';
