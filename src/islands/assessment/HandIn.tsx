import { say, type Words } from '../../core/i18n/index.ts';
import type { ExamWords } from './props.ts';
import type { AssessmentWord } from './words.ts';

interface Props {
  questions: readonly string[];
  isAnswered: (reference: string) => boolean;
  flagged: ReadonlySet<string>;
  words: ExamWords;
  onGo: (to: number) => void;
  onHandIn: () => void;
  ui: Words<AssessmentWord>;
}

/** What stands before handing in: what is open and what was flagged, by name, each a way back to it. */
export function HandIn({ questions, isAnswered, flagged, words, onGo, onHandIn, ui }: Props) {
  const open = questions.filter((reference) => !isAnswered(reference));
  const marked = questions.filter((reference) => flagged.has(reference));
  const listOf = (references: readonly string[]) => (
    <ul className="exam-list">
      {references.map((reference) => {
        const at = questions.indexOf(reference);
        return (
          <li key={reference}>
            <button type="button" onClick={() => onGo(at)}>
              <span className="small">
                {say(ui, 'exam.question', { number: at + 1, of: questions.length })}
              </span>
              <span>{words[reference]?.words.prompt ?? reference}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <p>{say(ui, 'exam.answered', { answered: questions.length - open.length, of: questions.length })}</p>
      {open.length > 0 && (
        <>
          <p className="notice">{say(ui, 'exam.missing', { n: open.length })}</p>
          <h3>{say(ui, 'exam.openTitle', { n: open.length })}</h3>
          {listOf(open)}
        </>
      )}
      {marked.length > 0 && (
        <>
          <h3>{say(ui, 'exam.flaggedTitle', { n: marked.length })}</h3>
          {listOf(marked)}
        </>
      )}
      <p className="actions">
        <button type="button" className="btn" onClick={onHandIn}>
          {say(ui, 'exam.handIn')}
        </button>
        <button
          type="button"
          className="btn quiet"
          onClick={() => onGo(open[0] === undefined ? 0 : questions.indexOf(open[0]))}
        >
          {say(ui, 'exam.goBack')}
        </button>
      </p>
    </>
  );
}
