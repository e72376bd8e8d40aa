import words from 'virtual:words/check';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { say, type Words } from '../../core/i18n/index.ts';
import { addAnswer, lastAnswer } from '../../core/progress/changes.ts';
import {
  fromResponse,
  isResponse,
  type Question,
  type QuestionWords,
  scoreResponse,
  shuffledOptions,
  startDraft,
  toResponse,
} from '../../core/question/index.ts';
import { learner } from '../../stores/browser.ts';
import { handedOver } from '../page-data.ts';
import { QuestionBody } from './QuestionBody.tsx';
import { type Sure, SureChoice } from './SureChoice.tsx';
import { Verdict } from './Verdict.tsx';
import type { CheckWord } from './words.ts';

/** What a page hands over for a check. */
export interface CheckData {
  /** `module/question`. */
  reference: string;
  question: Question;
  words: QuestionWords;
  sources: { key: string; label: string; href: string }[];
}
interface Props extends CheckData {
  lang: string;
  ui: Words<CheckWord>;
}

/** One number for all: `shuffledOptions` mixes the reference in, so that the HTML from the server and the browser agree. */
export const ORDER_SEED = 1;

/** A question in a lesson, with feedback. `data`: id under which the page has its `CheckData`. */
export function KnowledgeCheck({ data, lang }: { data: string; lang: string }) {
  const [check] = useState(() => handedOver<CheckData>(data));
  const ui = words[lang];
  if (!ui) throw new Error(`No words of a check in "${lang}".`);
  return <Check {...check} lang={lang} ui={ui} />;
}

/**
 *
 * Whether it is answered is read from the record: what was answered here before is shown again, and answering adds an
 * entry. Only an answer in the making is held here.
 */
function Check({ reference, question, words, sources, lang, ui }: Props) {
  const options = shuffledOptions(reference, question, ORDER_SEED);
  const [draft, setDraft] = useState(() => startDraft(question, options));
  const [sure, setSure] = useState<Sure>();
  // Set by the first touch, so that a record that is read late does not replace what someone is doing.
  const [isAnswering, setIsAnswering] = useState(false);
  const [said, setSaid] = useState('');
  // What is chosen before this script runs would be shown and not heard of.
  const isReady = useStore(learner, (state) => state.isReady);
  const kept = useStore(learner, ({ record }) => lastAnswer(record, reference));
  const answered = !isAnswering && kept && isResponse(question, kept.response) ? kept : undefined;

  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focusNext = useRef<'verdict' | 'first'>(undefined);
  useEffect(() => {
    if (focusNext.current === 'verdict') heading.current?.focus();
    if (focusNext.current === 'first')
      root.current?.querySelector<HTMLElement>('input, button:not([aria-disabled="true"])')?.focus();
    focusNext.current = undefined;
  });

  const check = () => {
    const response = toResponse(question, draft);
    if (response === undefined) {
      setSaid(say(ui, `check.incomplete.${question.type}`));
      return;
    }
    learner
      .getState()
      .change((record) =>
        addAnswer(record, { question: reference, response, ...(sure && { sure }), atMs: Date.now() }),
      );
    focusNext.current = 'verdict';
    setSaid(say(ui, 'check.checked'));
    setIsAnswering(false);
  };
  const tryAgain = () => {
    focusNext.current = 'first';
    setDraft(startDraft(question, options));
    setSure(undefined);
    setSaid('');
    setIsAnswering(true);
  };
  const touch = () => {
    setSaid('');
    setIsAnswering(true);
  };

  const shown = answered ? fromResponse(question, answered.response) : draft;
  return (
    <div className="check" lang={lang} ref={root}>
      <QuestionBody
        question={question}
        words={words}
        options={options}
        value={shown}
        onChange={(next) => {
          touch();
          setDraft(next);
        }}
        ui={ui}
        name={reference}
        disabled={!isReady}
        showFeedback={answered !== undefined}
        verdict={
          answered && (
            <Verdict
              question={question}
              draft={shown}
              score={scoreResponse(question, answered.response)}
              sure={answered.sure}
              ui={ui}
              headingRef={heading}
            />
          )
        }
      />
      {answered ? (
        <>
          <p className="small">
            <span>{say(ui, 'check.sources')}</span>{' '}
            {sources.map(({ key, label, href }, i) => (
              <span key={key}>
                {i > 0 && <span>; </span>}
                <a href={href}>{label}</a>
              </span>
            ))}
          </p>
          <button type="button" className="btn quiet" onClick={tryAgain}>
            {say(ui, 'check.try-again')}
          </button>
        </>
      ) : (
        <>
          <SureChoice
            value={sure}
            onChange={(next) => {
              touch();
              setSure(next);
            }}
            ui={ui}
            name={reference}
            disabled={!isReady}
          />
          <button type="button" className="btn" onClick={check} disabled={!isReady}>
            {say(ui, 'check.submit')}
          </button>
        </>
      )}
      <p className={answered ? 'hidden-visually' : 'said-now'} role="status">
        {said}
      </p>
    </div>
  );
}
