import { say, type Words } from '../../core/i18n/index.ts';
import type { Debrief, ScenarioWords } from '../../core/scenario/index.ts';
import type { PlayerWord } from './words.ts';

interface Props {
  words: ScenarioWords;
  before: Debrief;
  now: Debrief;
  ui: Words<PlayerWord>;
}

/** What changed since the run before: points, how it ended, what was told this time only and that time only. */
export function SinceBefore({ words, before, now, ui }: Props) {
  const list = new Intl.ListFormat(document.documentElement.lang, { type: 'unit' });
  const only = (those: Debrief, others: Debrief) =>
    list.format(
      those.replay.facts
        .filter((fact) => !others.replay.facts.includes(fact))
        .map((fact) => words.facts[fact]?.label ?? fact),
    );
  const told = only(now, before);
  const notTold = only(before, now);
  const ending = words.endings[before.replay.ending ?? '']?.title ?? '';
  return (
    <div className="small" data-since="">
      <p>
        {say(ui, 'debrief.since', {
          before: pointsOf(before),
          now: pointsOf(now),
          factsBefore: before.replay.facts.length,
          factsNow: now.replay.facts.length,
        })}
      </p>
      {before.replay.ending !== now.replay.ending && <p>{say(ui, 'debrief.sinceEnding', { ending })}</p>}
      {told && <p>{say(ui, 'debrief.sinceTold', { facts: told })}</p>}
      {notTold && <p>{say(ui, 'debrief.sinceNotTold', { facts: notTold })}</p>}
    </div>
  );
}

function pointsOf({ bars }: Debrief): number {
  return bars.reduce((total, bar) => total + bar.earned, 0);
}
