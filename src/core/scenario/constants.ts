/** The words of the field that scenarios use, without the schema library: the browser needs these and not that. */
export const ratings = ['best', 'acceptable', 'poor', 'harmful'] as const;
export const competencies = [
  'safety',
  'rapport',
  'questioning',
  'information',
  'referral',
  'documentation',
  'care',
] as const;
export const lineTypes = [
  'open',
  'probing',
  'closed',
  'leading',
  'multiple',
  'forced-choice',
  'statement',
  'consent',
  'interpreter-check',
  'promise',
  'threat',
  'pressure',
  'silence',
] as const;
export const bearings = ['guarded', 'listening', 'distressed', 'open'] as const;
export const helpLevels = ['narrated', 'coached', 'alone'] as const;

export type Rating = (typeof ratings)[number];
export type Competency = (typeof competencies)[number];
export type LineType = (typeof lineTypes)[number];
export type Bearing = (typeof bearings)[number];
/** How much help a run had: an expert plays, a word after each choice, none. */
export type HelpLevel = (typeof helpLevels)[number];
