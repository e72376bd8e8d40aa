/** How long the browser has to begin reading a file that is saved. */
const READING_MS = 10_000;

/** Offers a text as a file to save. @param type Media type of the text. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), READING_MS);
}
