/** Interface strings of an island whose record or files may not arrive: see `Loading`. */
export const loadingWords = ['progress.loading', 'progress.unreachable', 'late.again'] as const;
export type LoadingWord = (typeof loadingWords)[number];
