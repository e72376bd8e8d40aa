/** Marks on a path's route where the learner is. Without a record the page stays as it was made: at the start. */
import './keep-finished.ts';
import { openRuns, type Standing, standingOf } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import { passedOf, whereOn } from '../core/path/where.ts';
import { percentEarned } from '../core/percent/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { element } from './elements.ts';
import { followResults } from './follow-results.ts';
import { sayKeeping } from './keeping.ts';
import type { PathData } from './path-words.ts';
import { sayDone, sayLeft, sayNext, sayTime } from './where-words.ts';

const {
  map,
  releases: folder,
  release,
  ui,
} = JSON.parse(document.querySelector('#path-data')?.textContent ?? 'null') as PathData;
const [path] = map.paths;
const here = document.querySelector<HTMLElement>('#here');
const route = document.querySelector<HTMLElement>('#route');
/** What the page said when it was made, for a record that has been erased. */
const atFirst = new Map<Element, string>();

/** Sets a text, or what stood there when the page was made. */
function set(within: ParentNode | null, selector: string, text: string | undefined): void {
  const place = within?.querySelector(selector);
  if (!place) return;
  if (!atFirst.has(place)) atFirst.set(place, place.textContent ?? '');
  place.textContent = text ?? atFirst.get(place) ?? '';
}

function hide(within: ParentNode | null, selector: string, isHidden: boolean): void {
  const place = within?.querySelector<HTMLElement>(selector);
  if (place) place.hidden = isHidden;
}

let isOpened = false;

followResults(folder, release, (record, releases) => {
  if (!path || !here || !route) return;
  const standing = releases ? standingOf(record, path.id, releases) : undefined;
  const open = releases ? openRuns(releases.today, record) : [];
  const isUntouched = releases === undefined;
  const where = whereOn(map, path, record, standing);
  const isBegun = where.lessons.done > 0;

  set(here, '[data-done]', isUntouched ? undefined : `${sayDone(ui, where)}.`);
  set(here, '[data-left]', isUntouched ? undefined : sayLeft(ui, where));
  set(here, '[data-assessment]', sayAssessment(standing));
  hide(here, '[data-earlier]', !(standing?.completeOn && !standing.result.complete));
  hide(here, '[data-failed]', releases !== null);
  here.dataset.complete = String(standing?.completeOn !== undefined);
  const button = here.querySelector<HTMLAnchorElement>('[data-next]');
  if (button) {
    button.hidden = !where.next && !isUntouched;
    if (where.next) {
      const { next } = where;
      const decision =
        next.kind === 'play' ? open.find(({ scenario }) => scenario === next.play)?.decision : undefined;
      const { label, href } = sayNext(ui, map, path.id, next, isBegun, decision);
      button.textContent = label;
      button.href = href;
    }
  }

  for (const stop of path.stops)
    showModule(
      stop,
      record,
      where.next?.kind === 'lesson' ? where.next.lesson.id : undefined,
      isBegun,
      standing,
    );
  const isPassed = passedOf(standing);
  for (const play of path.stops.flatMap(({ plays }) => plays)) {
    const item = route.querySelector<HTMLElement>(`[data-play="${play}"]`);
    const run = open.find(({ scenario }) => scenario === play);
    showState(item, isPassed(play), run && say(ui, 'path.openAt', { decision: run.decision }));
  }
  showState(
    route.querySelector('[data-assessment-stop]'),
    standing?.result.assessment?.passed ?? false,
    undefined,
  );
  showState(route.querySelector('[data-certificate-stop]'), standing?.completeOn !== undefined, undefined);
  const minutes = (selector: string, count: number) =>
    set(document, selector, isUntouched ? undefined : sayTime(ui, count));
  minutes('[data-reading]', where.minutesLeft.reading);
  minutes('[data-plays]', where.minutesLeft.plays);
  minutes('[data-questions]', where.minutesLeft.assessment);
  isOpened = true;
  here.dataset.read = '';
});

