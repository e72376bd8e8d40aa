/**
 * What a page and the shell around it say to each other. Both come from files whose origin no browser vouches for, so
 * each side checks who speaks (`event.source`) and what is said (these schemas).
 */
import * as v from 'valibot';

/** Address of a page within the course, with its query and fragment: `en/search/?q=x#found`. */
const address = v.pipe(v.string(), v.maxLength(20_000));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
const key = v.pipe(v.string(), v.startsWith('listen-first/'), v.maxLength(100));
const text = v.pipe(v.string(), v.maxLength(5_000_000));

/** Small choices of a learner that pages must know before they are drawn; kept by the shell, handed to each page. */
export const SETTINGS = {
  'listen-first/theme': 'local',
  'listen-first/slash': 'local',
  'listen-first/finished': 'session',
} as const;
const setting = v.picklist(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]);
export type Settings = Partial<Record<keyof typeof SETTINGS, string | undefined>>;

export const fromPage = v.variant('type', [
  /** A page is shown, or its address has changed without loading another. */
  v.object({ type: v.literal('here'), address, title: v.string() }),
  /** A link was followed. */
  v.object({ type: v.literal('go'), address }),
  v.object({ type: v.literal('scrolled'), y: number }),
  v.object({ type: v.literal('leave') }),
  v.object({ type: v.literal('setting'), key: setting, value: v.nullable(text) }),
  v.object({ type: v.literal('get'), id: number, key }),
  v.object({ type: v.literal('set'), id: number, key, value: text }),
  v.object({ type: v.literal('delete'), id: number, key }),
]);
export type FromPage = v.InferOutput<typeof fromPage>;

export const fromShell = v.variant('type', [
  v.object({ type: v.literal('answer'), id: number, value: v.nullable(v.string()) }),
  v.object({ type: v.literal('refused'), id: number }),
  v.object({ type: v.literal('changed'), key }),
  /** Another place of the same page: Back, Forward or a link within it. */
  v.object({ type: v.literal('place'), hash: v.string(), y: v.nullable(number) }),
  v.object({ type: v.literal('print') }),
]);
export type FromShell = v.InferOutput<typeof fromShell>;

/** Query parameter in which a page gets its settings and where it was scrolled to; it takes them out of its address. */
export const OPENING = 'listen-first';
export const opening = v.object({
  settings: v.record(setting, v.optional(v.string())),
  y: v.nullable(number),
});
export type Opening = v.InferOutput<typeof opening>;
