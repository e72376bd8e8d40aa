/** Home for somebody who comes back: the path, one main action, what stands open. Nothing is shown on a first visit. */
import './keep-finished.ts';
import { openRuns, standingOf } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import type { MapPath } from '../core/path/course-map.ts';
import { begunApart, isUntouched, type Next, pathsBegun, type Results, whereOn } from '../core/path/where.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { element, picture } from './elements.ts';
import { followResults } from './follow-results.ts';
import type { DueCard } from './home-due.ts';
import type { HomeMap, HomeMapFile } from './home-map.ts';
import type { HomeData } from './home-words.ts';
import { sayKeeping } from './keeping.ts';
import { drawTrack } from './track.ts';
import { sayDone, sayLeft, sayNext } from './where-words.ts';

const data = JSON.parse(document.querySelector('#home-data')?.textContent ?? 'null') as HomeData;
const { ui } = data;
const place = document.querySelector<HTMLElement>('#onward');

let loading: Promise<HomeMap | undefined> | undefined;
/** The map, fetched once somebody has done something. */
function loadMap(): Promise<HomeMap | undefined> {
  loading ??= fetch(data.map)
    .then(async (response) =>
      response.ok ? { ...((await response.json()) as HomeMapFile), base: data.base } : undefined,
    )
    .catch(() => undefined);
  return loading;
}

/**
 * Makes the card of what is due for review; undefined where nothing can be. Its script, which brings the scheduler, comes
 * only with a record that has something to ask again.
 */
async function loadDue(record: LearnerRecord): Promise<DueCard | undefined> {
  if (record.answers.length + record.attempts.length + record.runs.length === 0) return undefined;
  const script = await import('./home-due.ts').catch(() => undefined);
  return script?.loadDueCard(data);
}

const part = (selector: string) => place?.querySelector<HTMLElement>(selector);

followResults(data.releases, data.release, async (record, releases) => {
  const root = document.documentElement;
  if (isUntouched(record)) {
    delete root.dataset.returning;
    return;
  }
  root.dataset.returning = '';
  const [map, dueCard] = await Promise.all([loadMap(), releases ? loadDue(record) : undefined]);
  if (!place) return;
  const due = map && releases && dueCard ? dueCard(map, record, releases.today) : [];
  const paths = map ? pathsBegun(map, record) : [];
  const main = paths[0] ?? map?.paths[0];
  const failed = document.querySelector<HTMLElement>('#onward-failed');
  if (failed) failed.hidden = Boolean(map && releases);
  if (map && main) {
    const resultsOn = ({ id }: MapPath): Results => (releases ? standingOf(record, id, releases) : undefined);
    const open = releases ? openRuns(releases.today, record) : [];
    showPath(map, main, record, resultsOn(main), open);
    const [, ...others] = begunApart(map, paths, record);
    part('#onward-open')?.replaceChildren(
      ...due,
      ...open.flatMap((run) => openCard(map, run)),
      ...others.map((path) => otherCard(map, path, record, resultsOn(path))),
    );
  }
  place.dataset.read = '';
});

function showPath(
  map: HomeMap,
  path: MapPath,
  record: LearnerRecord,
  results: Results,
  open: ReturnType<typeof openRuns>,
): void {
  const where = whereOn(map, path, record, results);
  const link = part('.so-far a');
  link?.replaceChildren(path.title);
  link?.setAttribute('href', `${map.base}paths/${path.id}/`);
  part('.so-far .small')?.replaceChildren(
    [sayDone(ui, where), sayLeft(ui, where)].filter(Boolean).join(' · '),
  );
  const track = part('.track');
  if (track) drawTrack(track, map, path, record, results, where, open);
  const card = part('.card.next');
  if (!card) return;
  card.hidden = !where.next;
  if (where.next) card.replaceChildren(...nextCard(map, path, where.next, where.lessons.done > 0, open));
}

/** The one main action: what it is, where it stands, a button. */
function nextCard(
  map: HomeMap,
  path: MapPath,
  next: Next,
  isBegun: boolean,
  open: ReturnType<typeof openRuns>,
): Node[] {
  const decision =
    next.kind === 'play' ? open.find((run) => run.scenario === next.play)?.decision : undefined;
  const { label, href } = sayNext(ui, map, path.id, next, isBegun, decision);
  const go = (words: string) => element('p', {}, element('a', { class: 'btn', href }, words));
  switch (next.kind) {
    case 'lesson': {
      const module = map.modules[next.module];
      const of = module?.lessons.length ?? 0;
      const scene = map.scenes[map.sceneOf[next.lesson.id] ?? ''];
      const place = { module: module?.title ?? '', number: next.number, of, minutes: next.lesson.minutes };
      return [
        ...(scene ? [element('div', { class: 'vignette' }, picture(scene))] : []),
        element('p', { class: 'small' }, say(ui, 'home.next', place)),
        element('h2', {}, next.lesson.title),
        element('p', {}, map.summaries[next.lesson.id] ?? ''),
        go(say(ui, isBegun ? 'home.goOn' : 'home.start')),
      ];
    }
    case 'play': {
      const play = map.plays[next.play];
      const face = map.faces[next.play];
      return [
        ...(face ? [picture(face)] : []),
        element('p', { class: 'small' }, say(ui, 'home.nextPlay', { minutes: play?.minutes ?? 0 })),
        element('h2', {}, play?.title ?? next.play),
        go(label),
      ];
    }
    case 'assessment':
      return [
        element('p', { class: 'small' }, say(ui, 'home.nextAssessment')),
        element('h2', {}, label),
        element('p', {}, say(ui, 'home.assessmentText', { questions: path.questions })),
        go(label),
      ];
    case 'certificate':
      return [
        element('p', { class: 'small' }, say(ui, 'home.nextCertificate')),
        element('h2', {}, path.title),
        element('p', {}, say(ui, 'home.certificateText')),
        go(label),
      ];
  }
}

/** A role-play that stands open. */
function openCard(map: HomeMap, run: ReturnType<typeof openRuns>[number]): Node[] {
  const play = map.plays[run.scenario];
  // One that no path offers is found in the list of role-plays.
  if (!play) return [];
  const face = map.faces[run.scenario];
  return [
    element(
      'section',
      { class: 'card open-play' },
      ...(face ? [picture(face)] : []),
      element(
        'div',
        { class: 'stack' },
        element('h2', {}, say(ui, 'home.stillOpen', { title: play.title })),
        element(
          'p',
          { class: 'small' },
          say(ui, 'home.decision', { decision: run.decision, of: play.decisions }),
        ),
        element(
          'p',
          {},
          element(
            'a',
            { class: 'btn quiet', href: `${map.base}role-plays/${run.scenario}/` },
            say(ui, 'home.goOnPlay'),
          ),
        ),
      ),
    ),
  ];
}

/** Another path that was begun. */
function otherCard(map: HomeMap, path: MapPath, record: LearnerRecord, results: Results): Node {
  return element(
    'section',
    { class: 'card' },
    element('p', { class: 'small' }, say(ui, 'home.also')),
    element('h2', {}, element('a', { href: `${map.base}paths/${path.id}/` }, path.title)),
    element('p', { class: 'small' }, sayDone(ui, whereOn(map, path, record, results))),
  );
}

sayKeeping();
