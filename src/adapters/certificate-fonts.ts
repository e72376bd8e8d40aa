import regular from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?url';
import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?url';
import regularMore from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?url';
import boldMore from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?url';

export type Weight = 'regular' | 'bold';
/** Files of a weight, in the order in which a letter is looked for. */
export type FontFiles = Record<Weight, readonly ArrayBuffer[]>;

/**
 * Fetches the fonts that the certificate embeds, from this site.
 *
 * @throws {Error} when one cannot be had, as without a network and without the offline copy.
 */
export async function fetchFonts(): Promise<FontFiles> {
  const get = async (url: string) => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
    return answer.arrayBuffer();
  };
  const [one, two, three, four] = await Promise.all([
    get(regular),
    get(regularMore),
    get(bold),
    get(boldMore),
  ]);
  return { regular: [one, two], bold: [three, four] };
}
