import type { Contact } from '../presentation/context.ts';
import { escapeHtml } from '../reports/escape-html.ts';
import type { PageTexts } from './page-texts.ts';

/** How to reach a person, for whoever cannot use the chat at all. */
export function contactMarkup(contact: Contact, texts: PageTexts): string {
  return `<h2>${escapeHtml(texts.contactHeading)}</h2>${contactList(contact, texts)}`;
}

/** The unit and each way to reach it, a line each. */
export function contactList(contact: Contact, texts: Pick<PageTexts, 'contactForm'>): string {
  const lines = [
    escapeHtml(contact.unit),
    contact.phone &&
      `<a href="tel:${escapeHtml(contact.phone.replace(/[^+\d]/g, ''))}">${escapeHtml(contact.phone)}</a>`,
    contact.email && `<a href="mailto:${escapeHtml(contact.email)}">${escapeHtml(contact.email)}</a>`,
    contact.form && `<a href="${escapeHtml(contact.form)}">${escapeHtml(texts.contactForm)}</a>`,
    contact.hours && escapeHtml(contact.hours),
  ];
  const items = lines.filter(line => line).map(line => `<li>${line}</li>`);
  return `<ul>${items.join('')}</ul>`;
}