function sayAssessment(standing: Standing | undefined): string {
  const { assessment } = standing?.result ?? {};
  if (assessment)
    return say(ui, assessment.passed ? 'progress.assessmentPassed' : 'progress.assessmentNotYet', {
      percent: percentEarned(assessment.score.earned, assessment.score.possible),
    });
  return standing?.latest ? say(ui, 'progress.assessmentEarlier') : '';
}

/** A module: its ring, what is read, and, once all is, what to practise now. */
function showModule(
  { module, plays }: { module: string; plays: readonly string[] },
  record: LearnerRecord,
  next: string | undefined,
  isBegun: boolean,
  standing: Standing | undefined,
): void {
  const item = route?.querySelector<HTMLElement>(`[data-module="${module}"]`);
  const lessons = map.modules[module]?.lessons ?? [];
  if (!item || lessons.length === 0) return;
  const left = lessons.filter(({ id }) => !(id in record.lessons));
  const done = lessons.length - left.length;
  const isHere = isBegun && lessons.some(({ id }) => id === next);
  const isRead = left.length === 0;
  item.classList.toggle('past', isRead);
  item.classList.toggle('now', isHere);
  hide(item, '.tag.now', !isHere);
  const got = item.querySelector('.got');
  // Pieces of the ring, then a gap as long as all of it.
  got?.setAttribute(
    'stroke-dasharray',
    done === 0 ? `0 ${lessons.length}` : `${'0.84 0.16 '.repeat(done - 1)}0.84 ${lessons.length}`,
  );
  set(item, '.stop b', isRead ? '✓' : undefined);
  const facts = {
    done,
    total: lessons.length,
    time: sayTime(
      ui,
      left.reduce((sum, { minutes }) => sum + minutes, 0),
    ),
  };
  set(
    item,
    '[data-said]',
    done === 0 ? undefined : say(ui, isRead ? 'path.moduleFacts' : 'path.moduleLeft', facts),
  );
  const isPassed = passedOf(standing);
  const toPractise = plays.filter((play) => !isPassed(play)).map((play) => map.plays[play]?.title ?? play);
  const practise = item.querySelector<HTMLElement>('[data-practise]');
  if (practise) {
    practise.hidden = !isRead || standing === undefined || toPractise.length === 0 || plays.some(isPassed);
    practise.textContent = say(ui, 'path.practise', { titles: toPractise.join(', ') });
  }
  // Once: what a learner has folded or unfolded since stays so.
  const details = item.querySelector('details');
  if (details && !isOpened && isBegun) details.open = isHere;
  for (const lesson of lessons)
    showLesson(lesson.id, lesson.id in record.lessons, isBegun && lesson.id === next);
}

function showLesson(id: string, isRead: boolean, isNext: boolean): void {
  const item = route?.querySelector<HTMLElement>(`[data-lesson="${id}"]`);
  if (!item) return;
  item.classList.toggle('read', isRead);
  item.classList.toggle('next-up', isNext);
  set(item, '.n', isRead ? '✓' : undefined);
  set(item, '.min', isRead ? say(ui, 'path.read') : undefined);
}

/** Marks a stop as passed, or with the state it is in. */
function showState(item: HTMLElement | null, isPassed: boolean, state: string | undefined): void {
  if (!item) return;
  item.classList.toggle('past', isPassed);
  item.classList.toggle('open', !isPassed && state !== undefined);
  const tag = item.querySelector<HTMLElement>('.tag.state');
  if (!tag) return;
  tag.hidden = !isPassed && state === undefined;
  tag.className = `tag state ${isPassed ? 'best' : 'poor'}`;
  tag.replaceChildren(
    ...(isPassed
      ? [element('span', { 'aria-hidden': 'true' }, '✓'), ` ${say(ui, 'path.passed')}`]
      : [state ?? '']),
  );
}

sayKeeping();
