import { useEffect, useState } from 'react';
import { say, type Words } from '../core/i18n/index.ts';
import type { LoadingWord } from './loading-words.ts';

/** How long one waits before a page admits that something has not arrived. */
const LATE_MS = 10_000;

interface Props {
  ui: Words<LoadingWord>;
  /** What is said meanwhile; else that the record is being read. */
  text?: string;
}

/** Stands where something will be shown once it has been read; after ten seconds, says that it has not arrived. */
export function Loading({ ui, text }: Props) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (isLate) return <NotLoaded ui={ui} />;
  return (
    <p className="small is-loading" role="status">
      {text ?? say(ui, 'progress.loading')}
    </p>
  );
}

/** Says that something could not be loaded, with a way to try again. */
export function NotLoaded({ ui }: Pick<Props, 'ui'>) {
  return (
    <div className="notice bad stack" role="alert">
      <p>{say(ui, 'progress.unreachable')}</p>
      <button type="button" className="btn quiet" onClick={() => location.reload()}>
        {say(ui, 'late.again')}
      </button>
    </div>
  );
}
