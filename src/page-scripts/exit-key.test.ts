import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveByKey } from './exit-key.ts';

/** A window's keys and pointers, without a browser. */
class Desk extends EventTarget {
  left = 0;
  said: number[] = [];
  constructor() {
    super();
    leaveByKey(
      () => this.left++,
      (presses) => this.said.push(presses),
      this,
    );
  }
  tell(type: string, properties: object = {}): this {
    const none = { repeat: false, ctrlKey: false, altKey: false, metaKey: false };
    this.dispatchEvent(Object.assign(new Event(type), { key: '', code: '', ...none, ...properties }));
    return this;
  }
  down = (key: string, more: object = {}) => this.tell('keydown', { ...named(key), ...more });
  up = (key: string) => this.tell('keyup', named(key));
  press = (key: string, more: object = {}) => this.down(key, more).up(key);
}
const named = (key: string) => ({ key, code: key === 'Shift' ? 'ShiftLeft' : `Key${key.toUpperCase()}` });

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

test('three presses of Shift alone leave, and the first two are announced', () => {
  desk.press('Shift').press('Shift');
  expect(desk.said).toEqual([1, 2]);
  expect(desk.left).toBe(0);
  desk.press('Shift');
  expect(desk.left).toBe(1);
});

test('a third press that comes later than five seconds begins anew', () => {
  vi.useFakeTimers();
  desk = new Desk();
  desk.press('Shift').press('Shift');
  vi.advanceTimersByTime(5_001);
  desk.press('Shift');
  expect(desk.said).toEqual([1, 2, 0, 1]);
  expect(desk.left).toBe(0);
  vi.useRealTimers();
});

describe('nobody leaves by', () => {
  const between: Record<string, (desk: Desk) => void> = {
    'a letter in between': (at) => at.press('a'),
    'an arrow key in between': (at) => at.press('ArrowDown'),
    'a capital in between': (at) => at.down('Shift').press('A').up('Shift'),
    'a pointer button in between': (at) => at.tell('pointerdown').tell('pointerup'),
    'a click without a pointer in between': (at) => at.tell('click'),
    'turning the wheel in between': (at) => at.tell('wheel'),
    'going to another window in between': (at) => at.tell('blur'),
  };
  test.each(Object.entries(between))('%s', (_, happen) => {
    for (let i = 0; i < 4; i++) {
      desk.press('Shift');
      happen(desk);
    }
    expect(desk.left).toBe(0);
    // And three in a row still do.
    desk.press('Shift').press('Shift').press('Shift');
    expect(desk.left).toBe(1);
  });

  test('Shift with a click or the wheel', () => {
    for (const type of ['pointerdown', 'wheel'])
      for (let i = 0; i < 4; i++) desk.down('Shift').tell(type).up('Shift');
    expect(desk.left).toBe(0);
  });

  test('Shift while another key is held, be it the other Shift', () => {
    desk.down('a');
    for (let i = 0; i < 4; i++) desk.press('Shift');
    desk.up('a').tell('keydown', { key: 'Shift', code: 'ShiftRight' });
    for (let i = 0; i < 4; i++) desk.press('Shift');
    for (const held of ['ctrlKey', 'altKey', 'metaKey'])
      for (let i = 0; i < 4; i++) desk.press('Shift', { [held]: true });
    expect(desk.left).toBe(0);
  });

  test('Shift that is held', () => {
    for (let i = 0; i < 4; i++) desk.down('Shift').down('Shift', { repeat: true }).up('Shift');
    expect(desk.left).toBe(0);
  });
});

test.each([
  ['another window got the release of a key', (at: Desk) => at.down('a').tell('blur')],
  ['a Mac told no release while Command was held', (at: Desk) => at.down('Meta').down('c').up('Meta')],
  ['a screen keyboard named no key', (at: Desk) => at.tell('keydown', { key: 'Unidentified' })],
])('leaves also when %s', (_, before) => {
  before(desk);
  desk.press('Shift').press('Shift').press('Shift');
  expect(desk.left).toBe(1);
});
