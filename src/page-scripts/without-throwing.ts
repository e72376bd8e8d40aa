/** Calls `act`: what it returns, or undefined when it throws, as every use of storage does where storage is blocked or full. */
export function withoutThrowing<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
