/** Interface strings of a module page's script. */
export const moduleWords = ['where.goOn', 'module.again'] as const;
export type ModuleWord = (typeof moduleWords)[number];
