/** How long the browser has to begin reading a file that is saved. */
const READING_MS = 10_000;

/**
 * Offers something as a file to save.
 *
 * @param type Media type of the file.
 */
export function saveFile(name: string, content: string | Blob, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), READING_MS);
}
