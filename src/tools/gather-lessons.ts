import type { Page } from '@playwright/test';

/**
 * Makes the open page of a module into one document: its title and objectives, then every lesson on a page of its own,
 * then its summary card. Only for printing; the page is left as it never is on the site.
 */
export async function gatherLessons(page: Page): Promise<void> {
  const links = page.locator('[data-lesson-entry] a');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  await page.evaluate(async (lessons) => {
    const card = document.querySelector('.summary-card');
    for (const [at, address] of lessons.entries()) {
      const text = await (await fetch(address)).text();
      const lesson = new DOMParser().parseFromString(text, 'text/html').querySelector('.wrap.lesson');
      if (!lesson) throw new Error(`${address} holds no lesson.`);
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
      // The same numbers stand in every lesson: each gets its own places.
      const own = (id: string) => `lesson-${at}-${id}`;
      for (const named of lesson.querySelectorAll('[id]')) named.id = own(named.id);
      for (const link of lesson.querySelectorAll('a[href^="#"]'))
        link.setAttribute('href', `#${own(link.getAttribute('href')?.slice(1) ?? '')}`);
      for (const part of lesson.querySelectorAll('[aria-labelledby]'))
        part.setAttribute('aria-labelledby', own(part.getAttribute('aria-labelledby') ?? ''));
      (lesson as HTMLElement).style.breakBefore = 'page';
      card?.parentElement?.append(lesson);
    }
    if (card) card.parentElement?.append(card);
    // Styles of drawings came with the lessons.
    await Promise.all(
      [...document.querySelectorAll<HTMLLinkElement>('main link[rel="stylesheet"]')]
        .filter((link) => !link.sheet)
        .map((link) => new Promise((done) => link.addEventListener('load', done, { once: true }))),
    );
  }, addresses);
}
