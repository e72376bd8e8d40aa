import { z } from 'zod';

/** Interface strings of one language: a dotted key and a text, in which `{name}` is filled in. */
export const uiSchema = z.record(z.string().regex(/^[a-z][a-zA-Z0-9-]*(\.[a-zA-Z0-9-]+)+$/), z.string());
