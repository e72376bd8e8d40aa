/** Links of a packaged page: those of the course go through the shell, others open a window of their own. */

/**
 * @param follow Goes to an address if it is one of the course, and says whether it was.
 */
export function followLinks(follow: (url: URL) => boolean): void {
  // Scripts write addresses of folders; a browser would list the folder. Mended before anything is done with the link,
  // also for a new tab or the context menu.
  for (const event of ['pointerdown', 'keydown', 'contextmenu'])
    document.addEventListener(event, ({ target }) => nameFile(linkAround(target)), { capture: true });
  document.addEventListener('click', (event) => {
    const link = linkAround(event.target);
    if (!link) return;
    nameFile(link);
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.hasAttribute('download') || (link.target !== '' && link.target !== '_self')) return;
    const url = new URL(link.href);
    if (/^https?:$/.test(url.protocol)) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
    } else if (/^(tel|mailto):$/.test(url.protocol)) {
      // Opened by another program. The frame may not go to such an address, so the window follows the link.
      link.target = '_top';
    } else if (follow(url)) event.preventDefault();
  });
}

function linkAround(target: EventTarget | null): HTMLAnchorElement | undefined {
  return (target instanceof Element && target.closest<HTMLAnchorElement>('a[href]')) || undefined;
}

function nameFile(link: HTMLAnchorElement | undefined): void {
  if (link && link.protocol === location.protocol && link.pathname.endsWith('/'))
    link.pathname += 'index.html';
}
