/** Each thing that the gallery refuses, shown by a page that is broken in this one way. */
import { expect, test } from '@playwright/test';
import { lookAt } from './look.ts';

const page = (body: string, style = '') => `<!doctype html><html lang="en"><head><title>Broken</title>
<meta name="viewport" content="width=device-width"><style>body{margin:0;font:16px/1.5 sans-serif}${style}</style></head>
<body><main><h1>Broken</h1>${body}</main></body></html>`;

test('a page with nothing wrong passes', async ({ page: tab }) => {
  await tab.setContent(
    page(
      '<p>Words, and a <a href="#x">link</a> in them. See example.org/check.html.</p><p><button style="min-height:2rem">Press</button></p><ol style="padding-inline-start:2.1em"><li id="x">One</li></ol>',
    ),
  );
  expect(await lookAt(tab)).toEqual([]);
});

const broken: [string, string, RegExp][] = [
  ['a raw key', '<p>check.your-answer</p>', /raw-key: check\.your-answer/],
  [
    'a raw key in a name',
    '<input style="height:2rem" aria-label="exam.progress">',
    /raw-key: exam\.progress/,
  ],
  ['an undefined', '<p>undefined of 3</p>', /not-filled-in: undefined/],
  ['a name that is not filled in', '<p>Lessons: {done} of 3</p>', /not-filled-in: \{done\}/],
  ['something wider than its window', '<div style="width:1400px">Wide</div>', /too-wide/],
  [
    'a text beyond the window',
    '<p style="white-space:nowrap">An address that goes on and on and on and on and on and on and on</p>',
    /320 px: too-wide|390 px: too-wide/,
  ],
  [
    'a text that is cut',
    '<p style="overflow:hidden;white-space:nowrap;width:5rem">Longer than five rem for certain</p>',
    /cut: Longer/,
  ],
  [
    'a text out of its card',
    '<div style="border:1px solid;width:9rem"><p style="white-space:nowrap">Longer than nine rem, and then some</p></div>',
    /out-of-its-box: Longer/,
  ],
  [
    'a text squeezed into a column',
    '<p style="width:1ch;overflow-wrap:anywhere">Listen First</p>',
    /squeezed: Listen First/,
  ],
  ['a number of a list without room', '<ol start="10" style="padding:0"><li>Ten</li></ol>', /cut: number 10/],
  [
    'a control that is too small',
    '<p><button style="width:20px;height:20px;padding:0" aria-label="Close">×</button></p>',
    /small-control: 20 × 20/,
  ],
  ['what axe finds', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', /axe image-alt/],
  ['grey on grey in the dark only', '<p class="grey">Words</p>', /dark: axe color-contrast/],
];
for (const [what, body, fault] of broken)
  test(`${what} is refused`, async ({ page: tab }) => {
    const style = '@media (prefers-color-scheme:dark){.grey{color:#333;background:#222}}';
    await tab.setContent(page(body, style));
    expect((await lookAt(tab)).join('\n')).toMatch(fault);
  });
