import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { saveFile } from '../../adapters/save-file.ts';
import { say } from '../../core/i18n/index.ts';
import { parseRecord } from '../../core/progress/index.ts';
import { learner } from '../../stores/browser.ts';
import type { RecordProps } from './props.ts';
import { type RecordWord, recordCounts } from './words.ts';

/** Records larger than this are no records of this course. */
const LARGEST_FILE = 5_000_000;

/** The record as data: how safe it is, file, merge, erase, and how much of it there is. */
export function YourData({ ui, links }: Pick<RecordProps, 'ui' | 'links'>) {
  const { record, problem } = useStore(learner);
  const [message, setMessage] = useState<{ good: boolean; text: string } | null>(null);
  const [persisted, setPersisted] = useState<boolean | undefined>(undefined);
  const dialog = useRef<HTMLDialogElement>(null);
  const safety = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // A host keeps the record in a place of its own, which this page cannot ask for.
    if (globalThis.listenFirstHost) return;
    navigator.storage?.persisted?.().then(setPersisted, () => {});
  }, []);
  useEffect(() => {
    // The button that was pressed is gone.
    if (persisted && wasAsked.current) safety.current?.focus();
  }, [persisted]);

  const download = () =>
    saveFile(`${say(ui, 'record.file')}.json`, JSON.stringify(record, null, 1), 'application/json');
  const sayBad = (key: RecordWord) => setMessage({ good: false, text: say(ui, key) });
  const askToKeep = async () => {
    wasAsked.current = true;
    const granted = await navigator.storage.persist().catch(() => false);
    setPersisted(granted);
    if (!granted) sayBad('record.persistRefused');
  };
  const add = async (file: File) => {
    if (file.size > LARGEST_FILE) return sayBad('record.tooLarge');
    // What lies in a cloud or on a stick may be gone by now.
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return sayBad('record.unreadableFile');
    const result = parseRecord(text, Date.now());
    if (!result.ok) return sayBad(`record.problem.${result.problem}`);
    learner.getState().merge(result.record);
    setMessage({
      good: true,
      text: say(ui, result.setAside > 0 ? 'record.mergedPartly' : 'record.merged', { n: result.setAside }),
    });
  };
  const open = async ({ target: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    if (!file) return;
    await add(file);
    // The same file can be chosen again.
    input.value = '';
  };
  const counts = {
    lessons: Object.keys(record.lessons).length,
    answers: record.answers.length,
    runs: record.runs.length,
    attempts: record.attempts.length,
  };
  return (
    <section className="stack narrow" aria-labelledby="record-data">
      <h2 id="record-data">{say(ui, 'record.dataTitle')}</h2>
      {problem && <p className="notice bad">{say(ui, 'record.notSafe')}</p>}
      <p className={`notice ${persisted && !problem ? 'good' : ''}`} ref={safety} tabIndex={-1}>
        <span>{say(ui, persisted ? 'record.persisted' : 'record.notPersisted')}</span>{' '}
        {persisted === false && (
          <button type="button" className="btn quiet" onClick={() => void askToKeep()}>
            {say(ui, 'record.askPersist')}
          </button>
        )}
      </p>
      <dl className="facts">
        {recordCounts.map((what) => (
          <div key={what} className="row" data-count={what}>
            <dt>{say(ui, `record.${what}`)}</dt>
            <dd>{counts[what]}</dd>
          </div>
        ))}
      </dl>
      <p className="actions">
        <button type="button" className="btn" onClick={download}>
          {say(ui, 'record.export')}
        </button>
        <a className="btn quiet" href={links.certificate}>
          {say(ui, 'record.certificates')}
        </a>
      </p>
      <div className="field">
        <label htmlFor="record-file">{say(ui, 'record.import')}</label>
        <input
          id="record-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void open(event)}
        />
      </div>
      <p role="status">
        {message && <span className={`notice ${message.good ? 'good' : 'bad'}`}>{message.text}</span>}
      </p>
      <p>
        <button type="button" className="btn quiet" onClick={() => dialog.current?.show()}>
          {say(ui, 'record.erase')}
        </button>
      </p>
      {/* Not modal: the way out must stay in reach. */}
      <dialog
        ref={dialog}
        aria-labelledby="erase-title"
        onKeyDown={({ key }) => key === 'Escape' && dialog.current?.close()}
      >
        <div className="stack">
          <h2 id="erase-title">{say(ui, 'record.eraseTitle')}</h2>
          <p>{say(ui, 'record.eraseText')}</p>
          <p className="actions">
            <button
              type="button"
              className="btn"
              onClick={() => {
                learner.getState().erase();
                dialog.current?.close();
                setMessage({ good: true, text: say(ui, 'record.erased') });
              }}
            >
              {say(ui, 'record.eraseYes')}
            </button>
            <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
              {say(ui, 'record.eraseNo')}
            </button>
          </p>
        </div>
      </dialog>
    </section>
  );
}
