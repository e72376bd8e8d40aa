/** Script of 404.html: finds a certificate whose `#` a mail program has encoded, and opens it. */
import { findToken, openToken } from '../core/certificate/index.ts';

const link = document.querySelector<HTMLAnchorElement>('a[data-verify]');
const token = findToken(location.href);
if (link && token && openToken(token)) location.replace(`${link.href}#c=${token}`);
