/** A module that is begun offers its next lesson; one that is read says what to practise now. */
import './lesson.ts';
import { say, type Words } from '../core/i18n/index.ts';
import { learner } from '../stores/browser.ts';
import type { ModuleWord } from './module-words.ts';

const place = document.querySelector<HTMLElement>('#module-next');
const button = place?.querySelector<HTMLAnchorElement>('.btn');
const practise = place?.querySelector<HTMLElement>('[data-practise]');
const ui = JSON.parse(place?.dataset.ui ?? '{}') as Words<ModuleWord>;
/** What the page offers when it is made: the first lesson. */
const atFirst = { label: button?.textContent ?? '', href: button?.getAttribute('href') ?? '' };

function show(): void {
  const { record, isReady } = learner.getState();
  if (!isReady || !place || !button) return;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-lesson-entry]')];
  const isRead = (entry: HTMLElement) => (entry.dataset.lessonEntry ?? '') in record.lessons;
  const next = entries.find((entry) => !isRead(entry))?.querySelector('a');
  const isBegun = entries.some(isRead);
  button.textContent = !isBegun
    ? atFirst.label
    : next
      ? say(ui, 'where.goOn', { title: next.textContent ?? '' })
      : say(ui, 'module.again');
  button.href = (isBegun && next?.getAttribute('href')) || atFirst.href;
  // What is next is the one main action: once all is read, that is to practise.
  button.classList.toggle('quiet', isBegun && !next && practise !== null);
  if (practise) practise.hidden = next !== undefined;
  place.dataset.read = '';
}

learner.subscribe(show);
show();
