/** What is due for review, for the home page. Loaded for somebody who comes back, with the scheduler. */
import { localDay } from '../adapters/calendar.ts';
import { fetchTopics } from '../adapters/review-topics.ts';
import type { Release } from '../core/grading/index.ts';
import { say } from '../core/i18n/index.ts';
import type { LearnerRecord } from '../core/progress/index.ts';
import { reviewsOn } from '../core/review/index.ts';
import { element } from './elements.ts';
import type { HomeMap } from './home-map.ts';
import type { HomeData } from './home-words.ts';

/** How many of what is due are named. */
const MOST_NAMED = 3;

/** The card with up to three of what is due today; nothing where nothing is, or the topics cannot be had. */
export async function dueCard(
  { topics: address, ui }: HomeData,
  map: HomeMap,
  record: LearnerRecord,
  today: Release,
): Promise<Node[]> {
  const topics = await fetchTopics(address).catch(() => null);
  if (!topics) return [];
  const { items, open } = reviewsOn(today, topics, record, {
    today: localDay(Date.now()),
    dayOf: localDay,
    hasDecisions: globalThis.listenFirstHost === undefined,
  });
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
