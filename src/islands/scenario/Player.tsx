import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { beginRun, lastRun, type Run, saveRun } from '../../core/progress/index.ts';
import { compileScenario, type HelpLevel, replay } from '../../core/scenario/index.ts';
import { learner } from '../../stores/browser.ts';
import { isKept } from '../../stores/learner.ts';
import { Loading, NotLoaded } from '../Loading.tsx';
import { handedOver } from '../page-data.ts';
import { Intro } from './Intro.tsx';
import type { PlayerProps } from './types.ts';
import '../../styles/scenario.css';

// The first view is the introduction: the conversation comes while it is read, and the debrief, which brings the analysis
// with it, while one plays. Where one cannot be loaded, `NotLoaded` stands in its place: without it React would take the
// whole role-play out of the page.
const loadConversation = () => import('./Conversation.tsx');
const Conversation = lazy(() => loadConversation().catch(() => ({ default: NotLoaded })));
const loadDebrief = () => import('./Debrief.tsx');
const Debrief = lazy(() => loadDebrief().catch(() => ({ default: NotLoaded })));

type View = 'intro' | 'play' | 'debrief';

/** A role-play. `data`: id under which the page has its `PlayerProps`. */
export default function Player({ data }: { data: string }) {
  const [props] = useState(() => handedOver<PlayerProps>(data));
  return <RolePlay {...props} />;
}

/** A role-play from its introduction to its debrief. Every choice is kept at once, so it can be left at any word. */
function RolePlay(props: PlayerProps) {
  const { scenario, ui } = props;
  const program = useMemo(() => compileScenario(scenario), [scenario]);
  const { record, isReady, problem } = useStore(learner);
  const [view, setView] = useState<View | null>(null);
  const [inScene, setInScene] = useState(false);
  const top = useRef<HTMLDivElement>(null);

  // An old run of another version, or one that cannot be replayed, is not resumed; it stays in the record.
  const kept = lastRun(record, scenario.id);
  const replayed = useMemo(
    () => (kept && kept.version === scenario.version ? replay(program, kept) : undefined),
    [kept, program, scenario],
  );
  const run = replayed?.refused === undefined && replayed ? kept : undefined;
  const finished = run !== undefined && replayed?.ending !== undefined;
  // A run that was resumed stays in its scene when its last choice is made. Without a run (it may have been erased in
  // another tab just now) there is only the introduction to show.
  const shown: View = run ? (view ?? (!finished || inScene ? 'play' : 'intro')) : 'intro';

  useEffect(() => {
    if (view !== null) top.current?.focus();
  }, [view]);

  useEffect(() => {
    // Fetched before they are needed: by then the network may be gone.
    const load = shown === 'play' ? loadDebrief : loadConversation;
    void load().catch(() => undefined);
  }, [shown]);

  const keep = (next: Run) => learner.getState().change((current) => saveRun(current, next));
  const start = (help: HelpLevel, from?: { choices: readonly string[]; seed: number }) => {
    const startedMs = Date.now();
    const seed = from?.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? startedMs >>> 0;
    const run: Run = {
      scenario: scenario.id,
      version: scenario.version,
      seed,
      help,
      choices: [...(from?.choices ?? [])],
      startedMs,
      atMs: startedMs,
    };
    learner.getState().change((current) => beginRun(current, run));
    setView('play');
  };

  if (!isReady) return <Loading ui={ui} />;
  return (
    <div ref={top} tabIndex={-1} data-view={shown}>
      {shown === 'intro' && (
        <Intro
          {...props}
          finished={finished}
          isKept={isKept(problem)}
          onStart={start}
          onDebrief={() => setView('debrief')}
        />
      )}
      {shown === 'play' && run && replayed && (
        <Suspense fallback={<Loading ui={ui} />}>
          <Conversation
            {...props}
            replayed={replayed}
            run={run}
            isKept={isKept(problem)}
            onChoose={(choice) => {
              setInScene(true);
              keep({ ...run, choices: [...run.choices, choice], atMs: Date.now() });
            }}
            onEnd={() => setView('debrief')}
            onLeave={() => setView('intro')}
          />
        </Suspense>
      )}
      {shown === 'debrief' && run && replayed && (
        <Suspense fallback={<Loading ui={ui} />}>
          <Debrief
            {...props}
            program={program}
            replayed={replayed}
            run={run}
            runs={record.runs.filter((other) => other.scenario === scenario.id)}
            onReplay={(choices) =>
              start(run.help === 'narrated' ? 'alone' : run.help, { choices, seed: run.seed })
            }
            onAgain={() => setView('intro')}
          />
        </Suspense>
      )}
    </div>
  );
}
