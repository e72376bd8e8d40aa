export type { ReviewRoles, ReviewWords } from './schema.ts';
export { indexHtml, type SheetSetting, sheetHtml, sheetRow } from './sheet-html.ts';
export { countKinds, reviewSheets, rolesProblems, type Sheet } from './sheets.ts';
export type { Doubt, Statement, StatementKind } from './statements.ts';
