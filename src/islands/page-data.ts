/**
 * What a page hands to an island that is too much for Astro's attributes: they write each value as a pair and each
 * quotation mark as six characters. It stands once in the page, as JSON, before the island that reads it.
 */
const given = new Map<string, unknown>();

/**
 * Called while the page is made, before its island is.
 *
 * @param id Of the `<script type="application/json">` that the page writes; the same id must always mean the same data.
 * @param data Plain data: what JSON can hold.
 * @returns The text of that script. It ends no script, whatever the data says.
 */
export function handOver(id: string, data: object): string {
  given.set(id, data);
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/**
 * The data of `handOver`: from the page in a browser, from memory while the page is made.
 *
 * @throws {Error} when the page has no such data.
 */
export function handedOver<Data extends object>(id: string): Data {
  const data =
    typeof document === 'undefined'
      ? given.get(id)
      : JSON.parse(document.getElementById(id)?.textContent ?? 'null');
  if (!data) throw new Error(`The page has no data "${id}"; write the script of handOver before the island.`);
  return data as Data;
}
