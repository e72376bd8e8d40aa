/** How long an island may be in view without its script before the page says so. */
const LATE_MS = 10_000;

/**
 * Says of each island whose script does not arrive that it is late, beside it, with a link to try again. Where not even
 * this script arrives, layout.css shows the same notice at the top of the page.
 */
export function watchIslands(): void {
  const notice = document.querySelector('#late');
  const isSeen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      isSeen.unobserve(target);
      setTimeout(() => notice && sayLate(target.closest('astro-island'), notice), LATE_MS);
    }
  });
  // <astro-island> is display: contents and has no box to observe.
  for (const first of document.querySelectorAll('astro-island > :first-child')) isSeen.observe(first);
}

function sayLate(island: Element | null, notice: Element): void {
  // Astro removes the attribute "ssr" once the island is hydrated.
  if (!island?.hasAttribute('ssr')) return;
  const own = notice.cloneNode(true) as HTMLElement;
  own.id = '';
  own.setAttribute('role', 'alert');
  own.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    // Unlike the link, this keeps what stands after #, such as a certificate.
    location.reload();
  });
  island.after(own);
}
