import { useState } from 'react';
import { localDay } from '../../adapters/calendar.ts';
import { saveFile } from '../../adapters/save-file.ts';
import { calendarFile } from '../../core/calendar/index.ts';
import { say } from '../../core/i18n/index.ts';
import { reviewDays, reviewEntries } from '../../core/review/review-days.ts';
import { learner } from '../../stores/browser.ts';
import { dayText } from '../day-text.ts';
import type { ReviewProps } from './props.ts';

/** Review days as a file for one's own calendar. What the entries say reveals nothing unless one chooses so. */
export function CalendarOffer({ lang, ui }: Pick<ReviewProps, 'lang' | 'ui'>) {
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const today = localDay(Date.now());
  const days = reviewDays(today);
  const save = () => {
    // A page that was opened from a file has no address that a calendar could open.
    const address = globalThis.listenFirstHost ? undefined : location.href.split('#')[0];
    const words = isOpen
      ? {
          summary: say(ui, 'again.calendarNamed'),
          description: say(ui, 'again.calendarNamedText'),
          ...(address && { url: address }),
        }
      : { summary: say(ui, 'again.calendarQuiet') };
    const entries = reviewEntries(learner.getState().record, today, { ...words, isPrivate: !isOpen });
    saveFile(
      `${say(ui, 'again.calendarFile')}.ics`,
      calendarFile(entries, lang, Date.now()),
      'text/calendar',
    );
    setSaved(true);
  };
  return (
    <section className="stack review-calendar" aria-labelledby="review-calendar">
      <h2 id="review-calendar">{say(ui, 'again.calendarTitle')}</h2>
      <p>{say(ui, 'again.calendarText')}</p>
      <ul className="bullets">
        {Object.values(days).map((day) => (
          <li key={day}>{dayText(day, lang, 'with-year')}</li>
        ))}
      </ul>
      <p>
        <label className="option">
          <input
            type="checkbox"
            checked={isOpen}
            onChange={(event) => {
              setOpen(event.currentTarget.checked);
              setSaved(false);
            }}
          />
          <span>{say(ui, 'again.calendarOpen')}</span>
        </label>
      </p>
      <p className="small">
        {say(ui, isOpen ? 'again.calendarSaysNamed' : 'again.calendarSaysQuiet', {
          words: say(ui, isOpen ? 'again.calendarNamed' : 'again.calendarQuiet'),
        })}
      </p>
      <p className="actions">
        <button type="button" className="btn quiet" onClick={save}>
          {say(ui, 'again.calendarSave')}
        </button>
      </p>
      <p role="status" className="small">
        {isSaved && <span>{say(ui, 'again.calendarSaved')}</span>}
      </p>
    </section>
  );
}
