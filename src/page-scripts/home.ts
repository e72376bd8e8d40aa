/** "Continue where you stopped": the first lesson after the last one finished. Hidden while nothing has been done. */
import './keep-finished.ts';
import { learner } from '../stores/browser.ts';
import { sayKeeping } from './keeping.ts';

interface Entry {
  id: string;
  title: string;
  href: string;
  place: string;
}

const lessons = JSON.parse(document.querySelector('#lessons-data')?.textContent ?? '[]') as Entry[];

function show(): void {
  const { record, isReady } = learner.getState();
  const card = document.querySelector<HTMLElement>('#continue');
  if (!isReady || !card) return;
  const latest = Object.entries(record.lessons).sort(([, a], [, b]) => b - a)[0]?.[0];
  const at = lessons.findIndex((lesson) => lesson.id === latest);
  const next =
    lessons.slice(at + 1).find((lesson) => !(lesson.id in record.lessons)) ??
    lessons.find((lesson) => !(lesson.id in record.lessons));
  // Shown in place of the text for newcomers, which is hidden.
  const isGoingOn = at >= 0 && next !== undefined;
  card.hidden = !isGoingOn;
  const how = document.querySelector<HTMLElement>('#how');
  if (how) how.hidden = isGoingOn;
  if (!isGoingOn) return;
  const set = (id: string, text: string) => {
    const place = document.querySelector(id);
    if (place) place.textContent = text;
  };
  set('#continue-title', next.title);
  set('#continue-place', next.place);
  const link = document.querySelector<HTMLAnchorElement>('#continue-link');
  if (link) link.href = next.href;
  const bar = document.querySelector<HTMLProgressElement>('#continue-progress');
  if (bar) bar.value = lessons.filter((lesson) => lesson.id in record.lessons).length;
}

learner.subscribe(show);
show();
sayKeeping();
