/** Made by `integrations/island-words.ts`. */
declare module 'virtual:words/check' {
  const words: Readonly<
    Record<string, import('../../core/i18n/index.ts').Words<import('./words.ts').CheckWord>>
  >;
  export default words;
}
