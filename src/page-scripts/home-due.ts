/** What is due for review, for the home page. Loaded for somebody who comes back, with the scheduler. */
import { reviewOptions } from '../adapters/review-options.ts';
import { fetchTopics } from '../adapters/review-topics.ts';
import type { Release } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { reviewsOn, type Topics } from '../core/review/index.ts';
import { element } from './elements.ts';
import type { HomeMap } from './home-map.ts';
import type { HomeData } from './home-words.ts';

/** How many of what is due are named. */
const MOST_NAMED = 3;

/** The card with up to three of what is due today; nothing where nothing is. */
export type DueCard = (map: HomeMap, record: LearnerRecord, today: Release) => Node[];

/** What makes the card, once the topics have come; undefined where they cannot be had. */
export async function loadDueCard({ topics: address, ui }: HomeData): Promise<DueCard | undefined> {
  const topics = await fetchTopics(address).catch(() => null);
  return topics ? (...known) => dueCard(topics, ui, ...known) : undefined;
}

function dueCard(
  topics: Topics,
  ui: HomeData['ui'],
  map: HomeMap,
  record: LearnerRecord,
  today: Release,
): Node[] {
  const { items, open } = reviewsOn(today, topics, record, reviewOptions());
  if (open === 0) return [];
  const lessons = new Map(
    Object.values(map.modules).flatMap((module) => module.lessons.map((one) => [one.id, one])),
  );
  const named = items
    .filter(({ answer }) => answer === undefined)
    .slice(0, MOST_NAMED)
    .map((item) => {
      const title =
        item.kind === 'question' ? lessons.get(item.lesson)?.title : map.plays[item.scenario]?.title;
      const why = item.kind === 'question' ? `again.why.${item.why}` : 'again.dueDecision';
      return element(
        'li',
        {},
        element('strong', {}, title ?? item.reference),
        ' ',
        element('span', { class: 'small' }, say(ui, why as 'again.dueDecision')),
      );
    });
  return [
    element(
      'section',
      { class: 'card stack due' },
      element('h2', {}, say(ui, 'again.dueTitle', { n: open })),
      element('ul', {}, ...named),
      element(
        'p',
        {},
        element('a', { class: 'btn quiet', href: `${map.base}review/` }, say(ui, 'again.begin')),
      ),
    ),
  ];
}
