/** Shows the meaning of a glossary term in place; without this the term is a link to the glossary. */
export function showMeanings(): void {
  document.addEventListener('click', (event) => {
    const term = event.target instanceof Element ? event.target.closest<HTMLElement>('a.term') : null;
    const meaning = term && document.getElementById(term.dataset.meaning ?? '');
    // With these keys the reader asked for another tab or window; older browsers have no popovers.
    if (!meaning?.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    meaning.showPopover();
    // Read aloud; on closing, the browser gives the focus back to the term.
    meaning.focus();
  });
}
