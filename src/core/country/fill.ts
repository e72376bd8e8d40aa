/** What a text of every country may take from the pack. */
export interface NamedFacts {
  name: string;
  facts: Readonly<Record<string, { label: string }>>;
}

/**
 * A text with `{country}` and `{topic.fact}` filled in: the country's name, and what the fact is called.
 *
 * @param missing Said for a fact that the pack does not have.
 */
export function fillFacts(text: string, { name, facts }: NamedFacts, missing: string): string {
  return text.replace(/\{([a-z][a-z0-9.-]*)\}/g, (_, key: string) =>
    key === 'country' ? name : (facts[key]?.label ?? missing),
  );
}
