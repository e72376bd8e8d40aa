import type { Words } from '../../core/i18n/index.ts';
import type { Scenario, ScenarioWords } from '../../core/scenario/index.ts';
import type { PlayerWord } from './words.ts';

/** What the player's page hands to its island, by `handOver`: plain data and ready text. */
export interface PlayerProps {
  scenario: Scenario;
  words: ScenarioWords;
  /** Sources that choices name: label, place on the page of sources, and for paper the whole title and address. */
  sources: Record<
    string,
    { label: string; href: string; title?: string | undefined; url?: string | undefined }
  >;
  ui: Words<PlayerWord>;
  links: { list: string; lookAfter: string };
}
