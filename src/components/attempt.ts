/** What an act gives, or undefined when it throws, as every use of storage does where storage is blocked or full. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
