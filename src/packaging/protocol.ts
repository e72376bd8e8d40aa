/**
 * What a page and the shell around it say to each other. Both come from files whose origin no browser vouches for, so
 * each side checks who speaks (`event.source`), that the word which the shell gave to this page only is said, and what
 * is said (these schemas).
 */
import * as v from 'valibot';
import { kept } from '../core/edition/index.ts';

/** Address of a page within the course, with its query and fragment: `en/search/?q=x#found`. */
const address = v.pipe(v.string(), v.maxLength(20_000));
const number = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What pages may ask the shell to keep: the record of this edition, and what of it could not be read. */
export const RECORD_KEYS: readonly string[] = [kept('record'), kept('set-aside')];
const key = v.picklist(RECORD_KEYS);
const text = v.pipe(v.string(), v.maxLength(5_000_000));

/** Small choices of a learner that pages must know before they are drawn; kept by the shell, handed to each page. */
export const SETTINGS: Readonly<Record<string, 'local' | 'session'>> = {
  'listen-first/theme': 'local',
  'listen-first/slash': 'local',
  [kept('finished')]: 'session',
};
const setting = v.picklist(Object.keys(SETTINGS));
export type Settings = Readonly<Record<string, string | undefined>>;

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

/** A message as it is sent, either way. */
export interface Message<Saying> {
  word: string;
  saying: Saying;
}

/**
 * What a message says; undefined when whoever sent it does not know the word, or says what the schema has not.
 *
 * @param schema `fromPage` or `fromShell`.
 */
export function heardIn<Saying>(
  data: unknown,
  word: string,
  schema: v.GenericSchema<unknown, Saying>,
): Saying | undefined {
  const message = v.safeParse(v.object({ word: v.literal(word), saying: schema }), data);
  return message.success ? message.output.saying : undefined;
}

/** Query parameter in which a page gets its word, its settings and where it was scrolled to; it takes them out of its address. */
export const OPENING = 'listen-first';
const secret = v.pipe(v.string(), v.minLength(20));
export const opening = v.object({
  /** Two words by chance, others for each page that is shown: the page says the first, the shell the second. */
  word: secret,
  shellWord: secret,
  settings: v.record(setting, v.optional(v.string())),
  y: v.nullable(number),
});
export type Opening = v.InferOutput<typeof opening>;
