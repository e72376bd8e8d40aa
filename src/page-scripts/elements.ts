/** An element with attributes and what stands in it; texts are put in as text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A drawing of the course's own files, from its SVG text. */
export function picture(svg: string): Node {
  const { body } = new DOMParser().parseFromString(svg, 'text/html');
  return body.firstElementChild ?? document.createTextNode('');
}
