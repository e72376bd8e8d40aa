/** The course's mark, an ear that listens, as an SVG path in a box of 28 × 28, drawn as a line 2.6 wide with round ends. */
export const MARK_PATH =
  'M5 15a9 9 0 1 1 17 4c-1.6 2-2.4 2.6-2.8 4.4-.4 2-3.2 3-5 1.4M10 15a4.2 4.2 0 1 1 8 1.8c-.8 1.3-2 1.6-2.2 3.2';
