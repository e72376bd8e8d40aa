import type { Scenario, ScenarioWords } from '../../core/scenario/index.ts';

/** What the player's page hands to its island: plain data and ready text. */
export interface PlayerProps {
  scenario: Scenario;
  words: ScenarioWords;
  /** Sources that choices name: label and address. */
  sources: Record<string, { label: string; href: string }>;
  ui: Record<string, string>;
  links: { list: string; lookAfter: string };
}
