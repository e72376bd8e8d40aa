/** `fetch` for a packaged page: browsers do not let a file: page fetch a file, but load a script that holds the data. */

/** A file's content: as text, or as Base64 where it is not text. */
export type PackedData = { text: string } | { base64: string };

const received = new Map<string, PackedData>();

/** Called by a data file: `ListenFirst.data('releases/x.json', { text: … })`. */
export function receive(file: string, content: PackedData): void {
  received.set(file, content);
}

/**
 * The content of a file of the course, as `fetch` would give it.
 *
 * @param root Address of the course's folder.
 * @throws {TypeError} as `fetch` does, when there is no such data file.
 */
export async function fetchPacked(address: string, root: string): Promise<Response> {
  const url = new URL(address, document.baseURI).href;
  const file = url.startsWith(root) ? url.slice(root.length) : '';
  if (!received.has(file)) await runScript(`${url}.js`);
  const content = received.get(file);
  if (!content)
    throw new TypeError(`${address} is not part of the packed course: pack it in packaging/edition.ts.`);
  return new Response(
    'text' in content
      ? content.text
      : Uint8Array.from(atob(content.base64), (letter) => letter.charCodeAt(0)),
  );
}

function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const done = (settle: () => void) => () => {
      script.remove();
      settle();
    };
    script.addEventListener('load', done(resolve));
    script.addEventListener(
      'error',
      done(() => reject(new TypeError(`${src} could not be loaded.`))),
    );
    script.src = src;
    document.head.append(script);
  });
}
