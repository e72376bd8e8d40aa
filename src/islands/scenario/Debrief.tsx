import { useEffect, useMemo, useRef, useState } from 'react';
import { say } from '../../core/i18n/index.ts';
import type { Run } from '../../core/progress/index.ts';
import {
  computeValues,
  debrief,
  explore,
  type Program,
  type Replay,
  replay,
} from '../../core/scenario/index.ts';
import { DecisionTrail } from './DecisionTrail.tsx';
import { LineMix } from './LineMix.tsx';
import { PathMap } from './PathMap.tsx';
import { Reflection } from './Reflection.tsx';
import { RunSources } from './RunSources.tsx';
import { SinceBefore } from './SinceBefore.tsx';
import type { PlayerProps } from './types.ts';

interface Props extends PlayerProps {
  program: Program;
  run: Run;
  replayed: Replay;
  /** All runs of this role-play, to compare with and to know what has been seen. */
  runs: readonly Run[];
  onReplay: (choices: readonly string[]) => void;
  onAgain: () => void;
}

/** The debrief is the teaching: first what made you choose, then what happened, what you could have known, and why. */
export default function Debrief({
  scenario,
  words,
  sources,
  ui,
  links,
  program,
  run,
  replayed,
  runs,
  onReplay,
  onAgain,
}: Props) {
  const analysed = useMemo(() => {
    const space = explore(program);
    const values = computeValues(space);
    return { space, values };
  }, [program]);
  const result = useMemo(() => debrief(analysed.space, analysed.values, replayed), [analysed, replayed]);
  const [reflected, setReflected] = useState(result.costliest.length === 0 || run.help === 'narrated');
  const heading = useRef<HTMLHeadingElement>(null);
  const focusNext = useRef(false);
  useEffect(() => {
    if (focusNext.current) heading.current?.focus();
  }, [reflected]);
  const finished = runs.flatMap((other) => {
    const played = other.version === scenario.version ? replay(program, other) : undefined;
    return played?.ending && played.refused === undefined ? [{ run: other, played }] : [];
  });
  const at = finished.findIndex((other) => other.run.startedMs === run.startedMs);
  const before = at > 0 ? finished[at - 1] : undefined;
  const earlier = before ? debrief(analysed.space, analysed.values, before.played) : undefined;

  if (!reflected)
    return (
      <Reflection
        words={words}
        turns={result.replay.turns}
        costliest={result.costliest}
        ui={ui}
        onDone={() => {
          // The button that was pressed goes away.
          focusNext.current = true;
          setReflected(true);
        }}
      />
    );
  const { ending = '', passed, facts, turns, criticals } = result.replay;
  const told = new Set(facts);
  return (
    <div className="scene" data-debrief={passed ? 'passed' : 'not-passed'}>
      <section className="stack">
        <p className="small">{say(ui, 'debrief.run', { number: at + 1, decisions: turns.length })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {words.endings[ending]?.title}
        </h1>
        <p className="lead">{words.endings[ending]?.text}</p>
        <p className={`notice ${passed ? 'good' : ''}`}>
          <strong>
            {say(
              ui,
              run.help === 'narrated' ? 'debrief.narrated' : passed ? 'debrief.passed' : 'debrief.notPassed',
            )}
          </strong>{' '}
          <span>{say(ui, passed ? 'debrief.passedWhy' : 'debrief.notPassedWhy')}</span>
        </p>
        {criticals.length > 0 && (
          <div className="notice bad">
            <p>
              <strong>{say(ui, 'debrief.critical')}</strong>
            </p>
            <ul className="bullets">
              {criticals.map((critical) => (
                <li key={critical}>{words.critical[critical]}</li>
              ))}
            </ul>
          </div>
        )}
        <div className="card stack">
          <h2>{say(ui, 'debrief.competencies')}</h2>
          <ul className="bars">
            {result.bars.map(({ competency, earned, possible }) => (
              <li key={competency}>
                <strong>{say(ui, `competency.${competency}`)}</strong>
                <progress value={earned} max={possible} aria-label={say(ui, `competency.${competency}`)} />
                <span>
                  <span>{say(ui, 'debrief.points', { earned, possible })}</span>
                  {earlier && (
                    <span className="small was">
                      {say(ui, 'debrief.was', {
                        points: earlier.bars.find((bar) => bar.competency === competency)?.earned ?? 0,
                      })}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {earlier && <SinceBefore words={words} before={earlier} now={result} ui={ui} />}
        </div>
        <LineMix scenario={scenario} words={words} mix={result.lineMix} turns={turns} ui={ui} />
        <h2>{say(ui, 'debrief.decisions')}</h2>
        <DecisionTrail
          scenario={scenario}
          words={words}
          sources={sources}
          ui={ui}
          turns={turns}
          costs={result.costs}
          choices={run.choices}
          onReplay={onReplay}
        />
        <RunSources scenario={scenario} sources={sources} turns={turns} ui={ui} />
      </section>
      <aside className="side stack">
        <p className="actions">
          <button type="button" className="btn" onClick={onAgain}>
            {say(ui, 'player.again')}
          </button>
          <button type="button" className="btn quiet" onClick={() => print()}>
            {say(ui, 'debrief.print')}
          </button>
        </p>
        <div className="card stack">
          <h2>{say(ui, 'debrief.couldHaveTold', { name: words.people[scenario.focus]?.name ?? '' })}</h2>
          <ul>
            {Object.entries(words.facts).map(([fact, { label, notebook }]) => (
              <li key={fact}>
                <span>{told.has(fact) ? notebook : label}</span>{' '}
                {told.has(fact) ? (
                  <span className="best">
                    <span aria-hidden="true">✓</span> <span>{say(ui, 'debrief.told')}</span>
                  </span>
                ) : (
                  <span className="small">{`(${say(ui, 'debrief.notTold')})`}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
        <PathMap
          program={program}
          words={words}
          ui={ui}
          replayed={replayed}
          finished={finished.map(({ played }) => played)}
        />
        <p className="small no-print">
          <a href={links.lookAfter}>{say(ui, 'player.lookAfter')}</a>
          <span> · </span>
          <a href={links.list}>{say(ui, 'debrief.toList')}</a>
        </p>
      </aside>
    </div>
  );
}
