import { expect, test } from 'vitest';
import { withoutIslandScripts } from './island-scripts.ts';

const load = '(()=>{(self.Astro||(self.Astro={})).load=1;})()';
const runtime = '(()=>{customElements.get("astro-island")||customElements.define("astro-island",x)})()';
const other = '<script>hide()</script>';
const data = '<script type="application/json">{"text":"self.Astro"}</script>';

test("takes Astro's scripts and style out of a page and leaves every other", () => {
  const island = '<astro-island client="load"></astro-island>';
  const style = '<style>astro-island,astro-slot{display:contents}</style>';
  const page = `${other}${data}${style}<script>${load}</script><script>${runtime}</script>${island}`;
  const { html, script } = withoutIslandScripts(page, '/x/');
  expect(script?.text).toBe(`${load};\n${runtime}`);
  expect(script?.path).toMatch(/^assets\/islands\.[0-9a-f]{8}\.js$/);
  expect(html).toBe(`${other}${data}<script async src="/x/${script?.path}"></script>${island}`);
});

test('leaves a page without islands as it is', () => {
  expect(withoutIslandScripts(other + data, '/')).toEqual({ html: other + data });
});

test('refuses a page whose islands nothing would bring to life', () => {
  expect(() => withoutIslandScripts('<astro-island></astro-island>', '/')).toThrow('island-scripts.ts');
});
