import type { Page } from '@playwright/test';

/** Attributes that name other elements of the page, one or several by their ids. */
const REFERRING = [
  ...['controls', 'describedby', 'details', 'errormessage', 'flowto', 'labelledby', 'owns'].map(
    (name) => `aria-${name}`,
  ),
  'for',
  'headers',
  'popovertarget',
];

/**
 * Makes the open page of a module into one document: its title and objectives, then every lesson on a page of its own,
 * then its summary card. Only for printing: afterwards the page is not usable.
 */
export async function gatherLessons(page: Page): Promise<void> {
  const links = page.locator('[data-lesson-entry] a');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  await page.evaluate(
    async ([lessons, referring]) => {
      const card = document.querySelector('.summary-card');
      for (const [at, address] of lessons.entries()) {
        // The only inline styles are those of islands, which go; this page's policy does not allow them.
        const text = (await (await fetch(address)).text()).replace(/<style[^>]*>.*?<\/style>/gs, '');
        const from = new DOMParser().parseFromString(text, 'text/html');
        // Each drawing has a style sheet of its own.
        for (const link of from.querySelectorAll('head link[rel="stylesheet"]'))
          if (!document.querySelector(`link[href="${link.getAttribute('href')}"]`))
            document.head.append(link);
        const lesson = from.querySelector('.wrap.lesson');
        if (!lesson)
          throw new Error(`${address} has no lesson on it: is this the address of a lesson's page?`);
        // Islands would start and ask for their scripts; their HTML is all that paper needs.
        for (const island of lesson.querySelectorAll('astro-island')) {
          island.querySelectorAll('template, script').forEach((part) => {
            part.remove();
          });
          island.replaceWith(...island.childNodes);
        }
        lesson.querySelectorAll('script, noscript, [popover]').forEach((part) => {
          part.remove();
        });
        // Ids repeat between lessons: prefix those of each.
        const own = (id: string) => `lesson-${at}-${id}`;
        for (const named of lesson.querySelectorAll('[id]')) named.id = own(named.id);
        for (const link of lesson.querySelectorAll('a[href^="#"]'))
          link.setAttribute('href', `#${own(link.getAttribute('href')?.slice(1) ?? '')}`);
        for (const name of referring)
          for (const part of lesson.querySelectorAll(`[${name}]`)) {
            const ids = (part.getAttribute(name) ?? '').split(/\s+/).map(own);
            // Drop references to elements that were removed above.
            const there = ids.filter((id) => lesson.querySelector(`#${CSS.escape(id)}`));
            if (there.length > 0) part.setAttribute(name, there.join(' '));
            else part.removeAttribute(name);
          }
        (lesson as HTMLElement).style.breakBefore = 'page';
        card?.parentElement?.append(lesson);
      }
      if (card) card.parentElement?.append(card);
      await Promise.all(
        [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
          .filter((link) => !link.sheet)
          .map((link) => new Promise((done) => link.addEventListener('load', done, { once: true }))),
      );
    },
    [addresses, REFERRING] as const,
  );
}
