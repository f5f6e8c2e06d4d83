import type * as z from 'zod';

/** What a setting has to look like, by the library's name of the format. */
const FORMATS: Readonly<Record<string, string>> = {
  url: 'must be an address that begins with https:// or http://, such as https://bot.example.fi',
  email: 'must be an e-mail address, such as neuvonta@example.fi',
  guid: 'must be an id such as 11111111-2222-4333-8444-555555555555',
  date: 'must be a day such as 2026-11-30',
};

/**
 * What is wrong with the value of a setting and what it has to be, for whoever sets it: the library's own words are about
 * types. The value stays out, since it may be a secret.
 */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number' ? 'must be a whole number' : undefined;
    case 'too_small':
      return atLeast(issue.origin, Number(issue.minimum));
    case 'too_big':
      return `must be ${issue.maximum} or less`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map(String))}`;
    case 'invalid_format':
      return FORMATS[issue.format];
    default:
      return undefined;
  }
}

function atLeast(origin: string, minimum: number): string {
  if (origin !== 'string') return `must be ${minimum} or more`;
  return minimum === 1 ? 'holds nothing but spaces' : `must have ${minimum} characters or more`;
}

function oneOf(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
