/** Says which section of the page of numbers is shown. The style sheet shows it by the address alone. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-need]')];

function mark(): void {
  const shown = links.some(({ hash }) => hash === location.hash) ? location.hash : '#all';
  for (const link of links) {
    if (link.hash === shown) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

addEventListener('hashchange', mark);
mark();
