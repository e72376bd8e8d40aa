import type { ExamWords } from './props.ts';

/**
 * Words of the questions of several modules: all of them or none, so that no question is asked whose words are not there.
 *
 * @param addresses Parted by spaces.
 */
export async function fetchExamWords(addresses: string): Promise<ExamWords | null> {
  const responses = await Promise.all(addresses.split(' ').map((address) => fetch(address)));
  if (!responses.every((response) => response.ok)) return null;
  const words = await Promise.all(responses.map((response) => response.json() as Promise<ExamWords>));
  return Object.assign({}, ...words);
}
