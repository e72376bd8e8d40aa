/** Addresses inside the site, under whatever base path it is served. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Address of a page of a language: `page('en', 'modules', 'x')` → `/base/en/modules/x/`. */
export function page(lang: string, ...parts: string[]): string {
  return `${base}${[lang, ...parts].map((part) => `${part}/`).join('')}`;
}

/** Address of a file at the root of the site. */
export function file(path: string): string {
  return `${base}${path}`;
}

/** Address by which a device calls a number of the country pack. */
export function telephone(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`;
}
