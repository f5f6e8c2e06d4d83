import type { Block, Link } from './view.ts';
import type { Voice } from './voice.ts';

/** How to reach a natural person at the authority. */
export function contactLinks({ t, context }: Voice): Block {
  const { unit, phone, email, form, hours } = context.contact;
  const links: (Link | undefined)[] = [
    { label: '', text: unit },
    phone
      ? { label: t('bot:contact.phone'), text: phone, url: `tel:${phone.replace(/[^+\d]/g, '')}` }
      : undefined,
    email ? { label: t('bot:contact.email'), text: email, url: `mailto:${email}` } : undefined,
    form ? { label: t('bot:contact.form'), text: form, url: form } : undefined,
    hours ? { label: t('bot:contact.hours'), text: hours } : undefined,
  ];
  return { block: 'links', links: links.filter(link => link !== undefined) };
}
